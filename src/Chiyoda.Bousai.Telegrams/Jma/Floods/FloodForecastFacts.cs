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
    /// statement rests on a forecast. One at the danger level is enough for <see langword="false"/>; otherwise one station that is silent
    /// (欠測, or no 現況) makes it <see langword="null"/>: it may be the one that stands high. <see langword="null"/> without stations, too.
    /// </summary>
    public bool? IsPresentBelowDanger =>
        Stations.Any(station => station.IsPresentBelowDanger == false) ? false
        : Stations.Count > 0 && Stations.All(station => station.IsPresentBelowDanger == true) ? true
        : null;
}
