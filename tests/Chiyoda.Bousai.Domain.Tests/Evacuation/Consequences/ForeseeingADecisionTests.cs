using System.Globalization;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Evacuation.Consequences;
using Chiyoda.Bousai.Domain.Evacuation.Criteria;
using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Domain.Shelters;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Domain.Warnings;
using Xunit;

namespace Chiyoda.Bousai.Domain.Tests.Evacuation.Consequences;

public class ForeseeingADecisionTests
{
    [Fact]
    public void AnUnknownArea_MakesTheSumAPart_NeverTheWhole()
    {
        var pack = SamplePack.Of(null, SamplePack.Area("1", 100, 5000, 20), SamplePack.Area("2", null, 6000), SamplePack.Area("4", 0, 0, 0));

        var picture = Draw(Proposals.Draft(Proposals.Measure(areas: "1 2")), pack);

        Assert.Equal(new KnownSum(100, 1, 2), picture.Residents);
        Assert.False(picture.Residents.IsWhole);
        Assert.Equal((11000, true), (picture.DayPopulation.Persons, picture.DayPopulation.IsWhole));
        Assert.Equal(new AreaBurden("2", "町2", null, 6000, null), picture.Areas[1]);
        Assert.Equal(new KnownSum(0, 1, 1), Draw(Proposals.Draft(Proposals.Measure(areas: "4")), pack).Residents);
        Assert.Null(Draw(Proposals.Draft(Proposals.Measure(areas: "2")), pack).Residents.Persons);
    }

    [Theory]
    [InlineData("4", true, ShelterKind.Shelter, ShelterStanding.Recommended)]
    [InlineData("4", true, ShelterKind.EmergencySite, ShelterStanding.Recommended)]
    [InlineData("4", true, ShelterKind.WelfareShelter, ShelterStanding.SecondStage)]
    [InlineData("4", null, ShelterKind.Shelter, ShelterStanding.FitnessUnknown)]
    [InlineData("4", null, ShelterKind.WelfareShelter, ShelterStanding.FitnessUnknown)]
    [InlineData("4", false, ShelterKind.Shelter, ShelterStanding.Unfit)]
    [InlineData("1", true, ShelterKind.Shelter, ShelterStanding.InDanger)]
    [InlineData("2", true, ShelterKind.WelfareShelter, ShelterStanding.InDanger)]
    [InlineData("3", true, ShelterKind.Shelter, ShelterStanding.InDanger)] // of another river: the same hazard
    public void APlace_IsRecommendedOnlyWhereItIsKnownToBeFit_AndOutsideEveryZoneOfTheHazard(
        string area, bool? fit, ShelterKind kind, ShelterStanding standing)
    {
        var pack = SamplePack.Of([SamplePack.Shelter("s", area, fit, kind)]);

        var choice = Draw(Proposals.Draft(Proposals.Measure(areas: "1")), pack).Shelters.Single();

        Assert.Equal(standing, choice.Standing);
        Assert.Null(choice.Report);
    }

    [Fact]
    public void APlaceInAnAreaOfTheMeasure_IsInDanger_ThoughNoZoneHasIt()
    {
        var pack = SamplePack.Of([SamplePack.Shelter("s", "4")]);

        Assert.Equal(ShelterStanding.InDanger, Draw(Proposals.Draft(Proposals.Measure(areas: "4")), pack).Shelters.Single().Standing);
    }

    [Fact]
    public void PlacesOutsideTheirValidity_AreLeftOut_AndSitesForCommutersAreNoShelters()
    {
        var pack = SamplePack.Of(
            [SamplePack.Shelter("old", "4", validUntil: new DateOnly(2026, 5, 31)), SamplePack.Shelter("park", "4", kind: ShelterKind.CommuterSite)]);

        var choice = Draw(Proposals.Draft(), pack).Shelters.Single();

        Assert.Equal(("old", ShelterStanding.NotValidToday), (choice.Id, choice.Standing));
    }

