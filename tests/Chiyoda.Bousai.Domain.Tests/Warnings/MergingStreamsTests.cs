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

    /// <summary>What nobody lifts in the old words any more must not stand for ever beside the new ones.</summary>
    [Fact]
    public void OldFamily_IsDroppedOnceTheNewOneSpokeLater_AlsoWhenThatSaysNone()
    {
        WarningStatement[] night = [Landslide(0, 4), OldLandslide(5), Landslide(120, 3), Landslide(240)];

        Assert.Equal([((int?)4, false)], Held(night[..1]));
        Assert.Equal([((int?)4, false)], Held(night[..2]));
        Assert.Equal([((int?)3, false)], Held(night[..3]));
        Assert.Empty(Held(night));
        Assert.Empty(Held(night.Reverse()));
    }

    [Fact]
    public void OldFamilyThatSpokeLast_StaysInView() =>
        Assert.Equal([((int?)4, true), (3, false)], Held([Landslide(0, 3), OldLandslide(5)]));

    [Fact]
    public void VoidedWordOfTheNewFamily_EndsNothing()
    {
        var cancel = Landslide(20) with { InfoType = InfoType.Cancel, IsBlind = true };

        Assert.Equal([((int?)4, true)], Held([OldLandslide(5), Landslide(10, 3), cancel]));
        Assert.Equal([((int?)4, true)], Held([OldLandslide(5), cancel]));
    }

    [Fact]
    public void SummaryThatSpokeLater_DropsTheOldFamilyToo()
    {
        Assert.Equal([((int?)3, false)], Held([OldLandslide(5), Landslide(10, 3) with { Stream = "通常/VPWW56/集約" }]));
        Assert.Empty(Held([OldLandslide(5), Landslide(10) with { Stream = "通常/VPWW56/集約" }]));
    }

    [Fact]
    public void WordOfAnotherFamilyOrOfADrill_LeavesTheOldOneStanding()
    {
        Assert.Equal([((int?)4, true)], Held([OldLandslide(5), State(10)]));
        Assert.Equal([((int?)4, true)], Held([OldLandslide(5), Landslide(10) with { Stream = "訓練/VPWW56/気象庁", Status = TelegramStatus.Training }]));
    }

    /// <summary>震度速報 gives way to the fuller report of its own earthquake alone.</summary>
    [Theory]
    [InlineData("A", new[] { "3" })]
    [InlineData("B", new[] { "4", "3" })]
    public void FirstIntensity_GivesWayToTheReportOfItsEvent(string eventId, string[] kinds)
    {
        var first = State(0, stream: "通常/VXSE51/A") with { InForce = [Warning("4", "earthquake", null, "A", isFallback: true, areas: new WarningArea("地震情報／細分区域", "350", "東京都２３区"))] };
        var full = State(5, stream: $"通常/VXSE53/{eventId}") with { InForce = [Warning("3", "earthquake", null, eventId, 5)] };

        Assert.Equal(kinds.Order(), Statements.Kinds(WarningBoard.InForce([first, full], TelegramStatus.Normal, Minute(10))).Order());
    }

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

    private static WarningStatement Landslide(int minute, int? level = null) => State(minute, stream: "通常/VPWW56/気象庁") with
    {
        InForce = level is { } known ? [Warning($"レベル{known}", "landslide", known, minute: minute)] : [],
    };

    private static WarningStatement OldLandslide(int minute) => State(minute, stream: "通常/VXWW50/気象庁") with
    {
        InForce = [Warning("土砂災害警戒情報", "landslide", 4, minute: minute, isFallback: true)],
    };

    private static IEnumerable<(int?, bool)> Held(IEnumerable<WarningStatement> statements) =>
        WarningBoard.InForce(statements, TelegramStatus.Normal, Minute(300)).Select(warning => (warning.Level, warning.IsFallback));
}
