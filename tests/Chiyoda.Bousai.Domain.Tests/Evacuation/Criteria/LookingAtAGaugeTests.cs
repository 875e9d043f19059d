using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Evacuation.Criteria;
using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Domain.Warnings;
using Xunit;

namespace Chiyoda.Bousai.Domain.Tests.Evacuation.Criteria;

/// <summary>A river of which no telegram speaks: the level at its gauge proposes, and a gauge that is silent neither proposes nor takes anything back.</summary>
public sealed class LookingAtAGaugeTests
{
    private const string Station = "n1";

    private static readonly DateTimeOffset At = new(2026, 9, 1, 2, 10, 0, TimeSpan.FromHours(9));

    private static readonly GaugeLimits Limits = new(-5, 20, 3, 0.02, TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(10));

    private static readonly Criterion Three = new()
    {
        Id = "nihonbashi-river-4",
        Cause = new Cause("nihonbashi-river", Hazard.Flood, LocalizedText.OfJapanese("日本橋川")),
        When = new GaugeCondition(Station, "一ツ橋", 3.0),
        ZoneId = "zone",
        Proposes = new ProposedOrder(4, EvacuationAction.GoUp, Audience.Everyone, LocalizedText.OfJapanese("水位が上がったため")),
        LegalBasis = "災害対策基本法 第60条第1項",
        ManualCitation = "試験",
        EffectiveFrom = new DateOnly(2026, 1, 1),
        EffectiveUntil = null,
    };

    private static readonly ProposalRule Rule = new(
        [Three], new Dictionary<string, Zone> { ["zone"] = new("zone", LocalizedText.OfJapanese("低地"), Hazard.Flood, "nihonbashi-river", [new AreaCode("13101001001")], "試験") });

    [Theory]
    [InlineData(2.99, false)]
    [InlineData(3.0, true)]
    [InlineData(4.2, true)]
    public void Level_MatchesFromItsThreshold(double level, bool matched)
    {
        var result = Evaluate(Reading(level));

        Assert.Equal((matched, true), (result.Matched, result.IsKnown));
        Assert.Equal("一ツ橋の水位 A.P. 3.00 m 以上", result.Threshold);
        Assert.Equal(At, result.ReportedAt);
        Assert.Null(result.TelegramId);
    }

    [Fact]
    public void Evidence_SaysLevelRiseAndTime() => Assert.Equal(
        "一ツ橋の水位 3.10 m（10分で +0.40 m） 02:10",
        Evaluate(GaugeJudgement.Of([new GaugeObservation(At.AddMinutes(-10), 2.7), new GaugeObservation(At, 3.1)], At, Limits)).Observed);

    [Fact]
    public void GaugeThatIsNotKnown_MeetsNothing_AndSaysWhy()
    {
        var missing = Evaluate(Reading(null));
        var never = CriteriaEngine.Evaluate([Three], new Observed([]), DateOnly.FromDateTime(At.DateTime)).Single();

        Assert.Equal((false, false, "一ツ橋の水位 不明（欠測）02:10"), (missing.Matched, missing.IsKnown, missing.Observed));
        Assert.Equal((false, false, "一ツ橋の水位 不明（観測なし）"), (never.Matched, never.IsKnown, never.Observed));
    }

    [Fact]
    public void Rising_Proposes_Silence_TakesNothingBack_AndFalling_Does()
    {
        var proposed = Assert.IsType<Proposed>(Assert.Single(Judge(Reading(2.0), Reading(3.1), []))).Proposal;
        Assert.Equal(("日本橋川", 4), (proposed.Measure.CauseName, proposed.Measure.Level));

        Assert.Empty(Judge(Reading(3.1), Reading(null), [proposed]));
        Assert.Empty(Judge(Reading(3.1), Reading(3.2), []));
        var dropped = Assert.IsType<Discarded>(Assert.Single(Judge(Reading(3.1), Reading(2.5), [proposed])));
        Assert.Equal(ProposalState.Discarded, dropped.Proposal.State);
    }

    /// <summary>A gauge that was never connected does not keep what a telegram proposed and has ended.</summary>
    [Fact]
    public void DraftOfATelegram_EndsWithIt_ThoughAGaugeOfTheSameRiverIsSilent()
    {
        var byTelegram = Three with { Id = "by-telegram", When = new WarningCondition("flood", "830304004400", 4, LevelTest.AtLeast) };
        var rule = new ProposalRule(
            [Three, byTelegram], new Dictionary<string, Zone> { ["zone"] = new("zone", LocalizedText.OfJapanese("低地"), Hazard.Flood, "nihonbashi-river", [new AreaCode("13101001001")], "試験") });
        var warning = new HazardWarning("flood", "41", 4, "レベル４氾濫危険警報", "830304004400", [], At, null, "発表", Guid.NewGuid(), "気象庁", null);
        var draft = Assert.IsType<Proposed>(Assert.Single(rule.Judge(new Observed([]), new Observed([warning]), [], [], At))).Proposal;

        Assert.IsType<Discarded>(Assert.Single(rule.Judge(new Observed([warning]), new Observed([]), [draft], [], At)));
    }

    private static IReadOnlyList<ProposalFact> Judge(GaugeJudgement before, GaugeJudgement after, IReadOnlyList<Proposal> open) =>
        Rule.Judge(Seen(before), Seen(after), open, [], At);

    private static CriterionResult Evaluate(GaugeJudgement gauge) => CriteriaEngine.Evaluate([Three], Seen(gauge), DateOnly.FromDateTime(At.DateTime)).Single();

    private static Observed Seen(GaugeJudgement gauge) => new([], new Dictionary<string, GaugeJudgement> { [Station] = gauge });

    private static GaugeJudgement Reading(double? level) => GaugeJudgement.Of([new GaugeObservation(At, level)], At, Limits);
}