    [Fact]
    public void OpenPlacesComeFirst_ThenThoseOpening_ThenUnknown_WelfareSheltersAfterAllOfThem()
    {
        var pack = SamplePack.Of(
        [
            SamplePack.Shelter("welfare", "4", kind: ShelterKind.WelfareShelter), SamplePack.Shelter("closed", "4"), SamplePack.Shelter("unknown", "4"),
            SamplePack.Shelter("opening", "4"), SamplePack.Shelter("open", "4"), SamplePack.Shelter("yesterday", "4"),
        ]);
        var reports = new Dictionary<string, ShelterReport>
        {
            ["open"] = new(ShelterOpening.Open, 40, Proposals.At),
            ["welfare"] = new(ShelterOpening.Open, 10, Proposals.At),
            ["opening"] = new(ShelterOpening.Opening, null, Proposals.At),
            ["closed"] = new(ShelterOpening.Closed, null, Proposals.At),
            ["yesterday"] = new(ShelterOpening.Open, 9, Proposals.At.AddDays(-1)),
        };

        var shelters = ShelterJudge.Judge(Hazard.Flood, ["1"], pack, reports, Proposals.At);

        Assert.Equal(["open", "opening", "unknown", "yesterday", "closed", "welfare"], shelters.Select(shelter => shelter.Id));
        Assert.Equal(40, shelters[0].Report!.FreePersons);
    }

    [Fact]
    public void TheCriteriaOfTheCause_AreHeldAgainstWhatIsInForceNow_MatchedAndUnmatched()
    {
        var warning = Flood(3);

        var picture = Draw(Proposals.Draft(), SamplePack.Of(), [warning]);

        Assert.Equal(["river-4 False", "river-3 True"], picture.Criteria.Select(evidence => $"{evidence.Id} {evidence.Matched}"));
        Assert.All(picture.Criteria, evidence => Assert.Equal(warning.TelegramId, evidence.TelegramId));
        Assert.Contains("レベル4相当以上", picture.Criteria[0].Threshold, StringComparison.Ordinal);
        Assert.Empty(Draw(Proposals.Draft(Proposals.Measure(cause: "other")), SamplePack.Of(), [warning]).Criteria);
    }

    [Fact]
    public void TheLeadTime_IsTheFirstPeriodOfTheLevelThatIsNotOver()
    {
        var warning = Flood(4) with
        {
            Periods =
            [
                new WarningPeriod("これから警戒レベル３", 3, Proposals.At.AddHours(1), TimeSpan.FromHours(1)),
                new WarningPeriod("済んだ", 4, Proposals.At.AddHours(-3), TimeSpan.FromHours(3)),
                new WarningPeriod("あとで", 4, Proposals.At.AddHours(6), TimeSpan.FromHours(1)),
                new WarningPeriod("警戒レベル４", 4, Proposals.At.AddHours(2), null),
            ],
        };

        var lead = Draw(Proposals.Draft(), SamplePack.Of(), [warning]).Lead;

        Assert.Equal(("警戒レベル４", Proposals.At.AddHours(2), warning.TelegramId), (lead!.Sentence, lead.StartsAt, lead.TelegramId));
        Assert.Equal("これから警戒レベル３", Draw(Proposals.Draft(), SamplePack.Of(), [warning with { Level = 3 }]).Lead!.Sentence);
        Assert.Null(Draw(Proposals.Draft(), SamplePack.Of(), [Flood(4)]).Lead);
        Assert.Null(Draw(Proposals.Draft(), SamplePack.Of(), [warning with { Level = 2 }]).Lead);
    }

    [Theory]
    [InlineData("2.00 2.30 2.60", "+80m")] // 0.6 m in an hour at the last; the first half hour was as fast: 0.8 m to go
    [InlineData("2.00 2.10 2.60", "+48m")] // by the fastest: half a metre in half an hour
    [InlineData("2.00@-60 2.30@-20 2.60@0", "+54m")] // the half hour before was one of twenty minutes: 0.3 m in it
    [InlineData("2.60 2.60 2.60", "steady")]
    [InlineData("2.00 2.02 2.05", "slow")] // a day away: no rise of this hour
    [InlineData("3.30 3.35 3.40", "reached")]
    [InlineData("2.00 2.30 -", "unknown")]
    [InlineData("", "unknown")]
    public void AGauge_TellsWhenTheWaterWouldBeAtTheMark_OnlyWhileItRises(string readings, string expected)
    {
        var meters = readings.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        // Half an hour apart, unless the minute is told: 2.30@-20.
        GaugeObservation Read(string told, int index)
        {
            var parts = told.Split('@');
            return new GaugeObservation(
                Proposals.At.AddMinutes(parts.Length == 2 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 30 * (index - 2)),
                parts[0] == "-" ? null : double.Parse(parts[0], CultureInfo.InvariantCulture));
        }

        var gauge = GaugeJudgement.Of(
            meters.Select(Read),
            Proposals.At, new GaugeLimits(-5, 20, 3, 0.02, TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(10)));
        var pack = SamplePack.Of();
        pack = pack with { Criteria = [.. pack.Criteria, pack.Criteria[1] with { Id = "gauge", When = new GaugeCondition("s", "橋", 3.4) }] };

        var outlook = Look(Proposals.Draft(), pack, [], new Dictionary<string, GaugeJudgement> { ["s"] = gauge }).Gauges.Single();

        Assert.Equal((4, 3.4), (outlook.Level, outlook.AtLeastMeters));
        Assert.Equal(expected.StartsWith('+') ? Proposals.At.AddMinutes(int.Parse(expected[1..^1], CultureInfo.InvariantCulture)) : null, outlook.ReachedAt);
        Assert.Equal(expected switch { "reached" => true, "unknown" => (bool?)null, _ => false }, outlook.IsReached);
    }

