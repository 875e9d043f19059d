using Chiyoda.Bousai.Domain.Warnings;

namespace Chiyoda.Bousai.Telegrams.Jma;

/// <summary>Facts that are a list of hazards by area: warnings, floods, landslides, tornadoes, bulletins.</summary>
/// <param name="Items">Every kind for every area, in the order of the telegram, those that end included. From the headline
/// where the body has none.</param>
/// <param name="AreasWithout">Areas for which the telegram says that nothing is in force (発表警報・注意報はなし, なし).</param>
public abstract record HazardFacts(IReadOnlyList<HazardItem> Items, IReadOnlyList<WarningArea> AreasWithout) : TelegramFacts
{
    /// <summary>
    /// Whether the body listed no areas, so that <see cref="Items"/> come from the headline, which names only areas with
    /// something: an area that is missing there may be without, or another office's.
    /// </summary>
    public bool IsFromHeadline { get; init; }
}
