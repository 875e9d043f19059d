using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Evacuation;

namespace Chiyoda.Bousai.Domain.Notices;

/// <summary>What the second person is asked again before a notice leaves: the wrong sends of the past.</summary>
public static class NoticeCautions
{
    /// <summary>What has to be asked.</summary>
    /// <param name="edition">What is to be released.</param>
    /// <param name="lately">Notices that went out within <see cref="Cautions.DuplicateWithin"/>.</param>
    /// <param name="wardAreas">How many areas the ward has.</param>
    /// <param name="at">Now.</param>
    /// <returns><see cref="Caution.WholeWard"/>, <see cref="Caution.DuplicateSend"/>, both or none; none for a withdrawal, which tells nobody anew.</returns>
    public static IReadOnlyList<Caution> Of(NoticeEdition edition, IEnumerable<Notice> lately, int wardAreas, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(edition);
        if (edition.Act == NoticeAct.Withdraw)
        {
            return [];
        }

        var found = new List<Caution>();
        if (edition.Content.IsWholeWard || edition.Content.Areas.Count >= wardAreas)
        {
            found.Add(Caution.WholeWard);
        }

        if (lately.Any(other => other.Id != edition.NoticeId && other.State == NoticeState.Published && at - other.UpdatedAt < Cautions.DuplicateWithin && other.Content.SaysTheSameAs(edition.Content)))
        {
            found.Add(Caution.DuplicateSend);
        }

        return found;
    }

    /// <summary>The first thing that is not answered.</summary>
    /// <param name="found">What has to be asked.</param>
    /// <param name="confirmed">What was confirmed.</param>
    /// <param name="words">The releaser's words; sending the same again needs some.</param>
    /// <returns><c>notices.whole-ward</c>, <c>notices.duplicate-send</c>, or <see langword="null"/> when everything is answered.</returns>
    public static Refusal? Ask(IReadOnlyList<Caution> found, IReadOnlyCollection<Caution> confirmed, string words)
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(confirmed);
        if (found.Contains(Caution.WholeWard) && !confirmed.Contains(Caution.WholeWard))
        {
            return NoticeRefusals.WholeWard;
        }

        return found.Contains(Caution.DuplicateSend) && (!confirmed.Contains(Caution.DuplicateSend) || string.IsNullOrWhiteSpace(words))
            ? NoticeRefusals.DuplicateSend
            : null;
    }
}
