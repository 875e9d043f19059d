using Chiyoda.Bousai.TestServices.Browsers;
using Xunit;

namespace Chiyoda.Bousai.Browser.Tests.Exercise;

/// <summary>Every screen of the chain at the width of a phone and of a desk, light and dark: nothing is too wide, nothing fails,
/// and the pictures in the documents are of the program as it is.</summary>
public sealed class TakingPicturesTests
{
    private const string Sotokanda = "13101045001";

    private const int Phones = 60;

    private static readonly (string Path, string Name, bool IsShown)[] OtherPages =
    [
        ("/en/", "portal-alert-360-en", true), ("/en/", "portal-alert-360-en-whole", false), ("/ja-easy/", "portal-alert-360-easy", false),
        ("/ko/", "portal-alert-360-ko", false), ("/my/", "portal-alert-360-my", false), ("/lite", "portal-lite-360", false), ("/notify", "portal-notify-360", false),
    ];

    [Fact]
    public async Task EveryScreenOfTheChain_FitsAndIsTaken()
    {
        await using var stage = await ExerciseStage.InChromiumAsync();
        var resident = await Resident.RegisterAsync(stage.Hub, stage.Browser, Sotokanda);
        await SubscribePhonesAsync(stage);
        await stage.PlayThroughAsync("02_VPWW55_level2.xml");
        await resident.Page.WaitForAsync("document.querySelector('.warnings')?.innerText.includes('大雨注意報')");
        await Album.TakeAsync(resident.Page, "portal-calm-360", Album.Size.Phone);
        await Album.TakeAsync(resident.Page, "portal-calm-1440", Album.Size.Desk);

        var author = await StaffDesk.SignInAsync(stage, "author", "Recorder", "訓練 起案担当");
        var releaser = await StaffDesk.SignInAsync(stage, "releaser", "Releaser", "訓練 発信担当");
        await author.WatchAsync();
        await stage.PlayThroughAsync("05_VXKO_kanda_level4.xml");
        await author.Page.WaitForAsync("document.querySelector('#open article')?.innerText.includes('神田川')");
        await Album.TakeOfStaffAsync(author.Page, "hq-status", isShown: true);
        await author.OpenProposalAsync();
        await Album.TakeOfStaffAsync(author.Page, "hq-proposal", isShown: true);
        await author.SubmitAsync();
        await Album.TakeOfStaffAsync(author.Page, "hq-decide");
        await author.RecordDecisionAsync("mayor", "神田川沿いに避難指示を出す");
        await Album.TakeOfStaffAsync(author.Page, "hq-decided");

        await releaser.Page.ReloadAsync();
        await releaser.OpenProposalAsync();
        await releaser.ReadBackAsync(level: 4);
        await Album.TakeOfStaffAsync(releaser.Page, "hq-release");
        await resident.WatchForAsync("article.order");
        await releaser.ReleaseAsync();
        await resident.SeenAtAsync();
        await resident.NoticeAsync("避難指示");
        await TakeOfResidentsAsync(stage, resident);

        await releaser.WaitForReachAsync(shown: 1);
        await Album.TakeOfStaffAsync(releaser.Page, "hq-order", isShown: true);
        await author.Page.NavigateAsync(stage.At($"/hq/orders/{(await stage.Hub.GetAsync("/api/v1/orders")).GetProperty("items")[0].GetProperty("id").GetString()}/documents"));
        await author.Page.WaitForAsync("document.querySelector('[data-module=copy]')?.hidden === false");
        await Album.TakeOfStaffAsync(author.Page, "hq-documents");
        await author.Page.NavigateAsync(stage.At("/hq"));
        await Album.TakeOfStaffAsync(author.Page, "hq-status-in-force");
        await author.Page.NavigateAsync(stage.At("/hq/chronology"));
        await Album.TakeOfStaffAsync(author.Page, "hq-chronology");
        await author.Page.NavigateAsync(stage.At("/hq/telegrams"));
        await Album.TakeOfStaffAsync(author.Page, "hq-telegrams");
        await TakeOfDesksAsync(stage);
    }

    private static async Task TakeOfResidentsAsync(ExerciseStage stage, Resident resident)
    {
        await Album.TakeAsync(resident.Page, "portal-alert-360", Album.Size.Phone, isShown: true);
        await Album.TakeAsync(resident.Page, "portal-alert-360-whole", Album.Size.Phone);
        await Album.TakeAsync(resident.Page, "portal-alert-1440", Album.Size.Desk);
        await resident.Page.EmulateColorSchemeAsync(ColorScheme.Dark);
        await Album.TakeAsync(resident.Page, "portal-alert-360-dark", Album.Size.Phone);
        await resident.Page.EmulateColorSchemeAsync(ColorScheme.Light);
        foreach (var (path, name, isShown) in OtherPages)
        {
            var page = await stage.Browser.Session.OpenAsync(stage.At(path));
            await Album.TakeAsync(page, name, Album.Size.Phone, isShown);
            await page.CloseAsync();
        }
    }

    private static async Task TakeOfDesksAsync(ExerciseStage stage)
    {
        var session = await stage.Browser.NewSessionAsync();
        foreach (var (desk, role, name) in ((string, string, string)[])[("author", "Recorder", "訓練 起案担当"), ("releaser", "Releaser", "訓練 発信担当")])
        {
            var (login, password) = await stage.Hub.AddAccountAsync($"{desk}-seat", role, name: name);
            var seat = await StaffDesk.SignInAsync(stage, await session.OpenAsync(stage.At($"/desk/{desk}/hq")), login, password);
            await seat.Page.CloseAsync();
        }

        var page = await session.OpenAsync(stage.At("/hq/desks"));
        await page.WaitForAsync("[...document.querySelectorAll('iframe')].every(each => each.contentDocument?.readyState === 'complete')");
        await Album.TakeAsync(page, "hq-desks-1440", Album.Size.Desk, isShown: true);
        await Album.TakeAsync(page, "hq-desks-360", Album.Size.Phone);
    }

    /// <summary>Other phones, at the same push service, so that the reach is one of many.</summary>
    private static async Task SubscribePhonesAsync(ExerciseStage stage)
    {
        var key = await stage.Hub.PushKeyAsync();
        string[] languages = ["ja", "ja", "ja", "en", "ja-easy"];
        for (var n = 0; n < Phones; n++)
        {
            await stage.Hub.SubscribeAsync(stage.Push.NewSubscriber(key), n % 6 == 0 ? "*" : Sotokanda, languages[n % languages.Length]);
        }
    }
}
