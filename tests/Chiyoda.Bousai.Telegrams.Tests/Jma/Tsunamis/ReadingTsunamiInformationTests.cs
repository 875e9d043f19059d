using Chiyoda.Bousai.Telegrams.Jma;
using Chiyoda.Bousai.Telegrams.Jma.Tsunamis;

namespace Chiyoda.Bousai.Telegrams.Tests.Jma.Tsunamis;

/// <summary>Golden facts of 津波情報 and 沖合の津波観測に関する情報, read by a person.</summary>
public sealed class ReadingTsunamiInformationTests
{
    [Fact]
    public void ArrivalTimes_StandWithTheGrade_ByStationToo()
    {
        var facts = Read("official_samples/32-39_11_03_250206_VTSE51.xml");

        var iwate = facts.Areas[0];
        Assert.Equal(("岩手県", TsunamiGrade.MajorWarning), (iwate.Region.Name, iwate.Grade));
        Assert.NotEmpty(iwate.Stations);
        Assert.All(iwate.Stations, station => Assert.NotNull(station.HighTideAt));
    }

    [Fact]
    public void WhatWasNotMeasured_IsNotZero()
    {
        var all = IndexRow.All.Select(row => SharedData.Telegram(row["file"])).Where(telegram => telegram.Type is "VTSE51" or "VTSE52")
            .SelectMany(telegram => ((TsunamiFacts)telegram.Facts).Observations).ToList();

        Assert.Contains(all, station => station is { HighestCondition: "微弱", HighestMeters: null });
        Assert.Contains(all, station => station is { HighestCondition: "観測中", HighestMeters: null });
        Assert.Contains(all, station => station is { FirstCondition: "第１波識別不能", FirstAt: null });
        Assert.Contains(all, station => station is { IsRising: true, HighestMeters: 11.8m });
        Assert.DoesNotContain(all, station => station.HighestMeters == 0);
    }

    [Fact]
    public void OffTheCoast_IsMeasuredAndEstimated_AndRaisesNothing()
    {
        var telegram = SharedData.Telegram("official_samples/32-39_12_05_250206_VTSE52.xml");

        var facts = Assert.IsType<TsunamiFacts>(telegram.Facts);
        Assert.Empty(facts.Areas);
        Assert.Equal(("静岡御前崎沖", "ＧＰＳ波浪計", 1.8m, "重要"), (
            facts.Observations[0].Name, facts.Observations[0].Sensor, facts.Observations[0].HighestMeters, facts.Observations[0].HighestCondition));
        Assert.Contains(facts.Estimations, coast => coast.HighestMeters is null && coast.Coast.Name.Length > 0);
        Assert.Empty(TelegramStatements.From(telegram, Guid.NewGuid(), Telegrams.ReceivedAt, Wards.Other(tsunami: ["380"])));
    }

    private static TsunamiFacts Read(string file) => Assert.IsType<TsunamiFacts>(SharedData.Telegram(file).Facts);
}
