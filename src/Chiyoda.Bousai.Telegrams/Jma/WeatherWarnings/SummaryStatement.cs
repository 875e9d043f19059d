using Chiyoda.Bousai.Domain.Warnings;

namespace Chiyoda.Bousai.Telegrams.Jma.WeatherWarnings;

/// <summary>
/// What 集約通報 (VPWS50) states for the ward: the full state of every element but floods, so one statement per family of
/// VPWW55–61, an empty one where the ward has nothing of it.
/// </summary>
internal static class SummaryStatement
{
    public const string Type = "VPWS50";

    private const string Others = "VPWW61";

    /// <summary>The families that it sums up.</summary>
    public static IReadOnlyList<string> Families { get; } = ["VPWW55", "VPWW56", "VPWW57", "VPWW58", "VPWW59", "VPWW60", Others];

    /// <summary>What holds by family; <see langword="null"/> when the telegram lists no municipality.</summary>
    public static IReadOnlyList<HazardWarning>? InForce(HazardFacts facts, WardView view, string family) =>
        MunicipalityStatement.InForce(facts, view)?
            .Where(warning => (Successors.FamilyOf(warning.Phenomenon) ?? Others) == family)
            .ToList();
}
