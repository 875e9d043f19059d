using System.Text;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Evacuation.Messages;
using Chiyoda.Bousai.Hub.Features.Portal;
using Xunit;
using static Chiyoda.Bousai.Hub.Tests.Portal.PortalSamples;

namespace Chiyoda.Bousai.Hub.Tests.Portal;

/// <summary>The pages of the languages that have some words of their own and borrow the rest, visibly.</summary>
public class TranslatedPortalTests
{
    public static IEnumerable<TheoryDataRow<string>> Translations() =>
        Texts.Languages.Where(words => words.BorrowsFrom is not null).Select(words => new TheoryDataRow<string>(words.Language));

    [Fact]
    public void SixteenLanguages_AreServed_ThirteenOfThemBorrowFromEnglish()
    {
        Assert.Equal(16, Texts.Languages.Count);
        Assert.Equal(13, Texts.Languages.Count(words => words.BorrowsFrom == "en"));
        Assert.Equal(16, Texts.Languages.Select(words => words.Name).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Translations))]
    public async Task EveryPage_SaysWhatIsBorrowed_AndShowsNoMark(string language)
    {
        foreach (var page in Enum.GetValues<PortalPage>())
        {
            var html = await HtmlAsync(Alert, page, language);

            Assert.DoesNotContain(Borrowed.Begin, html);
            Assert.DoesNotContain(Borrowed.End, html);
            Assert.Contains($"<html lang=\"{language}\" data-lang=\"{language}\"", html, StringComparison.Ordinal);
            Assert.Contains("<span lang=\"en\">", html, StringComparison.Ordinal);
            Assert.Contains(Texts[language].Site.Partly, html, StringComparison.Ordinal);
            Assert.Contains(Texts[language].Site.Unchecked, html, StringComparison.Ordinal);
            Assert.All(Texts.Languages, each => Assert.Contains($">{each.Name}</a>", html, StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Translations))]
    public async Task TheFirstPage_InAnAlert_StaysWithinItsFirstPackets(string language)
    {
        Assert.InRange((await RenderAsync(Alert, PortalPage.Home, language)).Brotli.Length, 1, 14_336);
        Assert.InRange((await RenderAsync(Alert, PortalPage.Lite, language)).Gzip.Length, 1, 14_336);
    }

    [Theory]
    [MemberData(nameof(Translations))]
    public async Task AnOrder_IsInTheLanguage_WithTheJapaneseWordBesideIt(string language)
    {
        var html = await HtmlAsync(Alert, language: language);
        var message = Alert.Orders[0].Texts.Single(text => text.Language == language);

        Assert.Contains(message.Actions[0], html, StringComparison.Ordinal);
        Assert.Contains("避難指示", html, StringComparison.Ordinal);
        Assert.DoesNotContain($">{Texts[language].Orders.OtherLanguage}<", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Defect6_KoreanAngleBrackets_AreEscapedOnThePage()
    {
        var surge = Pack.Messages.Render("ko", Hazard.StormSurge, Act.Issue, 4, EvacuationAction.LeaveNow, new MessageSlots
        {
            Areas = [.. Pack.Areas.Values.Take(1)],
            Zone = null,
            Cause = Pack.Causes.Values.First().Name,
            Time = AsOf,
        });
        var order = Order(4, EvacuationAction.LeaveNow, Audience.Everyone, 1) with { Hazard = Hazard.StormSurge, Cause = null, Texts = [surge] };

        var html = await HtmlAsync(Alert with { Orders = [order] }, language: "ko");

        Assert.Contains("고조&lt;바다의 물이 늘어남&gt;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<바다", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notifications_MayBeAskedForInEveryLanguage_AlsoWhereItsPagesAreNotServedYet()
    {
        var html = Encoding.UTF8.GetString((await RenderAsync(Calm, PortalPage.Notify, "ja", texts: OnlyJapaneseChecked())).Html.Span);

        Assert.All(Texts.Languages, each => Assert.Matches(
            $"<option value=\"{each.Language}\" lang=\"{each.HtmlLanguage}\"( selected)?>{each.Name}</option>", html));
        Assert.Contains("<option value=\"ja\" lang=\"ja\" selected>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/ko/\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Live_ServesNoPageOfALanguageThatNobodyChecked() =>
        Assert.Equal(["ja"], OnlyJapaneseChecked().Languages.Select(words => words.Language));

    private static PortalTexts OnlyJapaneseChecked()
    {
        using var copy = new TestHub.ConfigCopy();
        copy.Replace("messages/ja/portal.json", "\"checkedBy\": null", "\"checkedBy\": \"確認者\"");
        return PortalTexts.Read(copy.Path, Pack.Ward.Languages, Pack.Notices).CheckedOnly();
    }
}
