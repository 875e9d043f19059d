using Chiyoda.Bousai.Domain.Warnings;

namespace Chiyoda.Bousai.Telegrams.Jma.Tornadoes;

/// <summary>What 竜巻注意情報 states for the ward: by its municipality where the telegram lists it, otherwise by its region.</summary>
internal static class TornadoStatement
{
    public static IReadOnlyList<HazardWarning>? InForce(TornadoFacts facts, WardView view)
    {
        if (facts.Items.Count == 0 && facts.AreasWithout.Count == 0)
        {
            return null;
        }

        var ends = view.Telegram.Head.ValidUntil;
        return
        [
            .. view.ByKind(OfTheWard(facts, view.Ward)).Select(warning =>
                ends is null ? view.Momentary(warning) : warning with { ValidUntil = ends }),
        ];
    }

    /// <summary>The items that are the ward's.</summary>
    public static IEnumerable<HazardItem> OfTheWard(TornadoFacts facts, WardCodes ward)
    {
        var isListed = facts.Items.Select(item => item.Area).Concat(facts.AreasWithout)
            .Any(area => WardAreas.IsMunicipality(area, ward));
        return facts.Items.Where(item =>
            isListed ? WardAreas.IsMunicipality(item.Area, ward) : WardAreas.IsRegion(item.Area, ward));
    }
}
