using System.Linq.Expressions;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Dissemination;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Notices;
using Chiyoda.Bousai.Domain.Relays;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Infrastructure.Dissemination;

/// <summary>
/// Writes what has to go out in the transaction of the decision: one dispatch per connected channel. What an earlier decision on
/// the same order has not finished is superseded in the same moment, so that nothing of it is delivered late.
/// </summary>
public sealed class DispatchRecorder(ConnectedChannels channels, TimeProvider clock) : IFactRecorder
{
    /// <summary>Order of service of an order without a level: an instruction to leave, like level 4.</summary>
    private const int UrgencyWithoutLevel = 4;

    /// <summary>Every order goes before every relay and notice: the mayor's word is shorter of time.</summary>
    private const int UrgentOther = 2;

    private const int OtherThanUrgent = 1;

    public async Task RecordAsync(BousaiDbContext db, IReadOnlyList<Fact> facts, CancellationToken cancellationToken)
    {
        foreach (var fact in facts)
        {
            switch (fact)
            {
                case OrderFact told:
                    await SupersedeAsync(db, told.Order.Id, cancellationToken);

                    // Nobody may read «this is only a test» after the mayor's word: what is left of a test stays here, also when it is held.
                    await SupersedeAsync(db, dispatch => dispatch.Kind == DispatchKind.Test, cancellationToken);
                    Add(db, told, await ChannelsOfAsync(db, told.Release.Act, told.Order.Id, cancellationToken));
                    break;
                case Relayed relayed:
                    await SupersedeAsync(db, relayed.Relay.EpisodeId, cancellationToken);
                    Add(db, relayed);
                    break;
                case RelayRuleRevoked revoked:
                    await SupersedeAsync(db, dispatch => (dispatch.Kind == DispatchKind.Relay || dispatch.Kind == DispatchKind.Test) && dispatch.ProposalId == revoked.Rule.Id, cancellationToken);
                    break;
                case NoticeFact told:
                    await SupersedeAsync(db, told.Notice.Id, cancellationToken);
                    await AddAsync(db, told.Release, cancellationToken);
                    break;
                case OrderGaveUpAreas { Order.IsInForce: false } replaced:
                    await SupersedeAsync(db, replaced.Order.Id, cancellationToken);
                    break;
            }
        }
    }

    /// <summary>Every connected channel; for a void those that were to carry the wrong message.</summary>
    private async Task<IEnumerable<string>> ChannelsOfAsync(BousaiDbContext db, Act act, Guid topicId, CancellationToken cancellationToken) =>
        Addressees.AreOnlyEarlier(act)
            ? channels.Names.Intersect(
                await db.Dispatches.Where(dispatch => dispatch.OrderId == topicId).Select(dispatch => dispatch.Channel).Distinct().ToListAsync(cancellationToken))
            : channels.Names;

    private void Add(BousaiDbContext db, OrderFact told, IEnumerable<string> through)
    {
        var release = told.Release;
        var now = clock.GetUtcNow();
        foreach (var channel in through)
        {
            db.Add(new Dispatch(
                Guid.CreateVersion7(now),
                release.DecisionId,
                release.ProposalId,
                release.OrderId,
                release.OrderVersion,
                release.Act,
                channel,
                release.Measure.Level ?? UrgencyWithoutLevel,
                now.ToMicroseconds()));
        }
    }

    private void Add(BousaiDbContext db, Relayed relayed)
    {
        var now = clock.GetUtcNow();
        var urgency = StandingRelease.Of(relayed.Rule, relayed.Relay).Wakes ? UrgentOther : OtherThanUrgent;
        foreach (var channel in channels.Names.Intersect(relayed.Rule.Rule.Channels, StringComparer.Ordinal))
        {
            db.Add(Dispatch.OfRelay(Guid.CreateVersion7(now), relayed.Relay, relayed.Rule.Rule.Test is not null, channel, urgency, now.ToMicroseconds()));
        }
    }

    private async Task AddAsync(BousaiDbContext db, NoticeRelease release, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var act = release.Act == NoticeAct.Withdraw ? Act.Void : Act.Issue;
        foreach (var channel in await ChannelsOfAsync(db, act, release.NoticeId, cancellationToken))
        {
            db.Add(Dispatch.OfNotice(Guid.CreateVersion7(now), release, channel, release.Wakes ? UrgentOther : OtherThanUrgent, now.ToMicroseconds()));
        }
    }

    private static Task SupersedeAsync(BousaiDbContext db, Guid topicId, CancellationToken cancellationToken) =>
        SupersedeAsync(db, dispatch => dispatch.OrderId == topicId, cancellationToken);

    private static async Task SupersedeAsync(BousaiDbContext db, Expression<Func<Dispatch, bool>> which, CancellationToken cancellationToken) =>
        await db.Dispatches
            .Where(which)
            .Where(dispatch => dispatch.State == DispatchState.Waiting || dispatch.State == DispatchState.Sending || dispatch.State == DispatchState.Held)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(dispatch => dispatch.State, DispatchState.Superseded)
                    .SetProperty(dispatch => dispatch.Version, dispatch => dispatch.Version + 1),
                cancellationToken);
}
