using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Evacuation.Criteria;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Infrastructure.WardPacks;
using Xunit;

namespace Chiyoda.Bousai.Infrastructure.Tests.WardPacks;

public class TheShippedPackTests
{
    private const string KandaRiver = "830304004400";
    private const string Arakawa = "830304000100";

    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly DateTimeOffset At = new(2026, 11, 22, 2, 10, 0, TimeSpan.FromHours(9));

    private static readonly Lazy<WardPackLoad> Loaded = new(() => WardPackLoader.Load(PackCopy.Shipped));

    private static WardPack Pack => Loaded.Value.Pack!;

    [Fact]
    public void Loading_FindsNoProblem() =>
        Assert.True(Loaded.Value.TryGet(out _), string.Join("\n", Loaded.Value.Problems));

    [Fact]
    public void Areas_AreAllHundredAndFifteen()
    {
        Assert.Equal(115, Pack.Areas.Count);
        Assert.Equal(59, Pack.Areas.Values.Select(area => area.Town).Distinct().Count());
    }

    [Fact]
    public void LiveReadiness_NamesEveryFileAndEveryOfficeWithoutHolder()
    {
        var gaps = LiveReadiness.Check(Pack, Today);

        string[] expected =
        [
            "announced-tests/announced-test.json",
            "areas/areas.csv",
            "call-out.json",
            "criteria/arakawa.json", "criteria/earthquake.json", "criteria/inland-flood.json", "criteria/kanda-river.json", "criteria/landslide.json",
            "criteria/nihonbashi-river.json", "criteria/storm-surge.json", "criteria/tsunami.json",
            "documents.json",
            "facilities.csv",
            "incidents.json",
            "messages/ja/facilities.json", "messages/ja/notices.json", "messages/ja/orders.json", "messages/ja/relays.json", "messages/ja/tests.json",
            "reasons/earthquake.json", "reasons/fire.json", "reasons/flood.json", "reasons/inland-flood.json", "reasons/landslide.json", "reasons/storm-surge.json",
            "reasons/tsunami.json",
            "relays/arakawa.json", "relays/earthquake.json", "relays/heavy-rain.json", "relays/kanda-river.json", "relays/landslide.json", "relays/rainband.json",
            "relays/storm-surge.json", "relays/tsunami.json",
            "roles.json",
            "shelters.csv",
            "tasks.json",
            "transcripts/tokyo.json",
            "ward.json",
            "zones/arakawa.json", "zones/kanda-river.json", "zones/landslide.json", "zones/nihonbashi-river.json", "zones/storm-surge-east.json",
        ];
        Assert.Equal(expected, gaps.Select(gap => gap.File).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(5, gaps.Count(gap => gap.Reason.Contains("在任者", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(3, 3, EvacuationAction.GoUp)]
    [InlineData(4, 4, EvacuationAction.GoUp)]
    [InlineData(5, 5, EvacuationAction.GoUp)]
    public void KandaRiver_ProposesTheLevelOfTheTelegram(int reported, int proposed, EvacuationAction action)
    {
        var finding = Assert.Single(Findings(Flood(KandaRiver, reported)), finding => finding.Strongest is not null);

        var measure = finding.Propose(Pack.Zones[finding.ZoneId])!;
        Assert.Equal(Hazard.Flood, measure.Hazard);
        Assert.Equal(KandaRiver, measure.Cause);
        Assert.Equal("神田川", measure.CauseName);
        Assert.Equal(proposed, measure.Level);
        Assert.Equal(action, measure.Action);
        Assert.Equal(26, measure.Areas.Count);
        Assert.Equal(3, finding.Evidence().Count);
        Assert.Equal(reported - 2, finding.Evidence().Count(evidence => evidence.Matched));
    }

    [Fact]
    public void KandaRiver_ForecastWhileGaugesAreLow_StillProposesAndSaysSo()
    {
        var finding = Assert.Single(Findings(Flood(KandaRiver, 4) with { ForecastOnly = true }), finding => finding.Strongest is not null);

        Assert.Equal(4, finding.Strongest!.Criterion.Level);
        Assert.True(finding.Strongest.ForecastOnly);
        Assert.Contains("予測による発表", finding.Strongest.Observed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void ArakawaBreachNeverProposesGoUp(int reported)
    {
        var measures = Findings(Flood(Arakawa, reported))
            .Where(finding => finding.Strongest is not null)
            .Select(finding => finding.Propose(Pack.Zones[finding.ZoneId])!)
            .ToList();

        Assert.Equal(reported >= 3 ? 1 : 0, measures.Count);
        Assert.All(measures, measure =>
        {
            Assert.Equal(EvacuationAction.LeaveNow, measure.Action);
            Assert.Equal(Math.Min(reported, 4), measure.Level);
        });
        Assert.DoesNotContain(
            Pack.Criteria, criterion => criterion.Cause.Id == Arakawa && (criterion.Proposes is ProposedOrder { Action: EvacuationAction.GoUp } || criterion.Level == 5));
    }

    [Fact]
    public void ArakawaBreach_IsTheReasonOfTheProposal()
    {
        var finding = Assert.Single(Findings(Flood(Arakawa, 5)), finding => finding.Strongest is not null);

        Assert.Equal("arakawa-5", finding.Strongest!.Criterion.Id);
    }

    [Theory]
    [InlineData("rain", "33", 5, 2)]
    [InlineData("tsunami", "52", null, 1)]
    [InlineData("earthquake", "7", null, 1)]
    public void WardWideInformation_NeverProposesAnOrder_ButNoticesOrCalls(string phenomenon, string code, int? level, int advised)
    {
        var warning = Warning(phenomenon, null, level) with { PhenomenonCode = code };

        Assert.DoesNotContain(Findings(warning), finding => finding.Strongest is not null);
        Assert.Equal(advised, new AdviceRule(Pack.Criteria).Results(new Observed([warning]), At).Count(result => result.Matched));
    }

    [Fact]
    public void NoCriterion_ReachesAllAreas() =>
        Assert.All(Pack.Zones.Values, zone => Assert.True(zone.Areas.Count < Pack.Areas.Count));

    [Fact]
    public void Shelters_OfUnknownFitness_AreNeverRecommended() =>
        Assert.All(Pack.Shelters, shelter => Assert.All(Enum.GetValues<Hazard>(), hazard => Assert.False(shelter.IsRecommendableFor(hazard))));

    private static IReadOnlyList<CriteriaFinding> Findings(params HazardWarning[] inForce) =>
        new ProposalRule(Pack.Criteria, Pack.Zones).Findings(new Observed(inForce), At);

    private static HazardWarning Flood(string river, int level) => Warning("flood", river, level);

    private static HazardWarning Warning(string phenomenon, string? cause, int? level) => new(
        phenomenon, "40", level, $"レベル{level}", cause, [], At, null, "発表", Guid.Empty, "気象庁", null);
}
