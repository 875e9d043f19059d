using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Dissemination;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Infrastructure.Evacuation;
using Chiyoda.Bousai.Infrastructure.Operations;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Features.Evacuation;

/// <summary>The steps that staff take with a proposal, for the API and for the pages alike: load, decide, commit.</summary>
internal sealed class ProposalDesk(BousaiDbContext db, ReleaseTurn turn, WardPack pack, TimeProvider clock)
{
    public async Task<Outcome<Proposal>> SubmitAsync(Guid id, int version, Actor actor, CancellationToken cancellationToken)
    {
        var now = Now();
        return await StepAsync(
            id,
            proposal => proposal.Submit(version, PersonOf(actor), now),
            proposal => new Submitted(proposal, actor, now),
            cancellationToken);
    }

    public async Task<Outcome<Proposal>> DecideAsync(Guid id, int version, DecisionNote note, Actor actor, CancellationToken cancellationToken)
    {
        if (pack.Authorities.FirstOrDefault(candidate => candidate.Id == note.AuthorityId) is not { } authority)
        {
            return EvacuationRefusals.UnknownAuthority;
        }

        var now = Now();
        var decision = new Decision(
            Guid.CreateVersion7(now), authority.Id, authority.Office, authority.Holder, authority.Basis, note.Means,
            note.At, note.Words.Trim(), note.HeardBy.Trim() is { Length: > 0 } heard ? heard : actor.Name, PersonOf(actor), now);
        return await StepAsync(
            id,
            proposal => proposal.Decide(version, decision, authority),
            proposal => new Decided(proposal, actor, now),
            cancellationToken);
    }

    public Task<Outcome<Proposal>> ReturnAsync(Guid id, int version, string reason, Actor actor, CancellationToken cancellationToken) =>
        StepAsync(id, proposal => proposal.Return(version, reason), proposal => new Returned(proposal, actor, Now()), cancellationToken);

    public Task<Outcome<Proposal>> RejectAsync(Guid id, int version, string reason, Actor actor, CancellationToken cancellationToken) =>
        StepAsync(id, proposal => proposal.Reject(version, reason), proposal => new Rejected(proposal, actor, Now()), cancellationToken);

    /// <summary>The second person lets it out: proposal, order, outgoing work and entries in one transaction.</summary>
    public async Task<Outcome<Release>> ReleaseAsync(Guid id, int version, Actor actor, CancellationToken cancellationToken)
    {
        using var span = BousaiTelemetry.Traces.StartActivity("order.release");
        span?.SetTag("bousai.proposal.id", id);
        var outcome = await turn.TakeAsync(db, () => ReleaseInTurnAsync(id, version, actor, cancellationToken), cancellationToken);
        if (outcome.TryGet(out var release, out var refusal))
        {
            span?.SetTag("bousai.decision.id", release.DecisionId);
        }

        span?.SetTag("outcome", refusal?.Code ?? "released");
        return outcome;
    }

    /// <summary>Asks to lift an order: a submitted proposal whose submitter is the asker.</summary>
    public Task<Outcome<Proposal>> AskLiftAsync(Guid orderId, int version, string reason, Actor actor, CancellationToken cancellationToken) =>
        turn.TakeAsync(db, () => AskLiftInTurnAsync(orderId, version, reason, actor, cancellationToken), cancellationToken);

