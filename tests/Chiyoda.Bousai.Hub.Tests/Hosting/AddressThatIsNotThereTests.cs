using System.Net;
using System.Net.Http.Headers;
using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Hosting;

/// <summary>A mistyped address is not there; it does not ask the reader to sign in.</summary>
public sealed class AddressThatIsNotThereTests
{
    [Theory]
    [InlineData("/api/v1/nothing", "hub.not-found")]
    [InlineData("/api/v2/orders", "hub.not-found")]
    [InlineData("/nothing", "portal.unknown-address")]
    [InlineData("/jobs", "portal.unknown-address")]
    public async Task UnknownAddress_IsNotFoundForEverybody_WhateverTheMethod(string path, string code)
    {
        await using var hub = await RunningHub.StartAsync();

        await Answers.RefusedAsync(hub.Public.DeleteAsync(path), HttpStatusCode.NotFound, code);
        await Answers.RefusedAsync(hub.Public.GetAsync(path), HttpStatusCode.NotFound, code);
    }

    [Fact]
    public async Task WrongMethod_IsToldTheRightOnes_AndAsksNobodyToSignIn()
    {
        await using var hub = await RunningHub.StartAsync();

        using var answer = await hub.Public.DeleteAsync("/api/v1/proposals");

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal(["GET", "POST"], answer.Content.Headers.Allow);
        Assert.Contains("\"hub.wrong-method\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task BodyThatIsNoJson_IsRefusedAsSuch_NotAsAnAddressThatIsNotThere()
    {
        await using var hub = await RunningHub.StartAsync();
        using var text = new StringContent("login=a");

        await Answers.RefusedAsync(hub.Public.PostAsync("/api/v1/session", text), HttpStatusCode.UnsupportedMediaType, "hub.not-json");
    }

    [Fact]
    public async Task BrowserAtAnUnknownAddress_IsLedHome()
    {
        await using var hub = await RunningHub.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/nothing");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));

        using var answer = await hub.Public.SendAsync(request);

        Assert.Equal((HttpStatusCode.Redirect, "/"), (answer.StatusCode, new Uri(hub.Url, answer.Headers.Location!).AbsolutePath));
    }

    [Theory]
    [InlineData("/hq")]
    [InlineData("/HQ")]
    [InlineData("/Hq/Proposals")]
    public async Task ClosedPage_LeadsToTheSignInWhateverItsCase(string path)
    {
        await using var hub = await RunningHub.StartAsync();

        using var answer = await hub.Public.GetAsync(path);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith("/hq/sign-in", new Uri(hub.Url, answer.Headers.Location!).AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryAnswer_CarriesTheSecurityHeaders()
    {
        await using var hub = await RunningHub.StartAsync();

        foreach (var path in new[] { "/", "/lite", "/status.json", "/api/v1/warnings", "/api/v1/proposals", "/hq/sign-in", "/nothing", "/health/ready" })
        {
            using var answer = await hub.Public.GetAsync(path);

            var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            Assert.False(answer.Headers.Contains("Server"));
        }
    }
}
