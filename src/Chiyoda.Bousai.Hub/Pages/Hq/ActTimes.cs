using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Infrastructure.Dissemination;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>The stopwatch of one act on an order: decision, release, the last recipient. Each act keeps its own; a later one takes nothing from it.</summary>
/// <param name="DecisionId">The decision.</param>
/// <param name="Act">What it did.</param>
/// <param name="OrderVersion">The version of the order that it made.</param>
/// <param name="AskedAt">When the act was drawn up or asked for.</param>
/// <param name="DecidedAt">When the decision was recorded.</param>
/// <param name="ReleasedAt">When the second person let it out.</param>
/// <param name="LastAcceptedAt">When the last recipient so far was served; <see langword="null"/> while none was.</param>
/// <param name="IsOver">Whether nobody is served any more.</param>
internal sealed record ActTimes(
    Guid DecisionId,
    Act Act,
    int OrderVersion,
    DateTimeOffset AskedAt,
    DateTimeOffset DecidedAt,
    DateTimeOffset ReleasedAt,
    DateTimeOffset? LastAcceptedAt,
    bool IsOver)
{
    /// <summary>For putting a wrong message right, from asking for it to the last recipient, with both people (design rule 9).</summary>
    public static readonly TimeSpan Goal = TimeSpan.FromMinutes(3);

    /// <summary>Whether it puts a wrong message right, and is measured against <see cref="Goal"/>.</summary>
    public bool HasGoal => Act is Act.Correct or Act.Void;

    public bool IsOverGoal => HasGoal && LastAcceptedAt - AskedAt > Goal;

    /// <summary>Every act on an order that was told, oldest first, from what was written down for each way out.</summary>
    public static async Task<IReadOnlyList<ActTimes>> ReadAsync(BousaiDbContext db, Guid orderId, CancellationToken cancellationToken)
    {
        var dispatches = await db.Dispatches.AsNoTracking()
            .Where(dispatch => dispatch.OrderId == orderId)
            .Select(dispatch => new { dispatch.DecisionId, dispatch.ProposalId, dispatch.OrderVersion, dispatch.State, dispatch.LastAcceptedAt })
            .ToListAsync(cancellationToken);
        var ids = dispatches.Select(dispatch => dispatch.ProposalId).Distinct().ToList();
        var proposals = await db.Proposals.AsNoTracking().Where(proposal => ids.Contains(proposal.Id)).ToDictionaryAsync(proposal => proposal.Id, cancellationToken);
        return
        [
            .. from dispatch in dispatches
               group dispatch by (dispatch.DecisionId, dispatch.ProposalId, dispatch.OrderVersion) into told
               let proposal = proposals.GetValueOrDefault(told.Key.ProposalId)
               where proposal is { Decision: not null, ReleasedAt: not null }
               orderby told.Key.OrderVersion
               select new ActTimes(
                   told.Key.DecisionId, proposal.Act, told.Key.OrderVersion, proposal.CreatedAt, proposal.Decision!.RecordedAt, proposal.ReleasedAt!.Value,
                   told.Max(dispatch => dispatch.LastAcceptedAt),
                   told.All(dispatch => dispatch.State is DispatchState.Done or DispatchState.Superseded)),
        ];
    }
}
