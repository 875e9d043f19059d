using Chiyoda.Bousai.Domain.Relays;
using Chiyoda.Bousai.Hub.Features.Dissemination;
using Chiyoda.Bousai.Infrastructure.Dissemination;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Features.Relays;

/// <summary>A relay of which something is stopped until a person lets it go on.</summary>
/// <param name="RelayId">The relay: what is let go on.</param>
/// <param name="Name">Name of the rule under which it was told, as it was then.</param>
/// <param name="IsTest">Whether it is an announced test.</param>
/// <param name="Change">What it tells.</param>
/// <param name="ReportedAt">When JMA said it; the announced moment of a test.</param>
/// <param name="ValidUntil">After this what has not gone out does not.</param>
/// <param name="Channels">By which channels, with the reason.</param>
internal sealed record HeldRelay(
    Guid RelayId,
    string Name,
    bool IsTest,
    RelayChange Change,
    DateTimeOffset ReportedAt,
    DateTimeOffset ValidUntil,
    IReadOnlyList<(string Channel, string Reason)> Channels)
{
    /// <summary>Oldest first.</summary>
    public static async Task<IReadOnlyList<HeldRelay>> ReadAsync(BousaiDbContext db, CancellationToken cancellationToken)
    {
        var rows = await db.Dispatches.AsNoTracking()
            .Where(dispatch => dispatch.State == DispatchState.Held && (dispatch.Kind == DispatchKind.Relay || dispatch.Kind == DispatchKind.Test))
            .OrderBy(dispatch => dispatch.CreatedAt)
            .Take(HeldDispatches.Most)
            .Select(dispatch => new { dispatch.DecisionId, dispatch.Channel, dispatch.HoldReason })
            .ToListAsync(cancellationToken);
        var ids = rows.Select(row => row.DecisionId).Distinct().ToList();
        if (ids.Count == 0)
        {
            return [];
        }

        var relays = await db.Relays.AsNoTracking().Where(relay => ids.Contains(relay.Id)).ToDictionaryAsync(relay => relay.Id, cancellationToken);
        var ruleIds = relays.Values.Select(relay => relay.StandingRuleId).Distinct().ToList();
        var rules = await db.StandingRules.AsNoTracking().Where(rule => ruleIds.Contains(rule.Id)).ToDictionaryAsync(rule => rule.Id, cancellationToken);
        return
        [
            .. from id in ids
               let relay = relays[id]
               select new HeldRelay(
                   id, rules[relay.StandingRuleId].Rule.Name, rules[relay.StandingRuleId].Rule.Test is not null, relay.Change, relay.ReportedAt, relay.ValidUntil,
                   [.. rows.Where(row => row.DecisionId == id).Select(row => (row.Channel, row.HoldReason))]),
        ];
    }
}
