using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.WardPacks;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>The areas of a measure as the pack knows them.</summary>
internal static class MeasureAreas
{
    /// <summary>In the order of the pack. A code that the pack no longer has is left out; pages show the number of codes beside the names.</summary>
    public static IReadOnlyList<Area> AreasIn(this Measure measure, WardPack pack) =>
        [.. measure.Areas.Select(code => pack.Areas.GetValueOrDefault(new AreaCode(code))).OfType<Area>()];

    /// <summary>Where people are sent, by name; an id where the register has lost a place since.</summary>
    public static string ShelterNames(this Measure measure, WardPack pack) => measure.Shelters.Count == 0
        ? "指定しない（区のページの一覧を案内）"
        : string.Join("、", measure.Shelters.Select(id => pack.Shelters.FirstOrDefault(shelter => shelter.Id == id)?.Name ?? id));

    /// <summary>Residents inside, added up only when every area has a number: a part is not the whole.</summary>
    public static string Residents(this IReadOnlyList<Area> areas)
    {
        var known = areas.Where(area => area.ResidentsPersons is not null).ToList();
        return known.Count == areas.Count && areas.Count > 0 ? $"{HqWords.Number(known.Sum(area => area.ResidentsPersons!.Value))}人"
            : known.Count == 0 ? "不明"
            : $"不明（{areas.Count}町丁目のうち{known.Count}町丁目で {HqWords.Number(known.Sum(area => area.ResidentsPersons!.Value))}人）";
    }
}
