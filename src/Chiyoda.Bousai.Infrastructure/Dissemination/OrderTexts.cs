using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Dissemination;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Evacuation.Messages;
using Chiyoda.Bousai.Domain.WardPacks;

namespace Chiyoda.Bousai.Infrastructure.Dissemination;

/// <summary>The words of an act, from the templates of the ward pack alone: the same for a preview, a page and a message.</summary>
public sealed class OrderTexts(WardPack pack, HubMode mode)
{
    /// <summary>Languages that may be served: in Live only those whose sentences somebody checked (design rule 4).</summary>
    public IEnumerable<string> Languages => pack.Messages.Languages.Keys.Where(language => Served(language) is [var served] && served == language);

    /// <summary>A text as an exercise sends and shows it: the mark, the word for it in the reader's language, and whether the translation is unchecked.</summary>
    /// <param name="message">A text of an order or a relay.</param>
    public RenderedMessage MarkedAsExercise(RenderedMessage message)
    {
        var marked = message.IsUncheckedTranslation ? message.EndingWith($" {Gateway.UncheckedMark}") : message;
        var drill = pack.Messages.Languages.TryGetValue(message.Language, out var templates) ? templates.Drill : null;
        return marked with
        {
            Title = drill is null ? Gateway.ExerciseMark + message.Title : $"{Gateway.ExerciseMark}{drill}: {message.Title}",
        };
    }

    /// <summary>Why a release cannot be put into words; <see langword="null"/> when it can.</summary>
    public string? FindProblem(OrderRelease release)
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

    /// <summary>Renders a release that has no problem.</summary>
    /// <param name="release">What is told.</param>
    /// <param name="language">Wanted language; what stands in for it is served where it has no text.</param>
    /// <param name="inForce">Orders in force; the release's own is left out of what remains.</param>
    public RenderedMessage Render(OrderRelease release, string language, IReadOnlyList<Order> inForce) => Render(
        language, release.Act, release.Measure, release.ReleasedAt,
        [.. inForce.Where(order => order.Id != release.OrderId && order.IsInForce).Select(order => order.Measure)], release.Before);

    /// <summary>Renders an act, done or only thought of.</summary>
    /// <param name="language">Wanted language; what stands in for it is served where it has no text.</param>
    /// <param name="act">What is done.</param>
    /// <param name="measure">What is decided.</param>
    /// <param name="at">The moment of release.</param>
    /// <param name="remaining">What stays in force beside it.</param>
    /// <param name="before">What held before, or was told wrongly; <see langword="null"/> for an issue.</param>
    /// <param name="withReason">Whether the message says why; not where a page does beside it.</param>
    public RenderedMessage Render(
        string language, Act act, Measure measure, DateTimeOffset at, IReadOnlyList<Measure> remaining, Measure? before = null, bool withReason = true) =>
        pack.Messages.Render(
            Served(language), measure.Hazard, act, measure.Level, measure.Action,
            new MessageSlots
            {
                Areas = AreasOf(measure),
                Zone = ZoneOf(measure),
                Cause = CauseOf(measure),
                Time = at,
                Shelters = [.. measure.Shelters.Select(id => pack.Shelters.FirstOrDefault(shelter => shelter.Id == id)?.Names).OfType<LocalizedText>()],
                PreviousLevel = before?.Level,
                Reason = withReason ? ReasonOf(measure) : null,
                Wrong = act == Act.Correct && before is not null ? MistakenFields.Between(before, measure) : [],
                Remaining = [.. remaining.Select(other => new RemainingOrder(other.Level, CauseOf(other), AreasOf(other)))],
            });

    /// <summary>The areas of a measure; a code that the pack has lost since is left out.</summary>
    public IReadOnlyList<Area> AreasOf(Measure measure) =>
        [.. measure.Areas.Select(code => new AreaCode(code)).Where(pack.Areas.ContainsKey).Select(code => pack.Areas[code])];

    /// <summary>The cause as people call it; as it was recorded when the pack has lost it since.</summary>
    public LocalizedText CauseOf(Measure measure) =>
        pack.Causes.TryGetValue(measure.Cause, out var cause) ? cause.Name : LocalizedText.OfJapanese(measure.CauseName);

    /// <summary>Why, in the languages that say reasons and have this one; <see langword="null"/> when there is none.</summary>
    public LocalizedText? ReasonOf(Measure measure) => PublicReason.Of(measure, pack) is { } reason
        ? new LocalizedText(reason.Texts
            .Where(pair => pair.Key == LocalizedText.Japanese || (pack.Messages.Languages.TryGetValue(pair.Key, out var templates) && templates.Because is not null))
            .ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal))
        : null;

    private IReadOnlyList<string> Served(string language) => pack.Messages.Serve(language, checkedOnly: mode == HubMode.Live);

    private LocalizedText? ZoneOf(Measure measure) => pack.Zones.Values
        .FirstOrDefault(zone => zone.Hazard == measure.Hazard && zone.Cause == measure.Cause
            && zone.Areas.Select(area => area.Value).ToHashSet(StringComparer.Ordinal).SetEquals(measure.Areas))
        ?.Name;
}
