using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Browser.Tests.Exercise;

/// <summary>A genuine browser with an authenticator of its own: the script, the browser and the hub speak of the same passkey.</summary>
public sealed class UsingAPasskeyTests
{
    [Fact]
    public async Task PasskeyIsRegistered_SignsIn_AndReleasesAnOrderAsStepUp()
    {
        var clock = new MovableClock();
        await using var stage = await ExerciseStage.InChromiumAsync(clock: clock);

        // Browsers make no passkeys for an address in figures.
        var site = new UriBuilder(stage.Hub.Url) { Host = "localhost" }.Uri;
        var (login, password) = await stage.Hub.AddAccountAsync("releaser", "Releaser");
        var session = await stage.Browser.NewSessionAsync();
        var page = await session.OpenAsync(new Uri(site, "/hq"));
        await page.AddAuthenticatorAsync();
        var releaser = await StaffDesk.SignInAsync(stage, page, login, password);

        await page.ClickAsync(".person a");
        await page.TypeAsync("#name", "業務用スマートフォン");
        await page.ClickAsync("button[data-challenge=registration]");
        await page.WaitForTextAsync("パスキーを登録しました");
        await Album.TakeOfStaffAsync(page, "account");

        await page.ClickAsync(".top .out button");
        await page.WaitForAsync("location.pathname.endsWith('/hq/sign-in')");
        await Album.TakeOfStaffAsync(page, "sign-in");
        await page.ClickAsync("button[data-challenge=sign-in]");
        await page.WaitForAsync("location.pathname.endsWith('/hq')");

        await DecideAsync(stage, clock);
        clock.Advance(TimeSpan.FromMinutes(5));
        await page.ReloadAsync();
        await releaser.OpenProposalAsync();
        await releaser.ReadBackAsync(level: 4);
        await Album.TakeOfStaffAsync(page, "step-up");
        await page.ClickAsync("button[data-challenge=step-up]");

        await page.WaitForAsync("location.pathname.startsWith('/hq/orders/')");
        await page.WaitForTextAsync("発信しました");
        await Soundness.AssertAsync(page);
        var order = Assert.Single((await stage.Hub.GetAsync("/api/v1/orders")).GetProperty("items").EnumerateArray());
        Assert.Equal(4, order.GetProperty("level").GetInt32());
    }

    private static async Task DecideAsync(ExerciseStage stage, TimeProvider clock)
    {
        await stage.PlayThroughAsync("05_VXKO_kanda_level4.xml");
        using var author = await stage.Hub.SignInAsync("Recorder");
        await Answers.OkAsync(author.SubmitAsync(await author.ProposalAsync()));
        await Answers.OkAsync(author.DecideAsync(await author.ProposalAsync("submitted"), clock.GetUtcNow()));
    }
}