    [Fact]
    public void ALift_ShowsWhatGoesOn()
    {
        var order = Orders.Issue(Proposals.Measure(areas: "1 2"));
        var other = Orders.Issue(Proposals.Measure(level: 3, areas: "3", cause: "other"));
        Assert.True(Proposal.ToLift(Guid.NewGuid(), order, Proposals.Submitter, "下がった", Proposals.At).TryGet(out var lift, out _));

        var picture = Draw(lift, SamplePack.Of(), null, order, other);

        Assert.Null(picture.Obstacle);
        Assert.Equal([(order.Id, true), (other.Id, false)], picture.Before.Select(held => (held.OrderId!.Value, held.IsTouched)));
        Assert.Equal((other.Id, false), picture.After.Select(held => (held.OrderId!.Value, held.IsTouched)).Single());
    }

    [Fact]
    public void AnIssue_ShowsWhatIsRaised_AndWhatLosesAreas_AsTheyWereAndAsTheyWillBe()
    {
        var raised = Orders.Issue(Proposals.Measure(level: 3, areas: "1 2"));
        var proposal = Proposals.Draft(Proposals.Measure(level: 4, areas: "1 2 3"));

        var picture = Draw(proposal, SamplePack.Of(), null, raised);

        Assert.Equal((3, true), (picture.Before.Single().Measure.Level, picture.Before.Single().IsTouched));
        Assert.Equal((raised.Id, 4, 3), (picture.After.Single().OrderId, picture.After.Single().Measure.Level, picture.After.Single().Measure.Areas.Count));
    }

    [Fact]
    public void ARelease_ThatWouldBeRefused_IsToldByItsCode_AndChangesNothing()
    {
        var higher = Orders.Issue(Proposals.Measure(level: 5, areas: "1"));

        var picture = Draw(Proposals.Draft(Proposals.Measure(level: 4, areas: "1")), SamplePack.Of(), null, higher);

        Assert.Equal(EvacuationRefusals.HigherInForce.Code, picture.Obstacle);
        Assert.Equal((higher.Id, false), picture.After.Select(held => (held.OrderId!.Value, held.IsTouched)).Single());
    }

    [Fact]
    public void OnlyADecisionKeepsAPicture_ARejectionToo_AndAReturnVoidsIt()
    {
        var picture = Draw(Proposals.Draft(), SamplePack.Of());
        var decided = Proposals.In(ProposalState.Decided);
        var rejected = Proposals.In(ProposalState.Rejected);

        decided.Keep(picture);
        rejected.Keep(picture);

        Assert.Same(picture, decided.AtDecision);
        Assert.Same(picture, rejected.AtDecision);
        Assert.Throws<InvalidOperationException>(() => Proposals.In(ProposalState.Submitted).Keep(picture));
        Assert.True(decided.Return(decided.Version, "直す").TryGet(out _, out _));
        Assert.Null(decided.AtDecision);
    }

    private static DecisionPicture Draw(Proposal proposal, WardPack pack, IReadOnlyList<HazardWarning>? warnings = null, params Order[] inForce) =>
        Look(proposal, pack, warnings ?? [], new Dictionary<string, GaugeJudgement>(), inForce);

    private static DecisionPicture Look(
        Proposal proposal, WardPack pack, IReadOnlyList<HazardWarning> warnings, IReadOnlyDictionary<string, GaugeJudgement> gauges, params Order[] inForce) =>
        Consequence.Draw(proposal, pack, new Sighting(
            Proposals.At, warnings, gauges, KnowledgeState.Known, Proposals.At, inForce, null, new Dictionary<string, ShelterReport>()));

    private static HazardWarning Flood(int level) => new(
        "flood", "40", level, $"レベル{level}", SamplePack.River, [], Proposals.At, null, "発表", Guid.NewGuid(), "気象庁", null);
}
