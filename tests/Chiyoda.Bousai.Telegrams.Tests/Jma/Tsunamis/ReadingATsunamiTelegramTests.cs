using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Telegrams.Jma;
using Chiyoda.Bousai.Telegrams.Jma.Tsunamis;

namespace Chiyoda.Bousai.Telegrams.Tests.Jma.Tsunamis;

/// <summary>Facts written down by reading the telegrams named in each test.</summary>
public sealed class ReadingATsunamiTelegramTests
{
    private const string TokyoBay = "312";

    [Fact]
    public void TelegramOf15ThirtyInTohoku2011_GivesTokyoBayAnAdvisory()
    {
        var telegram = SharedData.Telegram("official_samples/32-39_11_11_250206_VTSE41.xml");

        var facts = Assert.IsType<TsunamiFacts>(telegram.Facts);
        Assert.Equal("通常/VTSE41/", telegram.Stream);
        Assert.Equal(["20110311144640"], facts.EventIds);
        Assert.Equal(
            new TsunamiArea(
                new WarningArea(CodeSets.TsunamiRegion, TokyoBay, "東京湾内湾"),
                TsunamiGrade.Watch,
                new JmaKind("津波注意報", "62", ""),
                new JmaKind("津波予報（若干の海面変動）", "71", ""),
                new DateTimeOffset(2011, 3, 11, 15, 40, 0, TimeSpan.FromHours(9)),
                "",
                1m,
                "１ｍ"),
            facts.Areas.Single(area => area.Region.Code == TokyoBay) with { Stations = [] });
    }

    [Fact]
    public void HugeEarthquake_HasWordsInsteadOfNumbers()
    {
        var facts = Assert.IsType<TsunamiFacts>(SharedData.Telegram("official_samples/32-39_11_02_250206_VTSE41.xml").Facts);

        var iwate = facts.Areas.Single(area => area.Region.Code == "210");
        Assert.Equal((TsunamiGrade.MajorWarning, "53", "巨大", null), (iwate.Grade, iwate.Kind.Code, iwate.HeightText, iwate.HeightMeters));
        Assert.Null(Assert.Single(facts.Earthquakes).Magnitude);
        Assert.Equal("Ｍ８を超える巨大地震", facts.Earthquakes[0].MagnitudeText);
    }

    [Theory]
    [InlineData("53", TsunamiGrade.MajorWarning)]
    [InlineData("52", TsunamiGrade.MajorWarning)]
    [InlineData("51", TsunamiGrade.Warning)]
    [InlineData("62", TsunamiGrade.Watch)]
    [InlineData("71", TsunamiGrade.Forecast)]
    [InlineData("72", TsunamiGrade.Forecast)]
    [InlineData("73", TsunamiGrade.Forecast)]
    [InlineData("50", TsunamiGrade.None)]
    [InlineData("60", TsunamiGrade.None)]
    [InlineData("00", TsunamiGrade.None)]
    public void EachKindCode_HasItsGrade(string code, TsunamiGrade grade)
    {
        var facts = Assert.IsType<TsunamiFacts>(Telegrams.Read(Tsunami(code)).Facts);

        Assert.Equal(grade, Assert.Single(facts.Areas).Grade);
    }

    [Fact]
    public void TsunamiHasNoLevel()
    {
        var warning = Assert.Single(Telegrams.InForce(SharedData.Telegram("official_samples/32-39_11_11_250206_VTSE41.xml")));

        Assert.Equal(("tsunami", null, "津波注意報"), (warning.Phenomenon, warning.Level, warning.Kind));
        Assert.Null(warning.ValidUntil);
    }

    [Fact]
    public void OnlyTheForecastOfSmallChangesEndsByItself()
    {
        var forecast = Assert.Single(Telegrams.InForce(SharedData.Telegram("official_samples/32-39_11_13_250206_VTSE41.xml")));
        var withoutEnd = Assert.Single(Telegrams.InForce(Telegrams.Read(Tsunami("71"))));

        Assert.Equal(new DateTimeOffset(2011, 3, 14, 18, 0, 0, TimeSpan.FromHours(9)), forecast.ValidUntil);
        Assert.False(forecast.IsAgedOut);
        Assert.True(withoutEnd.IsAgedOut);
    }

    [Fact]
    public void SeveralEventIdsAreOneStream()
    {
        var one = Telegrams.Read(Tsunami("51", "20260801114500"));
        var two = Telegrams.Read(Tsunami("62", "20260801114500 20260801115000", "2026-08-01T11:58:00+09:00"));
        var lifted = Telegrams.Read(Tsunami("60", "20260801115000", "2026-08-01T13:00:00+09:00"));

        Assert.Equal(["20260801114500", "20260801115000"], ((TsunamiFacts)two.Facts).EventIds);
        Assert.Equal(one.Stream, two.Stream);
        Assert.Equal(["津波62"], Held(one, two));
        Assert.Empty(Held(one, two, lifted));
    }

    [Fact]
    public void CancelHasNoAreasAndBringsBackTheStateBefore()
    {
        var cancel = SharedData.Telegram("official_samples/38-39_03_01_210805_VTSE41.xml");
        Assert.Equal(InfoType.Cancel, cancel.Head.InfoType);
        Assert.Equal(Relevance.OnlyIfEarlierDid, TelegramRelevance.Concerns(cancel, Wards.Chiyoda));

        var forecast = Telegrams.Read(Tsunami("71"));
        var mistaken = Telegrams.Read(Tsunami("52", reportedAt: "2026-08-01T11:55:00+09:00"));
        var withdrawn = Telegrams.Read(Tsunami("", reportedAt: "2026-08-01T11:57:00+09:00", infoType: "取消"));

        Assert.Equal(["津波71"], Held(forecast, mistaken, withdrawn));
    }

    [Fact]
    public void DrillOfJmaIsAnotherStream()
    {
        var drill = SharedData.Telegram("official_samples/32-39_12_02_250206_VTSE41.xml");

        Assert.Equal(TelegramStatus.Training, drill.Control.Status);
        Assert.Equal("訓練/VTSE41/", drill.Stream);
        Assert.Equal(TelegramStatus.Training, Telegrams.Statement(drill).Status);
        Assert.Equal("津波警報", Assert.Single(Telegrams.InForce(drill)).Kind);
    }

    private static IEnumerable<string> Held(params JmaTelegram[] telegrams) => WarningFold
        .InForce(telegrams.Select(telegram => Telegrams.Statement(telegram)), Telegrams.ReceivedAt)
        .Select(warning => warning.Kind);

    private static string Tsunami(
        string code,
        string eventId = "20260801114500",
        string reportedAt = "2026-08-01T11:50:00+09:00",
        string infoType = "発表") => Telegrams.Xml(
        "津波警報・注意報・予報a",
        body: code.Length == 0 ? "<Text>取り消します。</Text>" : $"""
            <Tsunami><Forecast><Item><Area><Name>東京湾内湾</Name><Code>312</Code></Area>
            <Category><Kind><Name>津波{code}</Name><Code>{code}</Code></Kind></Category></Item></Forecast></Tsunami>
            """,
        eventId: eventId,
        reportedAt: reportedAt,
        infoType: infoType,
        bodyNamespace: "body/seismology1/");
}
