using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Hub.Features.Portal;
using Xunit;
using static Chiyoda.Bousai.Hub.Tests.Portal.PortalSamples;

namespace Chiyoda.Bousai.Hub.Tests.Portal;

/// <summary>The first page while orders are in force.</summary>
public class AlertPortalTests
{
    [Fact]
    public async Task HighestLevel_StandsFirst_InTitleAndPage()
    {
        var view = Alert with
        {
            Orders = [Order(3, EvacuationAction.LeaveNow, Audience.ElderlyAndSlow, 3, number: 2), Order(5, EvacuationAction.GoUp, Audience.Everyone, 2, number: 3)],
        };

        var html = await HtmlAsync(view);

        Assert.Contains("<title>【訓練】【警戒レベル5 緊急安全確保】千代田区防災ポータル</title>", html, StringComparison.Ordinal);
        Assert.True(
            html.IndexOf("000000000003\"", StringComparison.Ordinal) < html.IndexOf("000000000002\"", StringComparison.Ordinal),
            "Level 5 comes before level 3.");
        Assert.Contains("data-level=\"5\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plate_SaysNumberAndWordBesideColour()
    {
        var html = await HtmlAsync(Alert);

        Assert.Contains("class=\"plate lv4\"", html, StringComparison.Ordinal);
        Assert.Contains("警戒レベル4 避難指示", html, StringComparison.Ordinal);
        Assert.Contains("<svg class=\"mark\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OrderWithoutLevel_HasNoNumber_AndRanksWithLevelFour()
    {
        var tsunami = Order(4, EvacuationAction.GoUp, Audience.Everyone, 2) with { Level = null, Hazard = Hazard.Tsunami, Cause = null };

        var html = await HtmlAsync(Alert with { Orders = [tsunami] });

        Assert.Contains("<title>【訓練】【避難指示】", html, StringComparison.Ordinal);
        Assert.Contains("class=\"plate lvn\"", html, StringComparison.Ordinal);
        Assert.Contains("data-level=\"4\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Evacuation Order", "What to do")]
    [InlineData("ja-easy", "避難指示", "すること")]
    public async Task OtherLanguage_KeepsTheJapaneseWordBesideItsOwn(string language, string word, string heading)
    {
        var html = await HtmlAsync(Alert, language: language);

        Assert.Contains(word, html, StringComparison.Ordinal);
        Assert.Contains(heading, html, StringComparison.Ordinal);
        Assert.Contains("避難指示", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LanguageWithoutText_FallsBackVisibly_EachMarkedAsWhatItIs()
    {
        var order = Order(4, EvacuationAction.GoUp, Audience.Everyone, 2);
        var view = Alert with { Orders = [order with { Texts = [.. order.Texts.Where(text => text.Language == LocalizedText.Japanese)] }] };

        var html = await HtmlAsync(view, language: "en");

        Assert.Contains("There is no English text for this yet", html, StringComparison.Ordinal);
        Assert.Contains("<div lang=\"ja\">", html, StringComparison.Ordinal);
        Assert.Contains("今すぐ高い階へ", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EasyJapanese_ShowsReadingsAboveKanji_AndNoneInTheTitle()
    {
        var html = await HtmlAsync(Alert, language: "ja-easy");

        Assert.Contains("<ruby>避難指示<rt>ひなんしじ</rt></ruby>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("（ひなんしじ）", html, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"ja\" data-lang=\"ja-easy\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "en")]
    [InlineData("ja", "ja")]
    public async Task Page_SaysItsLanguage_AndMarksJapaneseInsideOthers(string language, string expected)
    {
        var html = await HtmlAsync(Alert, language: language);

        Assert.Contains($"<html lang=\"{expected}\"", html, StringComparison.Ordinal);
        Assert.Equal(language != "ja", html.Contains("<span class=\"ja\" lang=\"ja\">", StringComparison.Ordinal));
        Assert.Equal(language != "ja", html.Contains("<span lang=\"ja\">富士見みらい館</span>", StringComparison.Ordinal));
        Assert.Contains("<a lang=\"en\" hreflang=\"en\" href=\"/en/\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PathBase_IsInEveryOwnAddress()
    {
        var html = await HtmlAsync(Alert, PortalPage.Home, "ja", new PortalAddress("/desk/resident", "7"));

        var own = System.Text.RegularExpressions.Regex.Matches(html, "(?:href|src)=\"(/[^\"]*)\"").Select(match => match.Groups[1].Value).ToList();
        Assert.True(own.Count > 6);
        Assert.All(own, address => Assert.StartsWith("/desk/resident/", address, StringComparison.Ordinal));
        Assert.Contains("data-base=\"/desk/resident\"", html, StringComparison.Ordinal);
        Assert.Contains("/desk/resident/dist/portal.js?v=7", html, StringComparison.Ordinal);
    }
}
