using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Hub.Features.Portal;
using Xunit;
using static Chiyoda.Bousai.Hub.Tests.Portal.PortalSamples;

namespace Chiyoda.Bousai.Hub.Tests.Portal;

/// <summary>Unknown is not none, and none is not unknown (design rule 7).</summary>
public class KnowingPortalTests
{
    private const string NoOrders = "千代田区で発令中の避難情報はありません";
    private const string NoWarnings = "警報・注意報などは発表されていません";
    private const string WarningsUnknown = "気象情報を確認できていません";

    [Fact]
    public async Task KnownAndEmpty_SaysNoneWithItsTimeAndSource()
    {
        var html = await HtmlAsync(Calm);

        Assert.Contains(NoOrders, html, StringComparison.Ordinal);
        Assert.Contains(NoWarnings, html, StringComparison.Ordinal);
        Assert.Contains("datetime=\"2026-09-11T14:32:00&#x2B;09:00\"", html.Replace("+09:00", "&#x2B;09:00", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("避難情報: 千代田区", html, StringComparison.Ordinal);
        Assert.Contains("気象庁", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PortalPage.Home)]
    [InlineData(PortalPage.Lite)]
    public async Task WarningsUnknown_NeverReadsAsNone_WhileOurOrdersAreKnown(PortalPage page)
    {
        var view = Calm with
        {
            WarningsKnowledge = new PortalKnowledge(KnowledgeState.Unknown, null),
            Unknowns = [new PortalUnknown(UnknownPart.Warnings, UnknownReason.NeverHeard, null)],
        };

        var html = await HtmlAsync(view, page);

        Assert.Contains(NoOrders, html, StringComparison.Ordinal);
        Assert.Contains(WarningsUnknown, html, StringComparison.Ordinal);
        Assert.Contains("「発表なし」という意味ではありません", html, StringComparison.Ordinal);
        Assert.Contains("この情報源から、まだ一度も受け取っていません", html, StringComparison.Ordinal);
        Assert.DoesNotContain(NoWarnings, html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WarningsStale_ListsWhatWasLastSeenAndSinceWhen()
    {
        var view = Calm with { WarningsKnowledge = new PortalKnowledge(KnowledgeState.Stale, AsOf.AddMinutes(-12)), Warnings = [Warning] };

        var html = await HtmlAsync(view);

        Assert.Contains("最後に受け取った内容", html, StringComparison.Ordinal);
        Assert.Contains("14:20 から", html, StringComparison.Ordinal);
        Assert.Contains("レベル4氾濫危険警報", html, StringComparison.Ordinal);
        Assert.DoesNotContain(NoWarnings, html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(KnowledgeState.Unknown)]
    [InlineData(KnowledgeState.Stale)]
    public async Task OrdersNotKnown_IsNeverSaidAsNone(KnowledgeState state)
    {
        var html = await HtmlAsync(Calm with { OrdersKnowledge = new PortalKnowledge(state, AsOf.AddMinutes(-4)) });

        Assert.DoesNotContain(NoOrders, html, StringComparison.Ordinal);
        Assert.Contains("避難情報の最新の状態を確認できていません", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ShelterWithoutReport_IsNeitherOpenNorClosed()
    {
        var html = await HtmlAsync(Alert);

        Assert.Contains("富士見みらい館 <small>開設中 14:26</small>", html, StringComparison.Ordinal);
        Assert.Contains("お茶の水小学校 <small>開設の状況は確認できていません</small>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ShelterWhoseReportIsOld_IsUnknown_WithoutATimeThatWouldReadAsTheTimeOfThat()
    {
        var shelter = new PortalShelter(LocalizedText.OfJapanese("お茶の水小学校"), null, AsOf.AddHours(-9));

        var html = await HtmlAsync(Alert with { Orders = [.. Alert.Orders.Select(order => order with { Shelters = [shelter] })] });

        Assert.Contains("お茶の水小学校 <small>開設の状況は確認できていません</small>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WarningOfOthers_IsMarkedAsEquivalentAndNamesItsSource()
    {
        var html = await HtmlAsync(Alert);

        Assert.Contains("警戒レベル4相当", html, StringComparison.Ordinal);
        Assert.Contains("予測による発表", html, StringComparison.Ordinal);
        Assert.Contains("東京都 気象庁", html, StringComparison.Ordinal);
        Assert.Contains("避難情報ではありません", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EndedOrder_SaysHowItEndedWithItsDayAndNeverThatItIsSafe()
    {
        var html = await HtmlAsync(Alert with { Ended = [Ended with { State = OrderState.Lifted }] });

        Assert.Contains("9月10日(木) 22:32", html, StringComparison.Ordinal);
        Assert.Contains("<strong>解除</strong> 警戒レベル3 高齢者等避難 土砂災害", html, StringComparison.Ordinal);
        Assert.DoesNotContain("安全です", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryPage_ShowsTheNumbersToCallAndPromisesNoRescue()
    {
        foreach (var page in Enum.GetValues<PortalPage>())
        {
            var html = await HtmlAsync(Calm, page);

            Assert.All(["tel:119", "tel:110", "tel:171", "このページから救助を呼ぶことはできません"],
                text => Assert.Contains(text, html, StringComparison.Ordinal));
        }
    }
}
