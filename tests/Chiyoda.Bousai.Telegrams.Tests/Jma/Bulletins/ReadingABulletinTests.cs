using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Telegrams.Jma;
using Chiyoda.Bousai.Telegrams.Jma.Bulletins;

namespace Chiyoda.Bousai.Telegrams.Tests.Jma.Bulletins;

/// <summary>Facts written down by reading the telegrams named in each test.</summary>
public sealed class ReadingABulletinTests
{
    [Fact]
    public void RealBulletinForTheIslands_IsNotTheWard()
    {
        var telegram = SharedData.Telegram("real_2026/vpbs50_linear-rainband_imminent.xml");

        var facts = Assert.IsType<BulletinFacts>(telegram.Facts);
        var item = Assert.Single(facts.Items);
        Assert.Equal(("rainband", null, "線状降水帯直前", ""), (item.Phenomenon, item.Level, item.Kind, item.KindCode));
        Assert.Equal(new WarningArea(CodeSets.WeatherRegion, "130030", "伊豆諸島南部"), item.Area);
        Assert.Equal(
            new BulletinReport(item.Area, "", "線状降水帯予想", "", null, "", new DateTimeOffset(2026, 7, 29, 6, 10, 0, TimeSpan.FromHours(9))),
            Assert.Single(facts.Reports));
        Assert.Equal("通常/VPBS50/YJPTK202607290618_202607290618", telegram.Stream);
        Assert.Equal(Relevance.OnlyIfEarlierDid, TelegramRelevance.Concerns(telegram, Wards.Chiyoda));
        Assert.Empty(Telegrams.InForce(telegram));
    }

    [Fact]
    public void RealRecordRain_IsReadWithItsMeasurement()
    {
        var facts = Assert.IsType<BulletinFacts>(SharedData.Telegram("real_2026/vpbs50_record-rain_skip.xml").Facts);

        Assert.Equal(("record-rain", "記録雨", "200030"), (facts.Items[0].Phenomenon, facts.Items[0].Kind, facts.Items[0].Area.Code));
        Assert.Equal(
            new BulletinReport(
                new WarningArea(CodeSets.Municipality, "2020911", "伊那"),
                "",
                "前１時間解析雨量",
                "約１００ミリ",
                100m,
                "mm",
                new DateTimeOffset(2026, 7, 27, 19, 10, 0, TimeSpan.FromHours(9))),
            Assert.Single(facts.Reports));
    }

    [Fact]
    public void BulletinForTheWardsRegion_IsAgedOutByOurRule()
    {
        var telegram = Telegrams.Read(Bulletin("線状降水帯発生"));

        var warning = Assert.Single(Telegrams.InForce(telegram));
        var shorter = TelegramStatements.From(
            telegram, Guid.NewGuid(), Telegrams.ReceivedAt, Wards.Chiyoda, new WarningPolicy { MomentaryReportsFor = TimeSpan.FromHours(1) });

        Assert.Equal(("rainband", "線状降水帯発生"), (warning.Phenomenon, warning.Kind));
        Assert.True(warning.IsAgedOut);
        Assert.Equal(telegram.Head.ReportedAt.AddHours(3), warning.ValidUntil);
        Assert.Equal(telegram.Head.ReportedAt.AddHours(1), shorter[0].InForce[0].ValidUntil);
    }

    /// <summary>The headline tags 東京地方; the body tells for which municipality of it.</summary>
    [Theory]
    [InlineData("記録雨", "1310100", true)]
    [InlineData("記録雨", "1320100", false)]
    [InlineData("記録雨", null, true)]
    [InlineData("線状降水帯発生", "1320100", true)]
    public void RecordRain_IsTheWardsWhereTheBodyNamesIt(string tag, string? municipality, bool isWard)
    {
        var telegram = Telegrams.Read(Bulletin(tag, municipality is null ? "" : Report("千代田区", municipality)));

        Assert.Equal(isWard ? Relevance.Concerns : Relevance.OnlyIfEarlierDid, TelegramRelevance.Concerns(telegram, Wards.Chiyoda));
        Assert.Equal(isWard, Telegrams.InForce(telegram).Count == 1);
    }

    [Fact]
    public void RealRecordRain_IsItsMunicipalitysAlone()
    {
        var telegram = SharedData.Telegram("real_2026/vpbs50_record-rain_skip.xml");

        Assert.Equal("記録雨", Assert.Single(Telegrams.InForce(telegram, Wards.Other(class20: ["2020911"], regions: ["200030"]))).Kind);
        Assert.Empty(Telegrams.InForce(telegram, Wards.Other(class20: ["2020912"], regions: ["200030"])));
    }

    [Theory]
    [InlineData("短時間大雪 記録雨")]
    [InlineData("短時間大雪　記録雨")]
    public void TwoTagsInOneCondition_AreTwoItems(string tags)
    {
        var telegram = Telegrams.Read(Bulletin(tags));

        Assert.Equal(
            [("snow", "短時間大雪", "短時間大雪"), ("record-rain", "記録雨", "記録雨")],
            Telegrams.InForce(telegram).Select(warning => (warning.Phenomenon, warning.Kind, warning.Condition)));
        Assert.Empty(telegram.Notices);
    }

    [Fact]
    public void UnknownTag_IsKeptAndReported()
    {
        var telegram = Telegrams.Read(Bulletin("新しい現象"));

        Assert.Equal(("other", "新しい現象"), (Telegrams.InForce(telegram)[0].Phenomenon, Telegrams.InForce(telegram)[0].Kind));
        Assert.Equal("新しい現象", Assert.Single(telegram.Notices).Word);
    }

    private static string Report(string name, string code) => $"""
        <MeteorologicalInfos type="観測実況"><MeteorologicalInfo><DateTime>2026-08-01T11:50:00+09:00</DateTime><Item>
        <Kind><Property><Type>雨の実況</Type><PrecipitationPart>
        <jmx_eb:Precipitation condition="約" description="約１００ミリ" type="前１時間解析雨量" unit="mm">100</jmx_eb:Precipitation>
        </PrecipitationPart></Property></Kind>
        <Area codeType="{CodeSets.Municipality}"><Name>{name}</Name><Code>{code}</Code><Status>付近</Status></Area>
        </Item></MeteorologicalInfo></MeteorologicalInfos>
        """;

    private static string Bulletin(string tag, string body = "") => Telegrams.Xml(
        "府県気象防災速報",
        Telegrams.Information("情報タグ", CodeSets.WeatherRegion, "情報タグ", "", "東京地方", "130010", tag),
        body,
        eventId: "JPTK202608011150_202608011150");
}
