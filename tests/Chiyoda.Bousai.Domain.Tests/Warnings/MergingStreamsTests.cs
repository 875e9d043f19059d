using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Domain.Warnings;
using Xunit;
using static Chiyoda.Bousai.Domain.Tests.Warnings.Statements;

namespace Chiyoda.Bousai.Domain.Tests.Warnings;

public sealed class MergingStreamsTests
{
    private static readonly HazardWarning New = Warning("レベル４土砂災害危険警報", "landslide", 4);
    private static readonly HazardWarning Old = Warning("警戒", "landslide", 4, isFallback: true);

    [Fact]
    public void OldAndNewFamilySayItOnceInTheNewWords()
    {
        Assert.Equal([New], WarningBoard.Merge([[Old], [New]]));
        Assert.Equal([New], WarningBoard.Merge([[New], [Old]]));
    }

    [Fact]
    public void OldFamilyAlone_Stands() => Assert.Equal([Old], WarningBoard.Merge([[Old], []]));

    [Fact]
    public void OldFamilyAtALowerLevel_GivesWay() =>
        Assert.Equal([New with { Level = 5 }], WarningBoard.Merge([[Old], [New with { Level = 5 }]]));

    [Fact]
    public void OldFamilyAtAHigherLevel_StaysInViewUntilLifted() =>
        Assert.Equal([Old, New with { Level = 3 }], WarningBoard.Merge([[New with { Level = 3 }], [Old]]));

    [Fact]
    public void OldFamilyForMoreAreas_KeepsTheOthers()
    {
        var other = new WarningArea(Ward.CodeSet, "1310200", "中央区");

        var merged = WarningBoard.Merge([[Warning("警戒", "landslide", 4, isFallback: true, areas: [Ward, other])], [New]]);

        Assert.Equal(2, merged.Count);
        Assert.Equal([other], merged.Single(warning => warning.IsFallback).Areas);
    }

    [Fact]
    public void SameDigitsInAnotherCodeSet_AreAnotherArea()
    {
        var old = Warning("警戒", "landslide", 4, isFallback: true, areas: Ward with { CodeSet = "震度観測点" });

        Assert.Equal(2, WarningBoard.Merge([[old], [New]]).Count);
    }

    [Fact]
    public void TwoRiversAtTheSameLevel_BothStand()
    {
        var merged = WarningBoard.Merge([
            [Warning("レベル４氾濫危険警報", "flood", 4, "830304004400")],
            [Warning("レベル４氾濫危険警報", "flood", 4, "830304000100")]]);

        Assert.Equal(2, merged.Count);
    }

    [Fact]
    public void SameReportOfTwoEpisodes_StandsOnceByTheNewer()
    {
        var earlier = Warning("線状降水帯発生", "rainband", null, minute: 0);
        var later = Warning("線状降水帯発生", "rainband", null, minute: 30);

        Assert.Equal([later], WarningBoard.Merge([[earlier], [later]]));
    }

    [Fact]
    public void HighestLevel_ComesFirst()
    {
        var merged = WarningBoard.Merge([
            [Warning("強風注意報", "wind", null)], [Warning("レベル５大雨特別警報", "rain", 5)], [New]]);

        Assert.Equal([5, 4, null], merged.Select(warning => warning.Level));
    }

    [Fact]
    public void DrillNeverStandsBesideReality()
    {
        WarningStatement[] all =
        [
            State(0, "実際の警報"),
            State(5, "訓練の警報", status: TelegramStatus.Training, stream: "訓練/VPWW55/気象庁"),
            State(6, "試験の警報", status: TelegramStatus.Test, stream: "試験/VPWW55/気象庁"),
            State(7, "", InfoType.Cancel, status: TelegramStatus.Test, stream: "試験/VPWW55/気象庁"),
        ];

        Assert.Equal(["実際の警報"], Statements.Kinds(WarningBoard.InForce(all, TelegramStatus.Normal, Minute(10))));
        Assert.Equal(["訓練の警報"], Statements.Kinds(WarningBoard.InForce(all, TelegramStatus.Training, Minute(10))));
        Assert.Empty(WarningBoard.InForce(all, TelegramStatus.Test, Minute(10)));
    }
}
