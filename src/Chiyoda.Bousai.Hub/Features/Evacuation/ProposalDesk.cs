using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Dissemination;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Hub.Features.Access;
using Chiyoda.Bousai.Infrastructure.Evacuation;
using Chiyoda.Bousai.Infrastructure.Operations;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Features.Evacuation;

/// <summary>The steps that staff take with a proposal, for the API and for the pages alike: load, decide, commit.</summary>
internal sealed class ProposalDesk(BousaiDbContext db, ReleaseTurn turn, PictureMaker pictures, WardPack pack, TimeProvider clock)
{
    /// <summary>A person draws up an order that no criterion proposed.</summary>
    public Task<Outcome<Proposal>> DrawUpAsync(Measure measure, Actor actor, CancellationToken cancellationToken) =>
        db.RepeatAsync(
            async () =>
            {
                var made = Draft(measure, actor);
                if (made.TryGet(out var proposal, out _))
                {
                    db.Add(proposal);
                    await db.CommitAsync([new Drafted(proposal, actor, proposal.CreatedAt)], cancellationToken);
                }

                return made;
            },
            cancellationToken);

    /// <summary>The draft that a measure would make. Nothing is saved: for looking at.</summary>
    public Outcome<Proposal> Draft(Measure measure, Actor actor)
    {
        var now = Now();
        return MeasureRules.Refuse(measure, Act.Issue, pack, now.DayInJapan()) is { } refusal
            ? refusal
            : Proposal.ByPerson(Guid.CreateVersion7(now), measure, PersonOf(actor), now);
    }

    /// <summary>Changes what a draft says: a 町丁目 out, another action, another reason.</summary>
    public async Task<Outcome<Proposal>> ReviseAsync(Guid id, int version, Measure measure, Actor actor, CancellationToken cancellationToken) =>
        MeasureRules.Refuse(measure, Act.Issue, pack, Now().DayInJapan()) is { } refusal
            ? refusal
            : await StepAsync(id, proposal => proposal.Revise(version, measure), proposal => new Revised(proposal, actor, Now()), cancellationToken);

