using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Dissemination;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Evacuation.Messages;
using Chiyoda.Bousai.Domain.WardPacks;

namespace Chiyoda.Bousai.Infrastructure.Dissemination;

/// <summary>The words for a release, from the templates of the ward pack alone.</summary>
public sealed class ReleaseTexts(WardPack pack, HubMode mode)
{
    /// <summary>What stands in for a language that has no text of its own, the plainest first (design rule 4).</summary>
    private static readonly string[] Fallbacks = [LocalizedText.EasyJapanese, "en", LocalizedText.Japanese];

    /// <summary>Why a release cannot be put into words; <see langword="null"/> when it can.</summary>
    public string? FindProblem(Release release)
    {
        var measure = release.Measure;
        var unknown = measure.Areas.FirstOrDefault(area => !pack.Areas.ContainsKey(new AreaCode(area)));
        if (unknown is not null)
        {
            return $"区域コード {unknown} が設定にありません";
        }

        return pack.Messages.Offers(measure.Hazard, release.Act, measure.Level, measure.Action)
            ? null
            : $"文面のひな形がありません（{MessageKey.For(measure.Hazard, release.Act, measure.Level, measure.Action)}）";
    }

    /// <summary>Renders a release that has no problem, in a language or in what stands in for it.</summary>
    public RenderedMessage Render(Release release, string language, IReadOnlyList<Order> inForce)
    {
        var measure = release.Measure;
        var slots = new MessageSlots
        {
            Areas = AreasOf(measure),
            Zone = ZoneOf(measure),
            Cause = CauseOf(measure),
            Time = release.ReleasedAt,
            Remaining =
            [
                .. inForce
                    .Where(order => order.Id != release.OrderId && order.IsInForce)
                    .Select(order => new RemainingOrder(order.Measure.Level, CauseOf(order.Measure), AreasOf(order.Measure))),
            ],
        };
        return pack.Messages.Render(
            [.. new[] { language }.Concat(Fallbacks).Where(MayServe)], measure.Hazard, release.Act, measure.Level, measure.Action, slots);
    }

    /// <summary>In Live a language whose sentences nobody checked is never served; Japanese always is, for Live does not start without.</summary>
    private bool MayServe(string language) =>
        mode == HubMode.Exercise
        || language == LocalizedText.Japanese
        || (pack.Messages.Languages.TryGetValue(language, out var templates) && templates.CheckedBy is not null);

    private List<Area> AreasOf(Measure measure) =>
        [.. measure.Areas.Select(code => new AreaCode(code)).Where(pack.Areas.ContainsKey).Select(code => pack.Areas[code])];

    private LocalizedText CauseOf(Measure measure) =>
        pack.Causes.TryGetValue(measure.Cause, out var cause) ? cause.Name : LocalizedText.OfJapanese(measure.CauseName);

    private LocalizedText? ZoneOf(Measure measure) => pack.Zones.Values
        .FirstOrDefault(zone => zone.Hazard == measure.Hazard && zone.Cause == measure.Cause
            && zone.Areas.Count == measure.Areas.Count
            && zone.Areas.All(area => measure.Areas.Contains(area.Value, StringComparer.Ordinal)))
        ?.Name;
}
