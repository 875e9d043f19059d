using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Telegrams.Jma.WeatherWarnings;

namespace Chiyoda.Bousai.Telegrams.Jma.Landslides;

/// <summary>What VXWW50 states for the ward, under the name of the information: its kind alone (警戒) names no hazard.</summary>
internal static class LandslideAlertStatement
{
    private const string Name = "土砂災害警戒情報";

    private const string Alert = "警戒";

    public static IReadOnlyList<HazardWarning>? InForce(HazardFacts facts, WardView view) =>
        MunicipalityStatement.InForce(facts, view)?.Select(warning => warning with { Kind = warning.Kind == Alert ? Name : $"{Name}（{warning.Kind}）" }).ToList();
}
