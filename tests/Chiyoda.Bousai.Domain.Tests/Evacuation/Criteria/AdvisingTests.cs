using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Evacuation.Criteria;
using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Domain.Warnings;
using Xunit;

namespace Chiyoda.Bousai.Domain.Tests.Evacuation.Criteria;

/// <summary>Criteria on what has no level, and criteria that propose a notice or calls.</summary>
public sealed class AdvisingTests
{
    private static readonly DateTimeOffset At = new(2026, 9, 12, 2, 10, 0, TimeSpan.FromHours(9));

    [Theory]
    [InlineData("4", false)]
    [InlineData("5-", true)]
    [InlineData("5-?", true)]
    [InlineData("6+", true)]
    public void Intensity_MatchesFromItsGrade_AndWhatDidNotComeInCountsAsAtLeastLower5(string intensity, bool matched)
    {
        var result = Results(Of("earthquake", 5), Shaking(intensity, "1")).Single();

        Assert.Equal((matched, "震度5弱以上"), (result.Matched, result.Threshold.Replace("地震 ", string.Empty, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("62", true)]
    [InlineData("52", true)]
    [InlineData("72", false)]
    [InlineData("60", false)]
    public void Tsunami_MatchesFromTheAdvisoryOn_NeverByAForecastOrItsEnd(string code, bool matched)
    {
        var result = Results(Of("tsunami", 1), Warning("tsunami", code, null, null)).Single();

        Assert.Equal((matched, "津波注意報以上"), (result.Matched, result.Threshold));
    }

    [Fact]
    public void ASecondEarthquake_IsNews_WhileTheFirstIsStillInView()
    {
        var rule = new AdviceRule([Of("earthquake", 5)]);
        var (first, second) = (Shaking("5-", "1"), Shaking("5+", "2"));

        Assert.Single(rule.Judge(Seen(), Seen(first), At).Met);
        Assert.Empty(rule.Judge(Seen(first), Seen(first with { TelegramId = Guid.NewGuid() }), At).Met);
        Assert.Single(rule.Judge(Seen(first), Seen(first, second), At).Met);
        Assert.Empty(rule.Judge(Seen(first, second), Seen(second), At).Met);
        Assert.Equal(["earthquake-5"], rule.Judge(Seen(second), Seen(), At).Ended);
    }

    [Fact]
    public void Rain_AdvisesOnce_AndEndsWithItsGround()
    {
        var rule = new AdviceRule([Of("rain", 4)]);
        var (three, four) = (Warning("rain", "03", 3, null), Warning("rain", "43", 4, null));

        Assert.Empty(rule.Judge(Seen(), Seen(three), At).Met);
        Assert.Single(rule.Judge(Seen(three), Seen(four), At).Met);
        Assert.Empty(rule.Judge(Seen(four), Seen(four), At).Met);
        Assert.Equal(["rain-4"], rule.Judge(Seen(four), Seen(three), At).Ended);
    }

    [Fact]
    public void AGaugeThatFallsSilent_EndsNothing()
    {
        var criterion = Of("rain", 4) with { When = new GaugeCondition("n1", "一ツ橋", 3) };
        var limits = new GaugeLimits(-5, 20, 3, 0.02, TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(10));
        Observed Reads(double? level) => new(
            [], new Dictionary<string, GaugeJudgement> { ["n1"] = GaugeJudgement.Of([new GaugeObservation(At, level)], At, limits) });

        Assert.Empty(new AdviceRule([criterion]).Judge(Reads(3.2), Reads(null), At).Ended);
        Assert.Single(new AdviceRule([criterion]).Judge(Reads(3.2), Reads(2.2), At).Ended);
    }

    [Fact]
    public void WhatProposesAnOrder_IsNoAdvice_AndAdviceIsNoOrder()
    {
        var order = Of("rain", 4) with { ZoneId = "zone", Proposes = new ProposedOrder(4, EvacuationAction.GoUp, Audience.Everyone, LocalizedText.OfJapanese("大雨")) };
        var zones = new Dictionary<string, Zone> { ["zone"] = new("zone", LocalizedText.OfJapanese("低地"), Hazard.InlandFlood, "inland", [new AreaCode("13101001001")], "試験") };
        var four = Warning("rain", "43", 4, null);

        Assert.Empty(new AdviceRule([order]).Judge(Seen(), Seen(four), At).Met);
        Assert.Empty(new ProposalRule([Of("rain", 4)], zones).Judge(Seen(), Seen(four), [], [], At));
        Assert.Single(new ProposalRule([order, Of("rain", 4)], zones).Judge(Seen(), Seen(four), [], [], At));
    }

    private static IReadOnlyList<CriterionResult> Results(Criterion criterion, params HazardWarning[] inForce) =>
        new AdviceRule([criterion]).Results(new Observed(inForce), At);

    private static Observed Seen(params HazardWarning[] inForce) => new(inForce);

    private static Criterion Of(string phenomenon, int grade) => new()
    {
        Id = $"{phenomenon}-{grade}",
        Cause = new Cause("inland", Hazard.InlandFlood, LocalizedText.OfJapanese("雨水")),
        When = new WarningCondition(phenomenon, null, grade, LevelTest.AtLeast),
        ZoneId = Criterion.Everywhere,
        Proposes = new ProposedCalls(Audience.Underground),
        LegalBasis = "法",
        ManualCitation = "計画",
        EffectiveFrom = new DateOnly(2026, 1, 1),
        EffectiveUntil = null,
    };

    private static HazardWarning Shaking(string intensity, string eventId) => Warning("earthquake", intensity, null, eventId);

    private static HazardWarning Warning(string phenomenon, string code, int? level, string? cause) =>
        new(phenomenon, code, level, phenomenon, cause, [], At, null, "発表", Guid.NewGuid(), "気象庁", null);
}
