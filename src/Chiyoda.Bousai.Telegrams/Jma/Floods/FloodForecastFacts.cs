using Chiyoda.Bousai.Domain.Warnings;

namespace Chiyoda.Bousai.Telegrams.Jma.Floods;

/// <summary>指定河川洪水予報, VXKO50–89: one forecast area of one river system. The headline carries the level, also when the body is empty.</summary>
/// <param name="Items">The kind for the forecast area, its rivers and the 府県予報区 it touches: all from the headline.</param>
/// <param name="ForecastArea">The forecast area, or <see langword="null"/> when the headline names none.</param>
/// <param name="Sections">主文 by observation station; one telegram may hold texts of different levels.</param>
/// <param name="Inundations">浸水想定地区: municipalities with their class20 codes.</param>
/// <param name="Stations">Levels now and forecast, and the criteria they are measured against.</param>
/// <param name="Arrivals">氾濫水の予報: when and how deep the water arrives where; empty unless a flood has begun.</param>
/// <param name="RainTexts">Text of 雨量情報.</param>
public sealed record FloodForecastFacts(
    IReadOnlyList<HazardItem> Items,
    WarningArea? ForecastArea,
    IReadOnlyList<FloodSection> Sections,
    IReadOnlyList<InundationArea> Inundations,
    IReadOnlyList<FloodStation> Stations,
    IReadOnlyList<FloodArrival> Arrivals,
    IReadOnlyList<string> RainTexts) : HazardFacts(Items, [])
{
    /// <summary>
    /// Whether every present reading is below the danger level (レベル４氾濫危険水位・流量) of its station, so that a level-4
    /// statement rests on a forecast; <see langword="false"/> as soon as one is at danger; otherwise <see langword="null"/> when a station has no
    /// present reading that can be held against anything (欠測): what is not measured is not low.
    /// </summary>
    public bool? IsPresentBelowDanger
    {
        get
        {
            var below = Stations.Select(station => station.IsPresentBelowDanger).ToList();
            return below.Contains(false) ? false : below.Count == 0 || below.Contains(null) ? null : true;
        }
    }
}
