using System.Net;
using System.Net.Http.Json;
using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Access;

/// <summary>Who gets a session, who does not, and what a session alone cannot do.</summary>
public sealed class SigningInTests
{
    [Fact]
    public async Task WrongPasswordAndUnknownLogin_AnswerAlike()
    {
        await using var hub = await RunningHub.StartAsync();
        await hub.AddAccountAsync("known", "Recorder");

        var wrong = await BodyAsync(hub, "known", "not-the-password");
        var unknown = await BodyAsync(hub, "nobody", "not-the-password");

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (wrong.Status, unknown.Status));
        Assert.Equal(wrong.Text, unknown.Text);
        Assert.Contains("\"access.wrong-login\"", wrong.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RightPassword_GivesASession_ThatSignOutEnds()
    {
        await using var hub = await RunningHub.StartAsync();
        using var viewer = await hub.SignInAsync("Viewer");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(viewer.Http.GetAsync("/api/v1/proposals")));

        Assert.Equal(HttpStatusCode.NoContent, await StatusAsync(viewer.Http.DeleteAsync("/api/v1/session")));

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(viewer.Http.GetAsync("/api/v1/proposals")));
    }

    [Fact]
    public async Task SessionCookie_IsForThisHostAloneAndOutOfReachOfScripts()
    {
        await using var hub = await RunningHub.StartAsync();
        var (login, password) = await hub.AddAccountAsync("cookie", "Viewer");

        using var answer = await hub.Public.PostAsJsonAsync("/api/v1/session", new { login, password });

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("bousai-session=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task TenWrongPasswords_LockTheAccount_EvenForTheRightOne()
    {
        await using var hub = await RunningHub.StartAsync();
        var (login, password) = await hub.AddAccountAsync("locked", "Recorder");
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await BodyAsync(hub, login, "not-the-password")).Status);
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await BodyAsync(hub, login, password)).Status);
    }

    [Fact]
    public async Task ManyAttemptsFromOneAddress_AreSlowedDown()
    {
        await using var hub = await RunningHub.StartAsync(settings: new Dictionary<string, string?> { ["Limits:Trusted"] = string.Empty, ["Limits:SignInsPerMinute"] = "3" });
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await BodyAsync(hub, $"guess-{i}", "not-the-password")).Status);
        }

        using var fourth = await hub.Public.PostAsJsonAsync("/api/v1/session", new { login = "guess-4", password = "not-the-password" });

        Assert.Equal(HttpStatusCode.TooManyRequests, fourth.StatusCode);
        Assert.NotNull(fourth.Headers.RetryAfter);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"login\":null,\"password\":null}")]
    [InlineData("{\"login\":\"a\",\"password\":\"b\",\"role\":\"Releaser\"}")]
    public async Task BodyThatIsNoLogIn_IsAProblemWithACode(string body)
    {
        await using var hub = await RunningHub.StartAsync();
        using var content = new StringContent(body, new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"));

        await Answers.RefusedAsync(hub.Public.PostAsync("/api/v1/session", content), HttpStatusCode.BadRequest, "hub.bad-request");
    }

    /// <summary>Another site can make a browser send the cookie, but not the header.</summary>
    [Theory]
    [InlineData("/api/v1/proposals/0197aa00-0000-7000-8000-000000000001/submit")]
    [InlineData("/API/v1/proposals/0197aa00-0000-7000-8000-000000000001/submit")]
    [InlineData("/Api/V1/Orders/0197aa00-0000-7000-8000-000000000001/Lift")]
    [InlineData("/desk/author/api/v1/proposals/0197aa00-0000-7000-8000-000000000001/submit")]
    public async Task SessionWithoutTheHeader_ChangesNothing(string path)
    {
        await using var hub = await RunningHub.StartAsync();
        var (login, password) = await hub.AddAccountAsync("browser", "Releaser");
        using var browser = hub.NewClient();
        var desk = path.StartsWith("/desk/author", StringComparison.Ordinal) ? "/desk/author" : string.Empty;
        using var signedIn = await browser.PostAsJsonAsync($"{desk}/api/v1/session", new { login, password });
        signedIn.EnsureSuccessStatusCode();

        await Answers.RefusedAsync(browser.PostAsJsonAsync(path, new { version = 1, reason = "試験" }), HttpStatusCode.BadRequest, "access.forgery-guard");
    }

    [Fact]
    public async Task Administrator_CannotReadProposals_NorTheChronologyOfStaff()
    {
        await using var hub = await RunningHub.StartAsync();
        using var administrator = await hub.SignInAsync("Administrator");
        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, TimeProvider.System.GetUtcNow()));

        await Answers.RefusedAsync(administrator.Http.GetAsync("/api/v1/proposals"), HttpStatusCode.Forbidden, "access.no-role");
        var kinds = (await administrator.GetAsync("/api/v1/chronology")).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("kind").GetString());
        Assert.DoesNotContain("evacuation.proposed", kinds);
    }

    private static async Task<(HttpStatusCode Status, string Text)> BodyAsync(RunningHub hub, string login, string password)
    {
        using var answer = await hub.Public.PostAsJsonAsync("/api/v1/session", new { login, password });
        var text = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, text[..text.IndexOf("\"traceId\"", StringComparison.Ordinal)]);
    }

    private static async Task<HttpStatusCode> StatusAsync(Task<HttpResponseMessage> asked)
    {
        using var answer = await asked;
        return answer.StatusCode;
    }
}
