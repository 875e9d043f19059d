using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.WardPacks;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>What a release changes, area by area: whoever lets it out sees what is in force before and after.</summary>
/// <param name="Now">What is in force.</param>
/// <param name="After">What is in force afterwards.</param>
/// <param name="Lines">Each kind of change with the names of its areas.</param>
/// <param name="Shelters">The places to go to before and after, in words; <see langword="null"/> when they stay.</param>
internal sealed record MeasureDifference(
    IReadOnlyList<Measure> Now, IReadOnlyList<Measure> After, IReadOnlyList<(string What, IReadOnlyList<string> Areas)> Lines, string? Shelters)
{
    public static MeasureDifference Of(IReadOnlyList<Measure> now, IReadOnlyList<Measure> after, WardPack pack)
    {
        var areas = now.Concat(after).SelectMany(measure => measure.Areas).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        var changes = areas.Select(area => (Area: area, Was: Held(now, area), Is: Held(after, area))).Where(change => change.Was != change.Is);
        return new MeasureDifference(
            now, after,
            [.. changes.GroupBy(change => (change.Was, change.Is)).Select(group => (
                $"{group.Key.Was} → {group.Key.Is}",
                (IReadOnlyList<string>)[.. group.Select(change => pack.Areas.GetValueOrDefault(new AreaCode(change.Area))?.Name ?? change.Area)]))],
            now.Concat(after).Any(measure => measure.Shelters.Count > 0) && Places(now, pack) is var before && Places(after, pack) is var then && before != then
                ? $"{before} → {then}"
                : null);
    }

    private static string Places(IReadOnlyList<Measure> measures, WardPack pack) =>
        measures.Count == 0 ? "なし" : string.Join("／", measures.Select(measure => measure.ShelterNames(pack)).Distinct(StringComparer.Ordinal));

    private static string Held(IReadOnlyList<Measure> measures, string area)
    {
        var held = measures.Where(measure => measure.Areas.Contains(area, StringComparer.Ordinal))
            .OrderByDescending(measure => measure.Level ?? 4)
            .Select(measure => $"{measure.CauseName} {OrderKinds.Spoken(measure.Level)}・{measure.Action.Word()}".Trim())
            .ToList();
        return held.Count == 0 ? "なし" : string.Join("＋", held);
    }
}
