using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Domain.Relays;
using Xunit;

namespace Chiyoda.Bousai.Domain.Tests.Relays;

/// <summary>The whole table: what was told, what was and is in force, and of which type the telegram is.</summary>
public sealed class JudgingAChangeTests
{
    private static readonly DateTimeOffset Noon = new(2026, 9, 11, 12, 0, 0, TimeSpan.FromHours(9));

    /// <summary>Told before (0 = nothing), before, after, type → change, or null for silence. The rule tells from level 3.</summary>
    public static TheoryData<int, int, int, InfoType, RelayChange?> Table => new()
    {
        { 0, 0, 4, InfoType.Issue, RelayChange.Up },
        { 0, 0, 3, InfoType.Issue, RelayChange.Up },
        { 0, 0, 4, InfoType.Correction, RelayChange.Up },
        { 0, 0, 4, InfoType.Delayed, RelayChange.Up },
        { 0, 0, 2, InfoType.Issue, null },
        { 0, 2, 3, InfoType.Issue, RelayChange.Up },
        { 0, 4, 4, InfoType.Issue, null },
        { 0, 4, 3, InfoType.Issue, null },
        { 0, 4, 0, InfoType.Issue, null },
        { 0, 4, 0, InfoType.Cancel, null },
        { 0, 0, 0, InfoType.Cancel, null },
        { 4, 4, 4, InfoType.Issue, null },
        { 4, 4, 4, InfoType.Correction, null },
        { 4, 4, 5, InfoType.Issue, RelayChange.Up },
        { 4, 4, 5, InfoType.Correction, RelayChange.Correct },
        { 4, 4, 3, InfoType.Issue, RelayChange.Down },
        { 4, 4, 2, InfoType.Issue, RelayChange.Down },
        { 4, 4, 3, InfoType.Cancel, RelayChange.Correct },
        { 4, 4, 0, InfoType.Issue, RelayChange.Lift },
        { 4, 4, 0, InfoType.Cancel, RelayChange.Cancel },
        { 4, 4, 0, InfoType.Correction, RelayChange.Cancel },

        // Dropped at night to 3 without being told: back at what was told, nobody knows better.
        { 4, 3, 4, InfoType.Issue, null },

        // It ran out by itself since: what comes is new, and what goes is no news.
        { 4, 0, 4, InfoType.Issue, RelayChange.Up },
        { 4, 0, 0, InfoType.Issue, null },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void IsToldOrSilent(int told, int before, int after, InfoType type, RelayChange? expected)
    {
        var rule = Rules.Flood();
        var last = told == 0 ? null : Told(rule, new RelayNews(RelayChange.Up, told, 0, ContinuesEpisode: false));

        Assert.Equal(expected, RelayJudge.Judge(rule, last, before, after, type, Noon)?.Change);
    }

    [Fact]
    public void AVoidLift_IsPutRight_ForADay_BelowTheRuleToo()
    {
        var rule = Rules.Flood();
        var lifted = Told(rule, new RelayNews(RelayChange.Lift, 0, 4, ContinuesEpisode: false));

        Assert.Equal(RelayChange.Correct, RelayJudge.Judge(rule, lifted, 0, 4, InfoType.Cancel, Noon.AddHours(1))?.Change);
        Assert.Equal(RelayChange.Correct, RelayJudge.Judge(rule, lifted, 0, 2, InfoType.Cancel, Noon.AddHours(1))?.Change);
        Assert.Equal(RelayChange.Up, RelayJudge.Judge(rule, lifted, 0, 4, InfoType.Issue, Noon.AddHours(1))?.Change);
        Assert.Equal(RelayChange.Up, RelayJudge.Judge(rule, lifted, 0, 4, InfoType.Correction, Noon.AddHours(25))?.Change);
    }

    [Fact]
    public void WhatEndedUntold_IsOver()
    {
        var rule = Rules.Flood();
        var last = Told(rule, new RelayNews(RelayChange.Up, 4, 0, ContinuesEpisode: false));
        last.End();

        Assert.Equal(RelayChange.Up, RelayJudge.Judge(rule, last, 3, 4, InfoType.Issue, Noon)?.Change);
        Assert.Null(RelayJudge.Judge(rule, last, 3, 0, InfoType.Issue, Noon));
    }

    [Fact]
    public void AnEarthquake_HasNoLift_ButAVoidOneIsTakenBack()
    {
        var rule = Rules.Flood() with { Phenomenon = "earthquake", AtLeast = 5, Cause = null };
        var last = Told(rule, new RelayNews(RelayChange.Up, 6, 0, ContinuesEpisode: false));

        Assert.Null(RelayJudge.Judge(rule, last, 6, 0, InfoType.Issue, Noon));
        Assert.Equal(RelayChange.Cancel, RelayJudge.Judge(rule, last, 6, 0, InfoType.Cancel, Noon)?.Change);
    }

    [Theory]
    [InlineData(22, 0, RelayChange.Up, 3, 0, true)]
    [InlineData(6, 59, RelayChange.Up, 3, 0, true)]
    [InlineData(7, 0, RelayChange.Up, 3, 0, false)]
    [InlineData(21, 59, RelayChange.Up, 3, 0, false)]
    [InlineData(2, 0, RelayChange.Up, 4, 3, false)]
    [InlineData(2, 0, RelayChange.Down, 3, 4, false)]
    [InlineData(2, 0, RelayChange.Lift, 0, 4, false)]
    [InlineData(2, 0, RelayChange.Lift, 0, 3, true)]
    [InlineData(2, 0, RelayChange.Correct, 2, 3, false)]
    [InlineData(2, 0, RelayChange.Cancel, 0, 3, false)]
    public void AtNight_TheWeakerWaits(int hour, int minute, RelayChange change, int grade, int previous, bool waits)
    {
        var at = new DateTimeOffset(2026, 9, 11, hour, minute, 0, TimeSpan.FromHours(9)).ToUniversalTime();

        Assert.Equal(waits, RelayJudge.WaitsForMorning(Rules.Flood(), new RelayNews(change, grade, previous, ContinuesEpisode: true), at));
        Assert.False(RelayJudge.WaitsForMorning(Rules.Flood() with { Night = null }, new RelayNews(change, grade, previous, ContinuesEpisode: true), at));
    }

    [Theory]
    [InlineData(RelayChange.Up, 0, 3, RelayChange.Up)]
    [InlineData(RelayChange.Up, 0, 0, null)]
    [InlineData(RelayChange.Up, 0, 2, null)]
    [InlineData(RelayChange.Up, 4, 4, null)]
    [InlineData(RelayChange.Down, 4, 3, RelayChange.Down)]
    [InlineData(RelayChange.Down, 4, 0, null)]
    [InlineData(RelayChange.Lift, 4, 0, RelayChange.Lift)]
    [InlineData(RelayChange.Lift, 4, 3, null)]
    [InlineData(RelayChange.Lift, 0, 0, null)]
    public void InTheMorning_WhatStillHoldsIsTold(RelayChange held, int told, int now, RelayChange? expected)
    {
        var rule = Rules.Flood();
        var waiting = Told(rule, new RelayNews(held, 3, 4, ContinuesEpisode: true));
        var last = told == 0 ? null : Told(rule, new RelayNews(RelayChange.Up, told, 0, ContinuesEpisode: false));

        Assert.Equal(expected, RelayJudge.InTheMorning(rule, last, waiting, now)?.Change);
    }

    private static Relay Told(RelayRule rule, RelayNews news) => Relay.Of(
        Guid.NewGuid(), StandingRule.Submit(Guid.NewGuid(), rule, Guid.NewGuid(), Noon), "normal:flood", news, null, null, Guid.NewGuid(), Noon, null, Noon, waits: false);
}
