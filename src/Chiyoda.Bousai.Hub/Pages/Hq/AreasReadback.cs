using System.Globalization;
using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.WardPacks;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>One list of areas from which the second person picks the one that stands on the page (二人確認).</summary>
/// <param name="Value">What the form sends: number, first and last code.</param>
/// <param name="Words">What is read: the number, and the names at the ends.</param>
internal sealed record AreasReadback(string Value, string Words)
{
    private const int FalseOnes = 3;

    /// <summary>The right list as the form has to send it.</summary>
    public static string ValueOf(IReadOnlyList<string> areas) => string.Create(CultureInfo.InvariantCulture, $"{areas.Count}-{areas[0]}-{areas[^1]}");

    /// <summary>The right list among false ones of other length: one area less, one more, and zones of the ward.</summary>
    public static IReadOnlyList<AreasReadback> Choices(Measure measure, WardPack pack)
    {
        var areas = measure.Areas;
        var next = pack.Areas.Keys.Select(code => code.Value).Where(code => !areas.Contains(code)).Order(StringComparer.Ordinal).Take(1);
        IEnumerable<string[]> near = [[.. areas.Skip(1)], [.. areas.Concat(next).Order(StringComparer.Ordinal)]];
        var zones = pack.Zones.Values.Select(zone => zone.Areas.Select(area => area.Value).Order(StringComparer.Ordinal).ToArray())
            .OrderBy(zone => Math.Abs(zone.Length - areas.Count));
        return
        [
            .. near.Concat(zones).Where(list => list.Length > 0 && list.Length != areas.Count).DistinctBy(list => list.Length).Take(FalseOnes)
                .Append([.. areas]).OrderBy(list => list.Length).Select(list => new AreasReadback(ValueOf(list), WordsOf(list, pack))),
        ];
    }

    private static string WordsOf(string[] areas, WardPack pack)
    {
        string NameOf(string code) => pack.Areas.GetValueOrDefault(new AreaCode(code))?.Name ?? code;
        var names = areas.Length <= 3 ? string.Join('、', areas.Select(NameOf)) : $"{NameOf(areas[0])}、{NameOf(areas[1])} … {NameOf(areas[^1])}";
        return string.Create(CultureInfo.InvariantCulture, $"{areas.Length} 町丁目　{names}");
    }
}
