using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Domain.WardPacks;

namespace Chiyoda.Bousai.Hub.Features.Areas;

/// <summary>The drawing of the ward, made once when it is first asked for.</summary>
internal sealed class WardMap(WardPack pack)
{
    private readonly Lazy<MapSheet?> _sheet = new(() => MapSheet.Draw([.. pack.Areas.Values], pack.Ward.Outline));

    /// <summary>The drawing; <see langword="null"/> where the points of the pack do not allow one: the lists do everything it does.</summary>
    public MapSheet? Sheet => _sheet.Value;
}
