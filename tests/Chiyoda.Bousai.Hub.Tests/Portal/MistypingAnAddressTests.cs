using System.Net;
using System.Net.Http.Headers;
using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Portal;

/// <summary>An address half remembered, from a poster or the radio.</summary>
public sealed class MistypingAnAddressTests
{
    [Theory]
    [InlineData("/hinan", "/")]
    [InlineData("/shelters/1", "/")]
    [InlineData("/en/shelter", "/en/")]
    [InlineData("/english", "/")]
    public async Task PersonIsLedToTheFirstPage(string path, string home)
    {
        await using var hub = await RunningHub.StartAsync();

        using var answer = await AskAsync(hub, path, "text/html");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(home, answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task FileThatIsNotThere_IsNotThere()
    {
        await using var hub = await RunningHub.StartAsync();

        using var answer = await AskAsync(hub, "/favicon.ico", "image/*");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("/api/v1/nowhere")]
    [InlineData("/hq/nowhere")]
    [InlineData("/live/nowhere")]
    public async Task ClosedParts_StayClosed(string path)
    {
        await using var hub = await RunningHub.StartAsync();

        using var answer = await AskAsync(hub, path, "text/html");

        Assert.NotEqual("/", answer.Headers.Location?.OriginalString);
        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
    }

    private static Task<HttpResponseMessage> AskAsync(RunningHub hub, string path, string accept)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.Add(MediaTypeWithQualityHeaderValue.Parse(accept));
        return hub.Public.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
