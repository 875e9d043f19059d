using Chiyoda.Bousai.Domain.Warnings;

namespace Chiyoda.Bousai.Telegrams.Jma.Bulletins;

/// <summary>What a bulletin states for the ward: its tags for the ward's regions, aged out by our own rule.</summary>
internal static class BulletinStatement
{
    public static IReadOnlyList<HazardWarning>? InForce(BulletinFacts facts, WardView view) =>
        facts.Items.Count == 0 ? null : [.. view.ByKind(OfTheWard(facts, view.Ward)).Select(view.Momentary)];

    /// <summary>
    /// The tags that are the ward's. A tag stands for a region; 記録的短時間大雨 tells in its body for which municipalities of it, so that
    /// one that names others is theirs. 線状降水帯 and 大雪 name regions there too.
    /// </summary>
    public static IEnumerable<HazardItem> OfTheWard(BulletinFacts facts, WardCodes ward)
    {
        var places = facts.Reports.Select(report => report.Place).OfType<WarningArea>().Where(place => place.CodeSet == CodeSets.Municipality).ToList();
        var isElsewhere = places.Count > 0 && !places.Exists(place => WardAreas.IsMunicipality(place, ward));
        return facts.Items.Where(item =>
            (WardAreas.IsRegion(item.Area, ward) || WardAreas.IsMunicipality(item.Area, ward))
            && !(isElsewhere && item.Phenomenon == BulletinReader.RecordRain));
    }
}
