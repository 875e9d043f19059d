using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Telegrams.Jma.Tsunamis;

namespace Chiyoda.Bousai.Telegrams.P2PQuake;

/// <summary>What a tsunami forecast of the network says for the ward's regions. It names regions in words alone, and a word that is not understood must not become «not there».</summary>
/// <param name="Named">The ward's regions that it names.</param>
/// <param name="NotNamed">The ward's regions that it does not name, though every name in it is known.</param>
/// <param name="Unclear">The ward's regions that it does not name in a way that is understood: it has names that are no known region's, or none.</param>
/// <param name="Others">What it says of other regions, in its order.</param>
public sealed record P2PTsunamiForWard(
    IReadOnlyList<P2PTsunamiArea> Named, IReadOnlyList<string> NotNamed, IReadOnlyList<string> Unclear, IReadOnlyList<P2PTsunamiArea> Others)
{
    /// <summary>Cuts a forecast to the ward.</summary>
    /// <param name="tsunami">The forecast; one that is lifted says nothing of any region.</param>
    /// <param name="ward">The codes of the ward.</param>
    /// <returns>The parts.</returns>
    public static P2PTsunamiForWard Of(P2PTsunami tsunami, WardCodes ward)
    {
        ArgumentNullException.ThrowIfNull(tsunami);
        ArgumentNullException.ThrowIfNull(ward);
        var named = tsunami.Areas.ToLookup(area => ward.TsunamiRegions.Values.Any(name => TsunamiRegionNames.IsSame(name, area.Name)));
        List<string> missing = tsunami.IsCancelled ? [] : [.. ward.TsunamiRegions.Values.Where(name => !named[true].Any(area => TsunamiRegionNames.IsSame(name, area.Name)))];
        var isUnderstood = tsunami.Areas.Count > 0 && named[false].All(area => TsunamiRegionNames.IsKnown(area.Name));
        return new P2PTsunamiForWard([.. named[true]], isUnderstood ? missing : [], isUnderstood ? [] : missing, [.. named[false]]);
    }
}
