using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Hub.Features.Portal;
using Chiyoda.Bousai.Hub.Features.Warnings;
using Chiyoda.Bousai.Telegrams.Jma;
using Chiyoda.Bousai.Telegrams.Jma.Earthquakes;
using Chiyoda.Bousai.Telegrams.Jma.Tsunamis;
using Chiyoda.Bousai.Telegrams.P2PQuake;
using Xunit;
using static Chiyoda.Bousai.Hub.Tests.Portal.PortalSamples;

namespace Chiyoda.Bousai.Hub.Tests.Portal;

/// <summary>The pages of warnings, earthquakes and tsunami: every figure with its state, time and source; unknown is never none.</summary>
public sealed class HazardPagesTests
{
    private static readonly PortalSource Silent = new("気象庁防災情報XML", KnowledgeState.Unknown, AsOf.AddMinutes(-30));

    [Fact]
    public async Task Warning_HasNumberInAShape_Word_Extent_Duration_Outlook_AndSource()
    {
        var warning = new PortalWarning("landslide", 4, "レベル４土砂災害危険警報", ["千代田区"], AsOf.AddMinutes(-5), null, "気象庁", null)
        {
            Extent = "一部",
            Since = AsOf.AddMinutes(-65),
            Periods = ["１１日１５時から１８時まで、警戒レベル５相当"],
        };

        var text = await HtmlAsync(Calm with { Warnings = [warning] }, PortalPage.Warnings);

        Assert.Matches("<path d=\"M20 1l19 19-19 19L1 20z\"[^4]*<text[^>]*>4</text>", text);
        Assert.Contains("<li class=\"lv4\">", text, StringComparison.Ordinal);
        Assert.All(
            ["レベル4土砂災害危険警報", "警戒レベル4相当", "千代田区", "一部", "13:27 から", "１１日１５時から１８時まで、警戒レベル５相当", "14:27 発表", "気象庁", "避難情報ではありません", "14:31 まで受信を確認"],
            words => Assert.Contains(words, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task WarningWithoutALevel_HasNoNumber() =>
        Assert.Contains(">!</text>", await HtmlAsync(Calm with { Warnings = [Warning with { Level = null }] }, PortalPage.Warnings), StringComparison.Ordinal);

    [Theory]
    [InlineData(PortalPage.Warnings, "発表されていません")]
    [InlineData(PortalPage.Earthquakes, "受け取った地震の情報はありません")]
    [InlineData(PortalPage.Tsunami, "津波予報区には発表されていません")]
    public async Task SilentSource_IsSaidWithItsTime_AndNeverNone(PortalPage page, string none)
    {
        var silent = await HtmlAsync(
            Calm with
            {
                Sources = [Silent],
                WarningsKnowledge = new PortalKnowledge(KnowledgeState.Unknown, Silent.HeardAt),
                TsunamiKnowledge = new PortalKnowledge(KnowledgeState.Unknown, Silent.HeardAt),
                HeardSince = null,
            },
            page);
        var heard = await HtmlAsync(Calm, page);

        Assert.Contains("取得できていません（14:02 から）", silent, StringComparison.Ordinal);
        Assert.DoesNotContain(none, silent, StringComparison.Ordinal);
        Assert.Contains(none, heard, StringComparison.Ordinal);
        Assert.DoesNotContain("取得できていません", heard, StringComparison.Ordinal);
    }

    /// <summary>A sign of life is not the state: a 津波警報 that was missed must not show as none, in any language.</summary>
    [Theory]
    [InlineData(KnowledgeState.Stale, "ja", "津波予報区には発表されていません", "津波の情報を確認できていません")]
    [InlineData(KnowledgeState.Unknown, "ja-easy", "情報（じょうほう）は 出（で）ていません", "情報（じょうほう）が わかりません")]
    [InlineData(KnowledgeState.Unknown, "en", "Nothing has been announced", "could not be confirmed")]
    [InlineData(KnowledgeState.Stale, "ko", "Nothing has been announced", "could not be confirmed")]
    public async Task TsunamiThatIsNotKnown_IsNotNone_ThoughEverySourceIsHeard(KnowledgeState state, string language, string none, string unknown)
    {
        var view = Calm with { TsunamiKnowledge = new PortalKnowledge(state, null) };

        var tsunami = Plain(await HtmlAsync(view, PortalPage.Tsunami, language));
        var warnings = Plain(await HtmlAsync(view, PortalPage.Warnings, language));

        Assert.DoesNotContain(none, tsunami, StringComparison.Ordinal);
        Assert.All([tsunami, warnings], page => Assert.Contains(unknown, page, StringComparison.Ordinal));
        Assert.NotEqual(PortalRevision.Of(Calm), PortalRevision.Of(view));

        static string Plain(string html) => System.Text.RegularExpressions.Regex.Replace(html.Replace("<rt>", "（", StringComparison.Ordinal).Replace("</rt>", "）", StringComparison.Ordinal), "<[^>]+>", string.Empty);
    }

    [Fact]
    public async Task Earthquakes_AreNoneSinceTheSourceIsHeard_AndNotKnownBefore()
    {
        var html = await HtmlAsync(Calm with { HeardSince = AsOf.AddMinutes(-40) }, PortalPage.Earthquakes);

        Assert.Contains("13:52 からは、千代田区のポータルが受け取った地震の情報はありません。それより前の地震は確認できていません", html, StringComparison.Ordinal);
        Assert.DoesNotContain("最近7日間", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SourceThatNeverSpoke_IsSaidSo() => Assert.Contains(
        "まだ一度も取得できていません",
        await HtmlAsync(Calm with { Sources = [Silent with { HeardAt = null }] }, PortalPage.Tsunami),
        StringComparison.Ordinal);

    [Fact]
    public async Task Earthquake_ShowsTheWardByStation_AndTheWordAboutTsunami()
    {
        var html = await HtmlAsync(Calm with { Earthquakes = [Quake(SeismicIntensity.FiveUpper)] }, PortalPage.Earthquakes);

        Assert.Contains("<b class=\"int i5u\">5強</b>", html, StringComparison.Ordinal);
        Assert.All(
            ["14:12", "千葉県北西部", "千代田区の震度", "東京千代田区大手町", "6.1", "約70km", "長周期地震動", "受け取っていません", "この地震による津波の心配はありません。", "14:17 発表"],
            words => Assert.Contains(words, html, StringComparison.Ordinal));
    }

    /// <summary>The class of the area around the ward; what is not given is not 0.</summary>
    [Theory]
    [InlineData(2, "階級2（高い階で大きな揺れ）")]
    [InlineData(null, "千代田区を含む地域の階級は発表されていません")]
    public async Task LongPeriodClass_IsThatOfTheAreaAroundTheWard_WithTimeAndSource(int? known, string words)
    {
        var longPeriod = new LongPeriod(known, known is null ? string.Empty : "東京都２３区", 3, "長周期地震動階級３を観測した地域があります。", AsOf.AddMinutes(-6), "気象庁");

        var html = await HtmlAsync(Calm with { Earthquakes = [Quake(SeismicIntensity.Four) with { LongPeriod = longPeriod }] }, PortalPage.Earthquakes);

        Assert.All([words, "長周期地震動階級３を観測した地域があります。", "14:26 発表"], each => Assert.Contains(each, html, StringComparison.Ordinal));
        Assert.DoesNotContain("階級0", html, StringComparison.Ordinal);
        Assert.Equal(known is not null, html.Contains("東京都２３区", StringComparison.Ordinal));
    }

    /// <summary>Apart from what JMA says, marked before it says anything, with its source and time; on the page of its kind alone.</summary>
    [Theory]
    [InlineData("ja", "未確認・気象庁の発表ではありません", "情報元: P2P地震情報（14:31 に受信）")]
    [InlineData("en", "not from the Japan Meteorological Agency", "Source: P2P地震情報 (received 14:31)")]
    public async Task AnotherSource_IsUnconfirmedAndSaysSo(string language, string mark, string from)
    {
        var quake = new PortalUnconfirmed(
            new P2PQuakeReport("a", 551, AsOf.AddMinutes(-2), "ScalePrompt", new P2PEarthquake(AsOf.AddMinutes(-4), "東京湾", null, null, null, null, SeismicIntensity.SixLower, string.Empty, []), null),
            "P2P地震情報", AsOf.AddMinutes(-1));
        var wave = quake with { Report = new P2PQuakeReport("b", 552, AsOf.AddMinutes(-2), "Focus", null, new P2PTsunami(false, [new P2PTsunamiArea("東京湾内湾", "Warning"), new P2PTsunamiArea("外房", "Riddle")])) };
        var view = Calm with { Unconfirmed = [quake, wave] };

        var earthquakes = await HtmlAsync(view, PortalPage.Earthquakes, language);
        var tsunami = await HtmlAsync(view, PortalPage.Tsunami, language);

        Assert.All([mark, from, "東京湾", "i6l"], words => Assert.Contains(words, earthquakes, StringComparison.Ordinal));
        Assert.DoesNotContain("東京湾内湾", earthquakes, StringComparison.Ordinal);
        Assert.True(earthquakes.IndexOf(mark, StringComparison.Ordinal) < earthquakes.IndexOf("東京湾", StringComparison.Ordinal));
        Assert.All([mark, from, "東京湾内湾", "外房", language == "ja" ? "津波警報" : "Tsunami Warning", language == "ja" ? "不明" : "unknown"], words => Assert.Contains(words, tsunami, StringComparison.Ordinal));
        Assert.DoesNotContain("i6l", tsunami, StringComparison.Ordinal);
        Assert.DoesNotContain(mark, await HtmlAsync(Calm, PortalPage.Earthquakes, language), StringComparison.Ordinal);
        Assert.DoesNotContain("lv5", earthquakes + tsunami, StringComparison.Ordinal);
        Assert.NotEqual(PortalRevision.Of(Calm), PortalRevision.Of(view));
    }

    /// <summary>Without codes in the report, the name of the pack decides; what is not understood is not «not concerned».</summary>
    [Theory]
    [InlineData("ja", "津波警報:北海道太平洋沿岸東部/津波注意報:東京湾内湾", "<strong><span>東京湾内湾</span>: 津波注意報</strong>")]
    [InlineData("en", "津波警報:北海道太平洋沿岸東部/津波注意報:東京湾内湾", "<strong><span lang=\"ja\">東京湾内湾</span>: Tsunami Advisory</strong>")]
    [InlineData("ja", "津波警報:北海道太平洋沿岸東部", "<strong>この情報に千代田区の津波予報区（東京湾内湾）は含まれていません</strong>")]
    [InlineData("ja-easy", "津波警報:北海道太平洋沿岸東部", "（東京湾内湾）は ありません</strong>")]
    [InlineData("en", "津波警報:北海道太平洋沿岸東部", "<strong>This report does not name the tsunami forecast region of Chiyoda City (東京湾内湾)</strong>")]
    [InlineData("ko", "津波警報:北海道太平洋沿岸東部", "This report does not name the tsunami forecast region of")]
    [InlineData("ja", "津波警報:北海道東のほう", "<strong>この情報に千代田区の津波予報区（東京湾内湾）が含まれるか、確認できません</strong>")]
    [InlineData("ja", "", "<strong>この情報に千代田区の津波予報区（東京湾内湾）が含まれるか、確認できません</strong>")]
    [InlineData("en", "津波警報:", "Whether this report names the tsunami forecast region of Chiyoda City (東京湾内湾) could not be confirmed")]
    public async Task UnconfirmedTsunami_TellsTheWardsRegionFirst(string language, string areas, string told)
    {
        P2PTsunamiArea[] named = [.. areas.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(area => new P2PTsunamiArea(area.Split(':')[1], area.StartsWith("津波警報", StringComparison.Ordinal) ? "Warning" : "Watch"))];
        var wave = new P2PQuakeReport("b", 552, AsOf.AddMinutes(-2), "Focus", null, new P2PTsunami(false, named));

        var html = await HtmlAsync(Calm with { Unconfirmed = [new PortalUnconfirmed(wave, "P2P地震情報", AsOf.AddMinutes(-1))] }, PortalPage.Tsunami, language);

        Assert.Contains(told, html, StringComparison.Ordinal);
        if (areas.Contains("北海道", StringComparison.Ordinal))
        {
            var others = language switch { "ja" => "ほかの津波予報区:", "ja-easy" => "ほかの ", _ => "Other tsunami forecast regions:" };
            Assert.True(html.IndexOf(told, StringComparison.Ordinal) < html.IndexOf(others, StringComparison.Ordinal));
            Assert.True(html.IndexOf(others, StringComparison.Ordinal) < html.IndexOf("北海道", StringComparison.Ordinal));
        }
    }

    /// <summary>The network writes three words; «0» and «None» are words of ours, and would read as «no tsunami».</summary>
    [Theory]
    [InlineData("0")]
    [InlineData("None")]
    [InlineData("Unknown")]
    public async Task UnconfirmedTsunamiOfAnUnknownGrade_IsNeverNone(string grade)
    {
        var wave = new P2PQuakeReport("b", 552, AsOf.AddMinutes(-2), "Focus", null, new P2PTsunami(false, [new P2PTsunamiArea("東京湾内湾", grade)]));

        var html = await HtmlAsync(Calm with { Unconfirmed = [new PortalUnconfirmed(wave, "P2P地震情報", AsOf.AddMinutes(-1))] }, PortalPage.Tsunami);

        Assert.Contains("東京湾内湾</span>: 不明", html, StringComparison.Ordinal);
        Assert.DoesNotContain("津波なし", html, StringComparison.Ordinal);
    }

    /// <summary>An exercise may hold 通常 and 訓練 about one EventID.</summary>
    [Fact]
    public async Task DrillWithTheSameEventId_StandsBesideTheEarthquake()
    {
        var html = await HtmlAsync(
            Calm with { Earthquakes = [Quake(SeismicIntensity.FiveUpper), Quake(SeismicIntensity.Three) with { Status = TelegramStatus.Training }] }, PortalPage.Earthquakes);

        Assert.Contains("<b class=\"int i5u\">5強</b>", html, StringComparison.Ordinal);
        Assert.Contains("<b class=\"int i3\">3</b>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task IntensityThatDidNotComeIn_IsUnknownAndNeverZero()
    {
        var html = await HtmlAsync(
            Calm with { Earthquakes = [Quake(SeismicIntensity.UnreportedFiveLowerOrMore)] }, PortalPage.Earthquakes);

        Assert.Contains("i-unreported\">未入電", html, StringComparison.Ordinal);
        Assert.Contains("震度5弱以上と考えられます", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FirstReport_IsOfTheAreaAndSaysSo()
    {
        var html = await HtmlAsync(
            Calm with { Earthquakes = [Quake(SeismicIntensity.FiveLower) with { Ward = new WardIntensity(SeismicIntensity.FiveLower, true, false), Hypocenter = null, Stations = [] }] },
            PortalPage.Earthquakes);

        Assert.Contains("周辺の地域の震度（速報）", html, StringComparison.Ordinal);
        Assert.Contains("不明", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "千代田区の震度は発表されていません")]
    [InlineData(false, "震度の情報を待っています")]
    public async Task WardThatIsNotListed_IsNotZero(bool isListComplete, string words)
    {
        var html = await HtmlAsync(
            Calm with { Earthquakes = [Quake(null) with { Ward = new WardIntensity(null, false, isListComplete), Stations = [] }] }, PortalPage.Earthquakes);

        Assert.Contains(words, html, StringComparison.Ordinal);
        Assert.DoesNotContain("i0\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tsunami_ShowsGradeArrivalAndHeight_InTheWordsOfTheIssuer()
    {
        var html = await HtmlAsync(Calm with { Tsunami = [Region(TsunamiGrade.MajorWarning, AsOf.AddMinutes(40), "巨大")] }, PortalPage.Tsunami);

        Assert.All(["東京湾内湾", "tsunami majorwarning\">大津波警報", "15:12", "巨大", "14:30 発表"], words => Assert.Contains(words, html, StringComparison.Ordinal));
        Assert.DoesNotContain("lv5", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TsunamiWithoutArrivalAndHeight_IsNotKnown()
    {
        var html = await HtmlAsync(Calm with { Tsunami = [Region(TsunamiGrade.Watch, null, string.Empty)] }, PortalPage.Tsunami, "en");

        Assert.Equal(2, html.Split("unknown\n").Length - 1 + html.Split(">unknown<").Length - 1);
        Assert.Contains("Tsunami Advisory", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PortalPage.Warnings, "防災気象情報")]
    [InlineData(PortalPage.Earthquakes, "地震の情報")]
    [InlineData(PortalPage.Tsunami, "津波の情報")]
    public async Task Page_IsNamedInItsTitle_LinkedFromHome_AndSaysWhatTheWardOrders(PortalPage page, string name)
    {
        var html = await HtmlAsync(Alert, page);

        Assert.Matches($"<title>[^<]*避難指示[^<]*{name}", html);
        Assert.Contains("<p class=\"alert\">", html, StringComparison.Ordinal);
        Assert.Contains($"href=\"{Address.Of(page, "ja")}\"", await HtmlAsync(Calm), StringComparison.Ordinal);
    }

    private static Earthquake Quake(SeismicIntensity? ward) => new(
        "20260911141200",
        TelegramStatus.Normal,
        new Hypocenter("千葉県北西部", "千葉県北西部", "341", 140.1m, 35.6m, 70, 6.1m, "Ｍ６．１", AsOf.AddMinutes(-20)),
        SeismicIntensity.FiveUpper,
        new WardIntensity(ward, false, true),
        [new IntensityObservation(IntensityScope.Station, "東京都", new WarningArea(CodeSets.IntensityStation, "1310100", "東京千代田区大手町"), ward)],
        ["この地震による津波の心配はありません。"],
        LongPeriod: null,
        AsOf.AddMinutes(-15),
        "気象庁",
        []);

    private static TsunamiRegion Region(TsunamiGrade grade, DateTimeOffset? arrives, string height)
    {
        var area = new WarningArea(CodeSets.TsunamiRegion, "312", "東京湾内湾");
        return new TsunamiRegion(
            new TsunamiArea(area, grade, new JmaKind("津波の発表", "53", string.Empty), null, arrives, string.Empty, null, height),
            new HazardWarning("tsunami", "53", null, "津波の発表", null, [area], AsOf.AddMinutes(-2), null, string.Empty, Guid.Empty, "気象庁", null),
            []);
    }
}
