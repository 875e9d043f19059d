using System.Net;
using System.Net.Http.Json;
using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Http;

/// <summary>Limits hold per client: a named proxy says who asks, nobody else does, and only its own word counts.</summary>
public sealed class BehindAProxyTests
{
    private const string Client = "203.0.113.5";
    private const string Another = "203.0.113.6";

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("192.0.2.0/24, 127.0.0.0/8, ::1")]
    public async Task NamedProxy_IsBelieved_SoThatOneClientDoesNotUseUpTheLimitOfAnother(string proxies)
    {
        await using var hub = await StartAsync(proxies);

        Assert.Equal(HttpStatusCode.Unauthorized, await TryAsync(hub, Client));
        Assert.Equal(HttpStatusCode.TooManyRequests, await TryAsync(hub, Client));
        Assert.Equal(HttpStatusCode.Unauthorized, await TryAsync(hub, Another));
    }

    [Theory]
    [InlineData("")]
    [InlineData("192.0.2.1")]
    public async Task AnybodyElse_IsNotBelieved_WhateverItClaims(string proxies)
    {
        await using var hub = await StartAsync(proxies);

        Assert.Equal(HttpStatusCode.Unauthorized, await TryAsync(hub, Client));
        Assert.Equal(HttpStatusCode.TooManyRequests, await TryAsync(hub, Another));
        Assert.Equal(HttpStatusCode.TooManyRequests, await TryAsync(hub, null));
    }

    [Fact]
    public async Task OnlyTheLastHopCounts_WhatStandsLeftOfItTheClientWrote()
    {
        await using var hub = await StartAsync("127.0.0.1");

        Assert.Equal(HttpStatusCode.Unauthorized, await TryAsync(hub, $"198.51.100.1, {Client}"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await TryAsync(hub, $"198.51.100.2, {Client}"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await TryAsync(hub, $"{Another}, 127.0.0.1, {Client}"));
        Assert.Equal(HttpStatusCode.Unauthorized, await TryAsync(hub, $"{Client}, {Another}"));
    }

    [Fact]
    public async Task WhatIsNoAddress_LeavesTheAddressOfTheProxy()
    {
        await using var hub = await StartAsync("127.0.0.1");

        Assert.Equal(HttpStatusCode.Unauthorized, await TryAsync(hub, "unknown"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await TryAsync(hub, "not, an-address"));
    }

    [Theory]
    [InlineData("127.0.0.1", "https", true)]
    [InlineData("127.0.0.1", "http", false)]
    [InlineData("", "https", false)]
    public async Task SessionCookie_StaysOnTls_WhenTheProxyWasAskedByTls(string proxies, string asked, bool secure)
    {
        await using var hub = await StartAsync(proxies);
        var (login, password) = await hub.AddAccountAsync("viewer", "Viewer");
        using var request = SignIn(login, password);
        request.Headers.Add("X-Forwarded-For", Client);
        request.Headers.Add("X-Forwarded-Proto", asked);

        using var answer = await hub.Public.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal(secure, Assert.Single(answer.Headers.GetValues("Set-Cookie")).Contains("; secure", StringComparison.OrdinalIgnoreCase));
    }

    private static Task<RunningHub> StartAsync(string proxies) => RunningHub.StartAsync(settings: new Dictionary<string, string?>
    {
        ["Hub:Proxies"] = proxies,
        ["Limits:Trusted"] = string.Empty,
        ["Limits:SignInsPerMinute"] = "1",
    });

    private static async Task<HttpStatusCode> TryAsync(RunningHub hub, string? forwardedFor)
    {
        using var request = SignIn("nobody", "wrong-password");
        if (forwardedFor is not null)
        {
            request.Headers.TryAddWithoutValidation("X-Forwarded-For", forwardedFor);
        }

        using var answer = await hub.Public.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private static HttpRequestMessage SignIn(string login, string password)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/session") { Content = JsonContent.Create(new { login, password }) };
        request.Headers.Add("X-Requested-With", "bousai");
        return request;
    }
}
