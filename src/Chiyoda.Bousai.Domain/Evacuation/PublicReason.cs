using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Domain.Evacuation.Criteria;
using Chiyoda.Bousai.Domain.WardPacks;

namespace Chiyoda.Bousai.Domain.Evacuation;

/// <summary>Why a measure holds, in the languages in which somebody wrote it. What was decided is the Japanese sentence; nothing is translated by a machine.</summary>
public static class PublicReason
{
    /// <summary>Finds the sentence among those of the pack. Looked up, not kept with the measure: a sentence that the pack has changed since is told in Japanese alone,
    /// as it was decided.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="pack">The ward pack.</param>
    /// <returns>The reason of the criterion or of the list in every language that has it; where more was typed after it, the whole in Japanese and the listed part in the
    /// others; what is only typed in Japanese alone; <see langword="null"/> when there is none.</returns>
    public static LocalizedText? Of(Measure measure, WardPack pack)
    {
        var reason = Plain(measure.Reason);
        if (reason.Length == 0)
        {
            return null;
        }

        var known = Known(measure, pack)
            .Where(text => reason == Plain(text.Ja) || reason.StartsWith(Plain(text.Ja) + '。', StringComparison.Ordinal))
            .MaxBy(text => text.Ja.Length);
        return known is null
            ? LocalizedText.OfJapanese(reason)
            : new LocalizedText(known.Texts.ToDictionary(
                pair => pair.Key, pair => pair.Key == LocalizedText.Japanese ? reason : Plain(pair.Value), StringComparer.Ordinal));
    }

    private static IEnumerable<LocalizedText> Known(Measure measure, WardPack pack) =>
    [
        .. pack.Criteria.Where(criterion => criterion.Cause.Hazard == measure.Hazard && criterion.Cause.Id == measure.Cause)
            .Select(criterion => criterion.Proposes).OfType<ProposedOrder>().Select(order => order.Reason),
        .. pack.Reasons.Where(reason => reason.Hazard == measure.Hazard).Select(reason => reason.Text),
    ];

    /// <summary>One line without its full stop: the phrase that it stands in ends the sentence.</summary>
    private static string Plain(string text) => Common.TypedLine.Of(text).TrimEnd('。', '.', ' ');
}
