using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Evacuation.Messages;
using Chiyoda.Bousai.Domain.WardPacks;

namespace Chiyoda.Bousai.Hub.Features.Evacuation;

/// <summary>The words of an act for every reader, from the pack's templates: the same level, place, time and verb in all of them.</summary>
internal sealed class OrderTexts(WardPack pack)
{
    /// <summary>Languages in which anything is said.</summary>
    public IEnumerable<string> Languages => pack.Messages.Languages.Keys;

    /// <param name="language">Wanted language; easy Japanese, English and Japanese stand in for one without templates.</param>
    /// <param name="act">What was done.</param>
    /// <param name="measure">What was decided.</param>
    /// <param name="at">The moment of release.</param>
    /// <param name="remaining">Orders that stay in force after it.</param>
    /// <param name="previousLevel">For a lowering, the level before.</param>
    public RenderedMessage Render(
        string language, Act act, Measure measure, DateTimeOffset at, IReadOnlyList<Measure> remaining, int? previousLevel = null) =>
        pack.Messages.Render(
            [language, LocalizedText.EasyJapanese, "en", LocalizedText.Japanese],
            measure.Hazard, act, measure.Level, measure.Action,
            new MessageSlots
            {
                Areas = AreasOf(measure),
                Zone = pack.Zones.Values.FirstOrDefault(zone => zone.Areas.Select(code => code.Value).ToHashSet().SetEquals(measure.Areas))?.Name,
                Cause = CauseOf(measure),
                Time = at,
                PreviousLevel = previousLevel,
                Remaining = [.. remaining.Select(other => new RemainingOrder(other.Level, CauseOf(other), AreasOf(other)))],
            });

    public IReadOnlyList<Area> AreasOf(Measure measure) => [.. measure.Areas.Select(code => pack.Areas[new AreaCode(code)])];

    public LocalizedText CauseOf(Measure measure) =>
        pack.Causes.TryGetValue(measure.Cause, out var cause) ? cause.Name : LocalizedText.OfJapanese(measure.CauseName);
}
