using Chiyoda.Bousai.Domain.Warnings;

namespace Chiyoda.Bousai.Telegrams.Jma.WeatherWarnings;

/// <summary>What a telegram with a layer of municipalities states for the ward: the kinds in that layer alone.</summary>
internal static class MunicipalityStatement
{
    /// <summary>What holds; <see langword="null"/> when no municipality is listed at all: a gap must not end what holds.</summary>
    public static IReadOnlyList<HazardWarning>? InForce(HazardFacts facts, WardView view)
    {
        var isListed = facts.Items.Select(item => item.Area).Concat(facts.AreasWithout).Any(area => area.CodeSet == CodeSets.Municipality);
        return isListed ? view.ByKind(facts.Items.Where(item => WardAreas.IsMunicipality(item.Area, view.Ward))) : null;
    }
}
