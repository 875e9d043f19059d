using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>When the clock of a proposal began to run: with the receipt of the newest telegram that a matched criterion rests on.</summary>
internal static class Triggers
{
    /// <returns>By proposal; where no telegram stands behind it, when it was made.</returns>
    public static async Task<IReadOnlyDictionary<Guid, DateTimeOffset>> ReadAsync(
        BousaiDbContext db, IReadOnlyCollection<Proposal> proposals, CancellationToken cancellationToken)
    {
        var ids = proposals.SelectMany(TelegramsOf).Distinct().ToList();
        var receivedAt = ids.Count == 0
            ? []
            : await db.Telegrams.AsNoTracking().Where(telegram => ids.Contains(telegram.Id))
                .ToDictionaryAsync(telegram => telegram.Id, telegram => telegram.ReceivedAt, cancellationToken);
        return proposals.ToDictionary(
            proposal => proposal.Id,
            proposal => TelegramsOf(proposal).Where(receivedAt.ContainsKey).Select(id => receivedAt[id]).Append(DateTimeOffset.MinValue).Max() is var newest
                && newest > DateTimeOffset.MinValue
                    ? newest
                    : proposal.CreatedAt);
    }

    private static IEnumerable<Guid> TelegramsOf(Proposal proposal) =>
        proposal.Evidence.Where(evidence => evidence.Matched).Select(evidence => evidence.TelegramId).OfType<Guid>();
}
