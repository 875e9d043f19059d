using Chiyoda.Bousai.Domain.Dissemination;
using Chiyoda.Bousai.Domain.Relays;
using Chiyoda.Bousai.Infrastructure.Dissemination;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Infrastructure.Relays;

/// <summary>Takes what a dispatch of a relay tells out of the records, never out of a file that may have changed since.</summary>
internal static class StandingReleases
{
    /// <returns>It, or <see langword="null"/> when the records do not allow it to be told.</returns>
    public static async Task<StandingRelease?> FindAsync(BousaiDbContext db, Dispatch dispatch, CancellationToken cancellationToken)
    {
        var relay = await db.Relays.AsNoTracking().SingleOrDefaultAsync(row => row.Id == dispatch.DecisionId, cancellationToken);
        var rule = await db.StandingRules.AsNoTracking().SingleOrDefaultAsync(row => row.Id == dispatch.ProposalId, cancellationToken);
        return relay is { State: RelayState.Told } && rule is { MayTell: true } && relay.StandingRuleId == rule.Id ? StandingRelease.Of(rule, relay) : null;
    }
}
