using Chiyoda.Bousai.TestServices.Browsers;
using Xunit;

namespace Chiyoda.Bousai.Browser.Tests.Exercise;

/// <summary>An old browser, a strict one, a script that did not arrive: what informs and what decides must not depend on it.</summary>
public sealed class WithoutScriptTests
{
    [Fact]
    public async Task ChainIsReadAndPlayedToItsEnd_AndResidentsReadIt()
    {
        await using var stage = await ExerciseStage.InChromiumAsync();
        var author = await StaffDesk.SignInWithoutScriptsAsync(stage, "author", "Recorder");
        var releaser = await StaffDesk.SignInWithoutScriptsAsync(stage, "releaser", "Releaser");
        Assert.Contains("自動更新なし", await author.Page.TextAsync("header .line"), StringComparison.Ordinal);
        await stage.PlayThroughAsync("05_VXKO_kanda_level4.xml");

        await author.Page.ReloadAsync();
        await author.OpenProposalAsync();
        Assert.Contains("● 該当", await author.Page.TextAsync("#why tr.matched"), StringComparison.Ordinal);
        await author.SubmitAsync();
        await author.RecordDecisionAsync("mayor", "出す");
        await releaser.Page.ReloadAsync();
        await releaser.OpenProposalAsync();
        await releaser.ReadBackAsync(level: 4);
        await releaser.ReleaseAsync();
        await author.Page.NavigateAsync(stage.At("/hq/chronology"));
        Assert.Contains("evacuation.order-issued", await author.Page.TextAsync("#list"), StringComparison.Ordinal);

        foreach (var path in (string[])["/", "/lite", "/en/", "/en/lite", "/ja-easy/"])
        {
            await AssertOrderIsReadAsync(stage, path);
        }
    }

    [Fact]
    public async Task AskingForNotifications_SaysWhatItNeeds()
    {
        await using var stage = await ExerciseStage.InChromiumAsync();
        var page = await OpenAsync(stage, "/notify");

        Assert.NotEmpty(await page.TextAsync("[data-without-script]"));
        Assert.True(await page.EvaluateAsync<bool>("document.querySelector('form').hidden"));
    }

    private static async Task AssertOrderIsReadAsync(ExerciseStage stage, string path)
    {
        var page = await OpenAsync(stage, path);

        var order = await page.TextAsync("article.order");

        Assert.Contains("避難指示", order.Replace("ひなんしじ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.NotEmpty(await page.TextAsync("article.order ol.actions"));
        Assert.NotEmpty(await page.TextAsync("article.order ul.areas"));
        Assert.Contains("119", await page.TextAsync("footer"), StringComparison.Ordinal);
        await page.CloseAsync();
    }

    private static async Task<BrowserPage> OpenAsync(ExerciseStage stage, string path)
    {
        var page = await stage.Browser.Session.OpenAsync(new Uri("about:blank"));
        await page.DisableScriptsAsync();
        await page.NavigateAsync(stage.At(path));
        return page;
    }
}
