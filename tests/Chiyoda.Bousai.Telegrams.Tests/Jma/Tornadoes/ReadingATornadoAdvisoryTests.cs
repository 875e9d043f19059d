using System.Globalization;
using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Telegrams.Jma;
using Chiyoda.Bousai.Telegrams.Jma.Tornadoes;

namespace Chiyoda.Bousai.Telegrams.Tests.Jma.Tornadoes;

/// <summary>Facts written down by reading the telegrams named in each test.</summary>
public sealed class ReadingATornadoAdvisoryTests
{
    [Fact]
    public void TokyoTelegramWithASighting_ConcernsTheWardUntilItsOwnEnd()
    {
        var telegram = SharedData.Telegram("official_samples/19_05_01_140425_VPHW51.xml");

        var facts = Assert.IsType<TornadoFacts>(telegram.Facts);
        Assert.Equal("VPHW51", telegram.Type);
        Assert.Equal("通常/VPHW/気象庁予報部", telegram.Stream);
        Assert.Equal(("tornado", null, "竜巻注意情報", "1", "発表"), (facts.Items[0].Phenomenon, facts.Items[0].Level, facts.Items[0].Kind, facts.Items[0].KindCode, facts.Items[0].Status));
        Assert.Equal(new WarningArea(CodeSets.WeatherRegion, "130010", "東京地方"), facts.Items[0].Area);
        Assert.Contains(facts.AreasWithout, area => area.Code == "130030");

        var warning = Assert.Single(Telegrams.InForce(telegram));
        Assert.Equal(new WarningArea(CodeSets.Municipality, "1310100", "千代田区"), Assert.Single(warning.Areas));
        Assert.Equal(new DateTimeOffset(2014, 2, 12, 14, 50, 0, TimeSpan.FromHours(9)), warning.ValidUntil);
        Assert.False(warning.IsAgedOut);
    }

    [Fact]
    public void AdvisoryAndSighting_AreOneStream() => Assert.Equal(
        Telegrams.Read(Tornado("竜巻注意情報", "130011")).Stream,
        Telegrams.Read(Tornado("竜巻注意情報（目撃情報付き）", "130011")).Stream);

    [Fact]
    public void RegionDecidesWhereNoMunicipalityIsListed()
    {
        var ours = Telegrams.Read(Tornado("竜巻注意情報", "130011"));
        var neighbours = Telegrams.Read(Tornado("竜巻注意情報", "130012"));

        Assert.Equal(Relevance.Concerns, TelegramRelevance.Concerns(ours, Wards.Chiyoda));
        Assert.Equal(Relevance.Irrelevant, TelegramRelevance.Concerns(neighbours, Wards.Chiyoda));
    }

    [Fact]
    public void MunicipalityThatIsListedWithoutAdvisoryOverrulesItsRegion()
    {
        var telegram = Telegrams.Read(Tornado("竜巻注意情報", "130010", municipality: "0"));

        Assert.Equal(Relevance.StatesNone, TelegramRelevance.Concerns(telegram, Wards.Chiyoda));
        Assert.Empty(Telegrams.InForce(telegram));
    }

    [Fact]
    public void AdvisoryEndsByItsOwnClockOnly()
    {
        var statement = Telegrams.Statement(Telegrams.Read(Tornado("竜巻注意情報", "130011")));
        var ends = new DateTimeOffset(2026, 8, 1, 13, 0, 0, TimeSpan.FromHours(9));

        Assert.Single(WarningFold.InForce([statement], ends.AddSeconds(-1)));
        Assert.Empty(WarningFold.InForce([statement], ends));
    }

    /// <summary>The body lists all regions of the office: one that is issued for the islands names the ward with «なし».</summary>
    [Fact]
    public void LaterAdvisoryForOtherPlaces_EndsNothing()
    {
        var ours = Read("12:00", "発表", isOurs: true);
        var islands = Read("12:10", "発表", isOurs: false);

        Assert.Equal(Relevance.StatesNone, TelegramRelevance.Concerns(islands, Wards.Chiyoda));
        Assert.Equal("2026-08-01T13:00", End(ours, islands));
        Assert.Equal("2026-08-01T13:00", End(islands, ours));

        // What is cancelled or corrected is the islands'.
        Assert.Equal("2026-08-01T13:00", End(ours, islands, Read("12:10", "取消", isOurs: false, controlAt: "2026-08-01T03:12:00Z")));
        Assert.Equal("2026-08-01T13:00", End(ours, islands, Read("12:11", "訂正", isOurs: false)));

        // A later one for the ward takes its place, and a 取消 or 訂正 of its own ends it.
        Assert.Equal("2026-08-01T13:20", End(ours, islands, Read("12:20", "発表", isOurs: true, ends: "13:20")));
        Assert.Null(End(ours, Read("12:00", "取消", isOurs: false, controlAt: "2026-08-01T03:12:00Z")));
        Assert.Null(End(ours, Read("12:01", "訂正", isOurs: false)));

        static string? End(params JmaTelegram[] telegrams) => WarningFold
            .InForce(telegrams.Select(telegram => Telegrams.Statement(telegram)), Telegrams.ReceivedAt)
            .SingleOrDefault()?.ValidUntil?.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);

        static JmaTelegram Read(string time, string infoType, bool isOurs, string controlAt = "2026-08-01T03:00:10Z", string ends = "13:00") => Telegrams.Read(Telegrams.Xml(
            "竜巻注意情報",
            body: infoType == "取消" ? "" : Telegrams.Layer("竜巻注意情報（市町村等）", isOurs ? "竜巻注意情報" : "なし", isOurs ? "1" : "0", isOurs ? "発表" : "なし", "千代田区", "1310100"),
            infoType: infoType,
            reportedAt: $"2026-08-01T{time}:00+09:00",
            controlAt: controlAt,
            validUntil: $"2026-08-01T{ends}:00+09:00"));
    }

    private static string Tornado(string title, string region, string? municipality = null) => Telegrams.Xml(
        title,
        body: Telegrams.Layer("竜巻注意情報（市町村等をまとめた地域等）", "竜巻注意情報", "1", "発表", "地域", region)
            + (municipality is null ? "" : Telegrams.Layer("竜巻注意情報（市町村等）", "なし", municipality, "なし", "千代田区", "1310100")),
        validUntil: "2026-08-01T13:00:00+09:00");
}