    private async Task<Outcome<Release>> ReleaseInTurnAsync(Guid id, int version, Actor actor, CancellationToken cancellationToken)
    {
        if (await db.Proposals.FindAsync([id], cancellationToken) is not { } proposal)
        {
            return EvacuationRefusals.UnknownProposal;
        }

        var now = Now();
        if (!proposal.Release(version, PersonOf(actor), now).TryGet(out _, out var refusal))
        {
            return refusal;
        }

        var inForce = await db.Orders.Where(order => order.State == OrderState.Issued).ToListAsync(cancellationToken);
        if (!OrderBook.Apply(proposal, inForce, Guid.CreateVersion7(now)).TryGet(out var change, out refusal))
        {
            return refusal;
        }

        if (change.IsNew)
        {
            db.Add(change.Order);
        }

        await KeepAreasAsync([change.Order, .. change.GaveUpAreas], cancellationToken);
        var release = Release.Of(proposal, change.Order.Id, change.Order.Version);
        OrderFact told = proposal.Act == Act.Lift
            ? new OrderLifted(change.Order, release, actor, now)
            : new OrderIssued(change.Order, release, actor, now);
        await db.CommitAsync([told, .. change.GaveUpAreas.Select(order => new OrderGaveUpAreas(order, actor, now))], cancellationToken);
        return release;
    }

    private async Task<Outcome<Proposal>> AskLiftInTurnAsync(Guid orderId, int version, string reason, Actor actor, CancellationToken cancellationToken)
    {
        if (await db.Orders.FindAsync([orderId], cancellationToken) is not { } order)
        {
            return EvacuationRefusals.UnknownOrder;
        }

        if (order.Version != version)
        {
            return EvacuationRefusals.StaleVersion;
        }

        if (await db.Proposals.AnyAsync(
            open => open.OrderId == orderId && (open.State == ProposalState.Submitted || open.State == ProposalState.Decided || open.State == ProposalState.Returned),
            cancellationToken))
        {
            return EvacuationRefusals.LiftAlreadyAsked;
        }

        var now = Now();
        if (!Proposal.ToLift(Guid.CreateVersion7(now), order, PersonOf(actor), reason, now).TryGet(out var proposal, out var refusal))
        {
            return refusal;
        }

        db.Add(proposal);
        await db.CommitAsync([new LiftAsked(proposal, actor, now)], cancellationToken);
        return proposal;
    }

    private Task<Outcome<Proposal>> StepAsync(
        Guid id, Func<Proposal, Outcome<Proposal>> step, Func<Proposal, Fact> fact, CancellationToken cancellationToken) => db.RepeatAsync<Outcome<Proposal>>(
        async () =>
        {
            if (await db.Proposals.FindAsync([id], cancellationToken) is not { } proposal)
            {
                return EvacuationRefusals.UnknownProposal;
            }

            if (!step(proposal).TryGet(out _, out var refusal))
            {
                return refusal;
            }

            await db.CommitAsync([fact(proposal)], cancellationToken);
            return proposal;
        },
        cancellationToken);

    /// <summary>Rewrites the rows of the order key for orders that changed; an area taken over moves in one statement's order.</summary>
    private async Task KeepAreasAsync(IReadOnlyList<Order> changed, CancellationToken cancellationToken)
    {
        var ids = changed.Select(order => order.Id).ToList();
        var rows = await db.AreasInForce.Where(row => ids.Contains(row.OrderId)).ToListAsync(cancellationToken);
        var wanted = changed.Where(order => order.IsInForce)
            .SelectMany(order => order.Measure.Areas.Select(area => new AreaInForce(order, area))).ToList();
        var kept = rows.ToDictionary(row => (row.Hazard, row.Cause, row.Area));
        db.AreasInForce.RemoveRange(rows.Where(row => !wanted.Exists(want => want.Area == row.Area && want.Cause == row.Cause)));
        foreach (var want in wanted)
        {
            if (kept.TryGetValue((want.Hazard, want.Cause, want.Area), out var row))
            {
                row.Move(want.OrderId);
            }
            else
            {
                db.Add(want);
            }
        }
    }

    private static Guid PersonOf(Actor actor) =>
        actor.PersonId ?? throw new InvalidOperationException("Only a person takes a step with a proposal.");

    private DateTimeOffset Now() => clock.GetUtcNow().ToMicroseconds();
}

/// <summary>What the recorder was told of a decision.</summary>
internal sealed record DecisionNote(string AuthorityId, DecisionMeans Means, DateTimeOffset At, string HeardBy, string Words);
