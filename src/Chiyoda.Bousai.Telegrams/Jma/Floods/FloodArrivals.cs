using Chiyoda.Bousai.Domain.Warnings;

namespace Chiyoda.Bousai.Telegrams.Jma.Floods;

/// <summary>
/// When flood water reaches the ward by a flood forecast. 氾濫水の予報 writes places without codes; the same telegram lists municipalities with code and name
/// (浸水想定地区), and only a place that bears the name that it gives to the ward's code there is the ward.
/// </summary>
public static class FloodArrivals
{
    /// <summary>The earliest arrival in the ward, and the deepest water.</summary>
    /// <param name="facts">The flood forecast.</param>
    /// <param name="ward">The ward's codes.</param>
    /// <returns><see langword="null"/> when the telegram does not say it of the ward: it lists no such code, or no place by its name, or gives the name to another code too.</returns>
    public static WaterArrival? For(FloodForecastFacts facts, WardCodes ward)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(ward);
        var listed = facts.Inundations.ToLookup(area => ward.Class20.Contains(area.CityCode));
        var names = NamesOf(listed[true]).Except(NamesOf(listed[false]), StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        var own = facts.Arrivals.Where(arrival => names.Contains(arrival.Place)).ToList();
        return own.MaxBy(arrival => (arrival.DepthFromMeters ?? 0, arrival.DepthBelowMeters ?? (arrival.DepthFromMeters is null ? 0 : decimal.MaxValue))) is { } deepest
            ? new WaterArrival(own.Min(arrival => arrival.ArrivesAt), deepest.DepthFromMeters, deepest.DepthBelowMeters, deepest.DeepestAt)
            : null;
    }

    private static IEnumerable<string> NamesOf(IEnumerable<InundationArea> areas) =>
        areas.Where(area => area.City.Length > 0).SelectMany(area => new[] { area.City, area.Prefecture + area.City });
}