    /// <summary>Drops a draft that is not needed; what it rested on is kept, since not to issue is a decision too.</summary>
    public Task<Outcome<Proposal>> DiscardAsync(Guid id, int version, string reason, Actor actor, CancellationToken cancellationToken) =>
        StepAsync(id, proposal => proposal.Discard(version, reason), proposal => new Discarded(proposal, actor, Now()), cancellationToken, keepsPicture: true);

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
        var undeclared = await UndeclaredAsync(id, authority, now, cancellationToken);
        var decision = new Decision(
            Guid.CreateVersion7(now), authority.Id, authority.Office, authority.Holder, authority.Basis, note.Means,
            note.At, note.Words.Trim(), note.HeardBy.Trim() is { Length: > 0 } heard ? heard : actor.Name, PersonOf(actor), now)
        { Undeclared = undeclared };
        return await StepAsync(
            id,
            proposal => proposal.Decide(version, decision, authority).TryGet(out var decided, out var refusal)
                ? undeclared.Count > 0 && !note.ConfirmsActing ? EvacuationRefusals.PrincipalNotDeclared : decided
                : refusal,
            proposal => new Decided(proposal, actor, now),
            cancellationToken,
            keepsPicture: true);
    }

    /// <summary>Offices in whose place an authority decides and that nobody has declared out of reach, for this proposal or lately for another.</summary>
    private async Task<IReadOnlyList<string>> UndeclaredAsync(Guid id, Authority authority, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var principals = authority.StandsInFor(pack.Authorities);
        if (principals.Count == 0)
        {
            return [];
        }

        // Declarations lie in the proposals, and a proposal that is open is at most a day old (DraftReaper).
        var since = now - Authority.DeclarationHolds - TimeSpan.FromDays(1);
        var recent = await db.Proposals.AsNoTracking().Where(proposal => proposal.Id == id || proposal.CreatedAt > since)
            .Select(proposal => new { proposal.Id, proposal.Unreachable, proposal.Decision }).ToListAsync(cancellationToken);

        // Who has decided something since is within reach again.
        bool IsBack(UnreachableHolder holder) => recent.Exists(proposal => proposal.Decision is { } decision && decision.AuthorityId == holder.AuthorityId && decision.RecordedAt > holder.DeclaredAt);
        var declared = recent
            .SelectMany(proposal => proposal.Unreachable.Where(holder => proposal.Id == id || (holder.DeclaredAt > now - Authority.DeclarationHolds && !IsBack(holder))))
            .Select(holder => holder.AuthorityId).ToHashSet(StringComparer.Ordinal);
        return [.. principals.Where(principal => !declared.Contains(principal.Id)).Select(principal => principal.Office)];
    }

    /// <summary>Notes a try to reach a holder of authority.</summary>
    public async Task<Outcome<Proposal>> NoteAttemptAsync(Guid id, int version, AttemptNote note, Actor actor, CancellationToken cancellationToken)
    {
        if (pack.Authorities.FirstOrDefault(candidate => candidate.Id == note.AuthorityId) is not { } authority)
        {
            return EvacuationRefusals.UnknownAuthority;
        }

        var now = Now();
        var attempt = new ContactAttempt(authority.Id, authority.Office, note.Means, note.At, note.Result.Trim(), PersonOf(actor), now);
        return await StepAsync(id, proposal => proposal.NoteAttempt(version, attempt), proposal => new AttemptNoted(proposal, actor, now), cancellationToken);
    }

    /// <summary>Declares a holder of authority out of reach, so that the next one is asked.</summary>
    public async Task<Outcome<Proposal>> DeclareUnreachableAsync(
        Guid id, int version, string authorityId, string basis, Actor actor, CancellationToken cancellationToken)
    {
        if (pack.Authorities.FirstOrDefault(candidate => candidate.Id == authorityId) is not { } authority)
        {
            return EvacuationRefusals.UnknownAuthority;
        }

        var now = Now();
        var holder = new UnreachableHolder(authority.Id, authority.Office, basis.Trim(), PersonOf(actor), now);
        return await StepAsync(
            id, proposal => proposal.DeclareUnreachable(version, holder), proposal => new UnreachableDeclared(proposal, actor, now), cancellationToken);
    }

    public Task<Outcome<Proposal>> ReturnAsync(Guid id, int version, string reason, Actor actor, CancellationToken cancellationToken) =>
        StepAsync(id, proposal => proposal.Return(version, reason), proposal => new Returned(proposal, actor, Now()), cancellationToken);

    public Task<Outcome<Proposal>> WithdrawAsync(Guid id, int version, string reason, Actor actor, CancellationToken cancellationToken) =>
        StepAsync(id, proposal => proposal.Withdraw(version, PersonOf(actor), reason), proposal => new Withdrawn(proposal, actor, Now()), cancellationToken);

    public Task<Outcome<Proposal>> RejectAsync(Guid id, int version, string reason, Actor actor, CancellationToken cancellationToken) =>
        StepAsync(id, proposal => proposal.Reject(version, reason), proposal => new Rejected(proposal, actor, Now()), cancellationToken, keepsPicture: true);

    /// <summary>The second person lets it out: proposal, order, outgoing work and entries in one transaction.</summary>
    /// <param name="id">The proposal.</param>
    /// <param name="version">The version that the person saw.</param>
    /// <param name="asked">What the person was asked and answered.</param>
    /// <param name="actor">The person.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<Outcome<OrderRelease>> ReleaseAsync(Guid id, int version, ReleaseAnswers asked, Actor actor, CancellationToken cancellationToken)
    {
        using var span = BousaiTelemetry.Traces.StartActivity("order.release");
        span?.SetTag("bousai.proposal.id", id);
        var outcome = await turn.TakeAsync(db, () => ReleaseInTurnAsync(id, version, asked, actor, cancellationToken), cancellationToken);
        if (outcome.TryGet(out var release, out var refusal))
        {
            span?.SetTag("bousai.decision.id", release.DecisionId);
        }

        span?.SetTag("outcome", refusal?.Code ?? "released");
        return outcome;
    }

    /// <summary>Asks to change an order: a submitted proposal whose submitter is the asker.</summary>
    public Task<Outcome<Proposal>> AskChangeAsync(Guid orderId, int version, ChangeNote note, Actor actor, CancellationToken cancellationToken) =>
        turn.TakeAsync(db, () => AskChangeInTurnAsync(orderId, version, note, actor, cancellationToken), cancellationToken);

    /// <summary>The proposal that asking for a change would make. Nothing is saved: for looking at.</summary>
    public async Task<Outcome<Proposal>> DraftChangeAsync(Guid orderId, int version, ChangeNote note, Actor actor, CancellationToken cancellationToken)
    {
        if (await db.Orders.FindAsync([orderId], cancellationToken) is not { } order)
        {
            return EvacuationRefusals.UnknownOrder;
        }

        if (order.Version != version)
        {
            return EvacuationRefusals.StaleVersion;
        }

        var now = Now();
        var measure = note.After(order.Measure);
        if (!Proposal.ToChange(Guid.CreateVersion7(now), note.Act, order, measure, note.Grounds, PersonOf(actor), note.Reason, now).TryGet(out var proposal, out var refusal))
        {
            return refusal;
        }

        return MeasureRules.Refuse(measure, note.Act, pack, now.DayInJapan()) is { } unsound ? unsound : proposal;
    }

    private async Task<Outcome<OrderRelease>> ReleaseInTurnAsync(
        Guid id, int version, ReleaseAnswers asked, Actor actor, CancellationToken cancellationToken)
    {
        if (await db.Proposals.FindAsync([id], cancellationToken) is not { } proposal)
        {
            return EvacuationRefusals.UnknownProposal;
        }

        var now = Now();
        var person = PersonOf(actor);
        var since = Cautions.Since(await db.Orders.FindAsync([proposal.OrderId], cancellationToken), now);
        var orders = await db.Orders.Where(order => order.State == OrderState.Issued || order.EndedAt >= since).ToListAsync(cancellationToken);
        var cautions = Cautions.Of(proposal, orders, pack.Areas.Count, now);
        var released = asked.BreakGlass is { } reason
            ? proposal.ReleaseAlone(version, person, reason, await StaffPresence.IsAloneAsync(db, person, now, cancellationToken), cautions, now)
            : proposal.Release(version, person, now);
        if (!released.TryGet(out _, out var refusal))
        {
            return refusal;
        }

        if (Cautions.Ask(cautions, asked.Confirmed, asked.Words) is { } again)
        {
            return again;
        }

        proposal.Confirm(cautions, asked.Words);
        if (!OrderBook.Apply(proposal, [.. orders.Where(order => order.IsInForce || order.Id == proposal.OrderId)], Guid.CreateVersion7(now)).TryGet(out var change, out refusal))
        {
            return refusal;
        }

        if (change.IsNew)
        {
            db.Add(change.Order);
        }

        await KeepAreasAsync([change.Order, .. change.GaveUpAreas], cancellationToken);
        var release = OrderRelease.Of(proposal, change.Order.Id, change.Order.Version);
        List<Fact> facts = [OrderFact.Of(change.Order, release, actor, now), .. change.GaveUpAreas.Select(order => new OrderGaveUpAreas(order, actor, now))];
        if (proposal.IsBreakGlass)
        {
            facts.Add(new GlassBroken(proposal, actor, now));
        }

        if (cautions.Count > 0)
        {
            facts.Add(new CautionsConfirmed(proposal, actor, now));
        }

        await db.CommitAsync(facts, cancellationToken);
        return release;
    }

    private async Task<Outcome<Proposal>> AskChangeInTurnAsync(
        Guid orderId, int version, ChangeNote note, Actor actor, CancellationToken cancellationToken)
    {
        var asked = await DraftChangeAsync(orderId, version, note, actor, cancellationToken);
        if (!asked.TryGet(out var proposal, out var refusal))
        {
            return refusal;
        }

        // Another act may be under way: a correction does not wait for an update. What then is released first stands. What was asked on an
        // older version can not be released any more and holds nothing up.
        if (await db.Proposals.AnyAsync(
            open => open.OrderId == orderId && open.OrderVersion == version && open.Act == note.Act
                && (open.State == ProposalState.Submitted || open.State == ProposalState.Decided || open.State == ProposalState.Returned),
            cancellationToken))
        {
            return note.Act == Act.Lift ? EvacuationRefusals.LiftAlreadyAsked : EvacuationRefusals.ChangeAlreadyAsked;
        }

        db.Add(proposal);
        await db.CommitAsync([new ChangeAsked(proposal, actor, proposal.CreatedAt)], cancellationToken);
        return proposal;
    }

    private Task<Outcome<Proposal>> StepAsync(
        Guid id, Func<Proposal, Outcome<Proposal>> step, Func<Proposal, Fact> fact, CancellationToken cancellationToken, bool keepsPicture = false) =>
        db.RepeatAsync<Outcome<Proposal>>(
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

            if (keepsPicture)
            {
                proposal.Keep(await pictures.DrawAsync(proposal, cancellationToken));
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
/// <param name="AuthorityId">Who decided.</param>
/// <param name="Means">How.</param>
/// <param name="At">When.</param>
/// <param name="HeardBy">Who heard it.</param>
/// <param name="Words">The words.</param>
/// <param name="ConfirmsActing">Whether the recorder made sure that a deputy decides though nobody declared the other out of reach.</param>
internal sealed record DecisionNote(string AuthorityId, DecisionMeans Means, DateTimeOffset At, string HeardBy, string Words, bool ConfirmsActing = false);

/// <summary>What the recorder was told of a try to reach somebody.</summary>
internal sealed record AttemptNote(string AuthorityId, DecisionMeans Means, DateTimeOffset At, string Result);

/// <summary>What a releaser was asked and answered.</summary>
/// <param name="Confirmed">What was seen and confirmed.</param>
/// <param name="Words">The releaser's words to it; may be empty.</param>
/// <param name="BreakGlass">Why the submitter lets it out alone; <see langword="null"/> for a second person.</param>
internal sealed record ReleaseAnswers(IReadOnlyCollection<Caution> Confirmed, string Words = "", string? BreakGlass = null)
{
    public static ReleaseAnswers None { get; } = new([]);
}
