using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Evacuation.Criteria;
using Chiyoda.Bousai.Domain.Warnings;
using CsCheck;
using Xunit;

namespace Chiyoda.Bousai.Domain.Tests.Evacuation.Criteria;

public class EvaluatingCriteriaTests
{
    private const string River = "830304004400";
    private const string OtherRiver = "830304000100";

    private static readonly DateOnly Today = new(2026, 9, 12);
    private static readonly DateTimeOffset At = new(2026, 9, 12, 2, 10, 0, TimeSpan.FromHours(9));
    private static readonly Cause Kanda = new(River, Hazard.Flood, LocalizedText.OfJapanese("神田川"));

    [Theory]
    [InlineData(LevelTest.AtLeast, 4, 3, false)]
    [InlineData(LevelTest.AtLeast, 4, 4, true)]
    [InlineData(LevelTest.AtLeast, 4, 5, true)]
    [InlineData(LevelTest.Exactly, 4, 4, true)]
    [InlineData(LevelTest.Exactly, 4, 5, false)]
    [InlineData(LevelTest.AtLeast, 2, null, false)]
    public void Level_IsComparedAsTheConditionSays(LevelTest test, int asked, int? reported, bool matched)
    {
        var criterion = Criterion("c", asked) with { When = new WarningCondition("flood", River, asked, test) };

        Assert.Equal(matched, Evaluate([criterion], Flood(River, reported)).Single().Matched);
    }

    [Fact]
    public void AnotherRiver_DoesNotMatch()
    {
        var result = Evaluate([Criterion("c", 4)], Flood(OtherRiver, 5)).Single();

        Assert.False(result.Matched);
        Assert.Null(result.TelegramId);
        Assert.Equal("発表中の情報に該当するものはない", result.Observed);
        Assert.Equal("氾濫（神田川） レベル4相当以上", result.Threshold);
    }

    [Fact]
    public void AnUnmatchedCriterion_ShowsWhatWasObserved()
    {
        var warning = Flood(River, 3);

        var result = Evaluate([Criterion("c", 4)], warning).Single();

        Assert.False(result.Matched);
        Assert.Equal("レベル３氾濫警報（発表） 02:10 気象庁", result.Observed);
        Assert.Equal(warning.TelegramId, result.TelegramId);
        Assert.Equal(At, result.ReportedAt);
    }

    [Theory]
    [InlineData("レベル３氾濫警報（発表）", "レベル３氾濫警報（発表） 02:10 気象庁")]
    [InlineData("氾濫発生", "レベル３氾濫警報（氾濫発生） 02:10 気象庁")]
    [InlineData("", "レベル３氾濫警報 02:10 気象庁")]
    public void Condition_IsSaidOnce(string condition, string observed) =>
        Assert.Equal(observed, Evaluate([Criterion("c", 3)], Flood(River, 3) with { Condition = condition }).Single().Observed);

    [Fact]
    public void ForecastOnly_StillMatchesAndSaysSo()
    {
        var result = Evaluate([Criterion("c", 3)], Flood(River, 3) with { ForecastOnly = true }).Single();

        Assert.True(result.Matched);
        Assert.True(result.ForecastOnly);
        Assert.Contains("予測による発表", result.Observed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-09-12", null, 1)]
    [InlineData("2026-09-13", null, 0)]
    [InlineData("2026-05-28", "2026-09-12", 1)]
    [InlineData("2026-05-28", "2026-09-11", 0)]
    public void OnlyEffectiveCriteria_Count(string from, string? until, int count)
    {
        var criterion = Criterion("c", 4) with
        {
            EffectiveFrom = DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture),
            EffectiveUntil = until is null ? null : DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture),
        };

        Assert.Equal(count, Evaluate([criterion], Flood(River, 4)).Count);
    }

    [Fact]
    public void MatchedAndUnmatched_StandTogetherByCauseAndZone_HighestFirst()
    {
        var finding = CriteriaEngine.Group(Evaluate([Criterion("three", 3), Criterion("five", 5), Criterion("four", 4)], Flood(River, 4))).Single();

        Assert.Equal(["five", "four", "three"], finding.Results.Select(result => result.Criterion.Id));
        Assert.Equal("four", finding.Strongest!.Criterion.Id);
        Assert.Equal([false, true, true], finding.Evidence().Select(evidence => evidence.Matched));
    }

    [Fact]
    public void NothingMatched_ProposesNothing()
    {
        var finding = CriteriaEngine.Group(Evaluate([Criterion("four", 4)])).Single();

        Assert.Null(finding.Strongest);
        Assert.Null(finding.Propose(Zone("13101001001")));
    }

    [Fact]
    public void AProposal_NamesTheAreasOfTheZoneInOrdinalOrder()
    {
        var finding = CriteriaEngine.Group(Evaluate([Criterion("four", 4)], Flood(River, 4))).Single();

        var measure = finding.Propose(Zone("13101002000", "13101001001"))!;

        Assert.Equal(["13101001001", "13101002000"], measure.Areas);
        Assert.Equal((Hazard.Flood, River, "神田川", 4), (measure.Hazard, measure.Cause, measure.CauseName, measure.Level));
    }

    [Fact]
    public void OrderOfWarnings_ChangesNothing() =>
        Gen.Shuffle(Enumerable.Range(2, 4).Select(level => Flood(River, level)).Append(Flood(OtherRiver, 5)).ToArray()).Sample(shuffled =>
            Assert.Equal(5, int.Parse(Evaluate([Criterion("c", 3)], shuffled).Single().Observed[3..4], System.Globalization.CultureInfo.InvariantCulture)));

    private static IReadOnlyList<CriterionResult> Evaluate(IReadOnlyList<Criterion> criteria, params HazardWarning[] inForce) =>
        CriteriaEngine.Evaluate(criteria, new Observed(inForce), Today);

    private static Zone Zone(params string[] codes) =>
        new("zone", LocalizedText.OfJapanese("低地"), Hazard.Flood, River, [.. codes.Select(code => new AreaCode(code))], "試験");

    private static Criterion Criterion(string id, int level) => new()
    {
        Id = id,
        Cause = Kanda,
        When = new WarningCondition("flood", River, level, LevelTest.AtLeast),
        ZoneId = "zone",
        Proposes = new ProposedOrder(level, EvacuationAction.GoUp, Audience.Everyone, LocalizedText.OfJapanese("氾濫のおそれ")),
        LegalBasis = "災害対策基本法 第60条第1項",
        ManualCitation = "試験",
        EffectiveFrom = new DateOnly(2026, 5, 28),
        EffectiveUntil = null,
    };

    private static HazardWarning Flood(string river, int? level) => new(
        "flood", "30", level, level == 3 ? "レベル３氾濫警報" : $"レベル{level}", river, [], At, null, "発表", Guid.CreateVersion7(At), "気象庁", null);
}
