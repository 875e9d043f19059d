using Chiyoda.Bousai.Domain.Warnings;

namespace Chiyoda.Bousai.Telegrams.Jma.Tornadoes;

/// <summary>竜巻注意情報, VPHW50, and with a sighting VPHW51. It ends by itself at Head/ValidDateTime, about an hour later.</summary>
/// <param name="Items">The areas for which it is issued, in all layers.</param>
/// <param name="AreasWithout">Areas with なし.</param>
/// <param name="Sightings">Regions in which a tornado was seen (目撃情報あり).</param>
public sealed record TornadoFacts(
    IReadOnlyList<HazardItem> Items,
    IReadOnlyList<WarningArea> AreasWithout,
    IReadOnlyList<WarningArea> Sightings) : HazardFacts(Items, AreasWithout);
