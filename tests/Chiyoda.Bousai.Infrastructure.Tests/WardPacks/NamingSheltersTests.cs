using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Shelters;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Infrastructure.Dissemination;
using Chiyoda.Bousai.Infrastructure.WardPacks;
using Xunit;

namespace Chiyoda.Bousai.Infrastructure.Tests.WardPacks;

/// <summary>Shelters that an order names: which may be, and where they are read.</summary>
public sealed class NamingSheltersTests
{
    private const string Riverside = "13101001003";

    private static readonly DateOnly Today = new(2026, 6, 1);
    private static readonly DateTimeOffset At = new(2026, 6, 1, 2, 14, 0, TimeSpan.FromHours(9));
    private static readonly WardPack Pack = Known(WardPackLoader.Load(PackCopy.Shipped).Pack!);

    [Fact]
    public void AMeasure_KeepsEachOnceAndInOrder_AndDiffersByThem()
    {
        var measure = Measure("dry", "also-dry", "dry");

        Assert.Equal(["also-dry", "dry"], measure.Shelters);
        Assert.True(measure.IsSameAs(Measure("also-dry", "dry")));
        Assert.False(measure.IsSameAs(Measure("dry")));
    }

    [Theory]
    [InlineData(Act.Issue, "dry", null)]
    [InlineData(Act.Issue, "wet", "evacuation.shelter-unsound")]
    [InlineData(Act.Update, "unknown", "evacuation.shelter-unsound")]
    [InlineData(Act.Correct, "welfare", "evacuation.shelter-unsound")]
    [InlineData(Act.Issue, "not-there", "evacuation.shelter-unsound")]
    [InlineData(Act.Lift, "wet", null)] // what ends an order is not held up by a shelter
    public void OnlyRecommendedPlaces_MayBeNamed(Act act, string shelter, string? code) =>
        Assert.Equal(code, MeasureRules.Refuse(Measure(shelter), act, Pack, Today)?.Code);

    [Theory]
    [InlineData("ja", "行き先：乾いた学校")]
    [InlineData("en", "Dry School")]
    public void TheTexts_NameThem_WhereTheTemplateHasThePlace(string language, string expected)
    {
        var message = new OrderTexts(Pack, HubMode.Exercise).Render(language, Act.Issue, Measure("dry"), At, []);

        Assert.Contains(message.Actions, line => line.Contains(expected, StringComparison.Ordinal));
    }

    private static Measure Measure(params string[] shelters) => MeasureRules.Write(
        Hazard.Flood, "830304004400", 4, EvacuationAction.LeaveNow, Audience.Everyone, [Riverside], "水位が上がったため", shelters, Pack);

    private static WardPack Known(WardPack shipped)
    {
        var dry = shipped.Areas.Keys.First(code => !shipped.Zones.Values.Any(zone => zone.Hazard == Hazard.Flood && zone.Areas.Contains(code)));
        var model = shipped.Shelters[0] with { Kind = ShelterKind.Shelter, Area = dry, FitFor = new Dictionary<Hazard, bool> { [Hazard.Flood] = true } };
        return shipped with
        {
            Shelters =
            [
                model with { Id = "dry", Name = "乾いた学校", EnglishName = "Dry School" },
                model with { Id = "also-dry" },
                model with { Id = "wet", Area = new(Riverside) },
                model with { Id = "unknown", FitFor = new Dictionary<Hazard, bool>() },
                model with { Id = "welfare", Kind = ShelterKind.WelfareShelter },
            ],
        };
    }
}
