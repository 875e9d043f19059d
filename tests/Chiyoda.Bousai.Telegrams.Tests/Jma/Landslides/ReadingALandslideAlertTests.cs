using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Telegrams.Jma;
using Chiyoda.Bousai.Telegrams.Jma.Landslides;
using Chiyoda.Bousai.Telegrams.Tests.Jma.WeatherWarnings;

namespace Chiyoda.Bousai.Telegrams.Tests.Jma.Landslides;

/// <summary>Facts written down by reading the telegrams named in each test.</summary>
public sealed class ReadingALandslideAlertTests
{
    [Fact]
    public void RealTelegramOfIwate_GivesThreeMunicipalitiesAtLevelFour()
    {
        var telegram = SharedData.Telegram("real_2026/vxww50_landslide-alert.xml");

        var facts = Assert.IsType<LandslideAlertFacts>(telegram.Facts);
        Assert.Equal("通常/VXWW50/岩手県土砂災害警戒情報", telegram.Stream);
        Assert.All(facts.Items, item => Assert.Equal(("landslide", 4, "警戒", "3"), (item.Phenomenon, item.Level, item.Kind, item.KindCode)));
        Assert.Equal(
            [("0320600", "継続"), ("0336600", "発表"), ("0338100", "継続")],
            facts.Items.Select(item => (item.Area.Code, item.Status)).Order());
        Assert.Contains(new WarningArea(CodeSets.Municipality, "0320100", "盛岡市"), facts.AreasWithout);
        Assert.Equal(Relevance.Irrelevant, TelegramRelevance.Concerns(telegram, Wards.Chiyoda));
        Assert.Equal(Relevance.StatesNone, TelegramRelevance.Concerns(telegram, Wards.Other(class20: ["0320100"])));
    }

    [Fact]
    public void LiftOfAll_LeavesNothingInForce()
    {
        var telegram = Telegrams.Read(Alert("解除", "1", "解除"));

        var item = Assert.Single(Assert.IsType<LandslideAlertFacts>(telegram.Facts).Items);
        Assert.True(item.IsEnded);
        Assert.Null(item.Level);
        Assert.Empty(Telegrams.InForce(telegram));
    }

    [Fact]
    public void OldAndNewTelegramOfOneEventAreOneWarning()
    {
        var old = Telegrams.InForce(Telegrams.Read(Alert("警戒", "3", "発表")));
        var current = Telegrams.InForce(Telegrams.Read(
            ReadingAWeatherWarningTests.Municipality("土砂", "レベル４土砂災害危険警報", "49", "発表")));

        Assert.Equal((4, true), (Assert.Single(old).Level, old[0].IsFallback));
        Assert.Equal("レベル４土砂災害危険警報", Assert.Single(WarningBoard.Merge([old, current])).Kind);
        Assert.Equal("土砂災害警戒情報", Assert.Single(WarningBoard.Merge([old, []])).Kind);
    }

    /// <summary>«警戒» alone names no hazard; the facts keep the word as it came.</summary>
    [Theory]
    [InlineData("警戒", "3", "土砂災害警戒情報")]
    [InlineData("厳重警戒", "5", "土砂災害警戒情報（厳重警戒）")]
    public void WhatItStates_IsNamedAfterTheInformation(string kind, string code, string name)
    {
        var telegram = Telegrams.Read(Alert(kind, code, "発表"));

        Assert.Equal(name, Assert.Single(Telegrams.InForce(telegram)).Kind);
        Assert.Equal(kind, Assert.Single(Assert.IsType<LandslideAlertFacts>(telegram.Facts).Items).Kind);
    }

    private static string Alert(string kind, string code, string status) => Telegrams.Xml(
        "土砂災害警戒情報",
        body: Telegrams.Layer("土砂災害警戒情報", kind, code, status, "千代田区", "1310100"),
        eventId: "東京都土砂災害警戒情報",
        office: "東京都 気象庁");
}
