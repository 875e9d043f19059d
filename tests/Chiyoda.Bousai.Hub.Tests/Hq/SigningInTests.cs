using System.Net;
using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Hq;

/// <summary>Who may come in, and where they arrive.</summary>
public sealed class SigningInTests(SharedHub shared) : IClassFixture<SharedHub>
{
    private readonly RunningHub _hub = shared.Hub;

    [Theory]
    [InlineData("/hq")]
    [InlineData("/hq/proposals")]
    [InlineData("/hq/proposals/01a20490-268f-78ca-aacd-a13424bd5a6e")]
    [InlineData("/hq/orders/01a20490-268f-78ca-aacd-a13424bd5a6e")]
    [InlineData("/hq/chronology")]
    [InlineData("/hq/telegrams")]
    [InlineData("/hq/telegrams/01a20490-268f-78ca-aacd-a13424bd5a6e")]
    public async Task Anonymous_IsSentToSignIn_AndThenToTheAskedPage(string path)
    {
        var (login, password) = await _hub.AddAccountAsync($"reader-{Guid.NewGuid():N}"[..24], "Viewer");
        using var seat = Seat.Take(_hub);

        var form = await seat.GetAsync(path);
        Assert.Equal("/hq/sign-in", form.Address.AbsolutePath);
        var arrived = await seat.SendAsync(form, "/sign-in", ("Login", login), ("password", password));

        Assert.Equal(path, arrived.Address.AbsolutePath);
    }

    [Fact]
    public async Task WrongPassword_AnswersAsForAnUnknownLogin_AndKeepsTheLogin()
    {
        var (login, _) = await _hub.AddAccountAsync($"reader-{Guid.NewGuid():N}"[..24], "Viewer");
        using var seat = Seat.Take(_hub);

        var wrong = await seat.SignInAsync(login, "not the password");
        var unknown = await seat.SignInAsync("nobody", "not the password");

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (wrong.Status, unknown.Status));
        Assert.Contains("ログイン名かパスワードが違います", wrong.Text, StringComparison.Ordinal);
        Assert.Contains("ログイン名かパスワードが違います", unknown.Text, StringComparison.Ordinal);
        Assert.Contains($"value=\"{login}\"", wrong.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("not the password", wrong.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://example.org/")]
    [InlineData("//example.org/")]
    public async Task ReturnAddressElsewhere_IsNotFollowed(string address)
    {
        var (login, password) = await _hub.AddAccountAsync($"reader-{Guid.NewGuid():N}"[..24], "Viewer");
        using var seat = Seat.Take(_hub);

        var arrived = await seat.SignInAsync(login, password, $"/hq/sign-in?ReturnUrl={Uri.EscapeDataString(address)}");

        Assert.Equal("/hq", arrived.Address.AbsolutePath);
    }

    [Fact]
    public async Task SigningOut_EndsTheSession()
    {
        using var seat = await Seat.TakeAsync(_hub, "Viewer");

        await seat.SendAsync(await seat.GetAsync("/hq"), "/sign-out");

        Assert.Equal("/hq/sign-in", (await seat.GetAsync("/hq")).Address.AbsolutePath);
    }

    [Fact]
    public async Task ShelterOperator_IsToldWhichRoleIsMissing()
    {
        var (login, password) = await _hub.AddAccountAsync($"operator-{Guid.NewGuid():N}"[..24], "ShelterOperator");
        using var seat = Seat.Take(_hub);

        var denied = await seat.SignInAsync(login, password);

        Assert.Equal((HttpStatusCode.Forbidden, "/hq/denied"), (denied.Status, denied.Address.AbsolutePath));
        Assert.Contains("「閲覧」の役割が要ります", denied.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoDesks_HoldTwoSessions_InOneBrowser()
    {
        var author = await _hub.AddAccountAsync($"author-{Guid.NewGuid():N}"[..24], "Recorder");
        var releaser = await _hub.AddAccountAsync($"releaser-{Guid.NewGuid():N}"[..24], "Releaser");
        using var browser = _hub.NewClient();
        using var first = new Seat(browser, "/desk/author");
        using var second = new Seat(browser, "/desk/releaser");

        var atFirst = await first.SignInAsync(author.Login, author.Password);
        await second.SignInAsync(releaser.Login, releaser.Password);

        Assert.Equal("/desk/author/hq", atFirst.Address.AbsolutePath);
        Assert.Contains("試験 Recorder", (await first.GetAsync("/hq")).Text, StringComparison.Ordinal);
        Assert.Contains("試験 Releaser", (await second.GetAsync("/hq")).Text, StringComparison.Ordinal);
        Assert.Contains("/desk/author/hq/chronology", atFirst.Html, StringComparison.Ordinal);
        Assert.Contains("data-base=\"/desk/author\"", atFirst.Html, StringComparison.Ordinal);
    }
}
