using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Facilities;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Features.Facilities;

/// <summary>The steps that staff take with calls to facilities: load, decide, commit.</summary>
internal sealed class FacilityDesk(BousaiDbContext db, WardPack pack, TimeProvider clock)
{
    /// <summary>One act makes the list: it begins the round of the order's present version, or adds to it who is not on it yet.</summary>
    /// <param name="subject">Order or proposal.</param>
    /// <param name="about">Its id.</param>
    /// <param name="everyKind">Whether facilities are called whomever the measure addresses.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="cancellationToken">Ends waiting for the database.</param>
    public Task<Outcome<CallList>> ListAsync(CallSubject subject, Guid about, bool everyKind, Actor actor, CancellationToken cancellationToken) =>
        db.RepeatAsync<Outcome<CallList>>(
            async () =>
            {
                if (!(await SubjectAsync(subject, about, cancellationToken)).TryGet(out var what, out var refusal))
                {
                    return refusal;
                }

                var latest = what.Latest?.List;
                var earlier = latest is null ? [] : await db.FacilityCalls.Where(call => call.ListId == latest.Id).Select(call => call.FacilityId).ToListAsync(cancellationToken);
                var continues = what.Latest is { IsCurrent: true };

                // Who was told before hears of every change, also where the measure no longer reaches them.
                var concerned = FacilitySelection.Concerned(pack.Facilities, pack.Zones, what.Measure, everyKind)
                    .Concat(continues ? [] : pack.Facilities.Where(facility => earlier.Contains(facility.Id))).DistinctBy(facility => facility.Id)
                    .Where(facility => !continues || !earlier.Contains(facility.Id)).ToList();
                if (concerned.Count == 0)
                {
                    return continues ? FacilitiesRefusals.AlreadyListed : FacilitiesRefusals.NobodyToCall;
                }

                var now = clock.GetUtcNow().ToMicroseconds();
                var list = continues ? latest! : CallList.Begin(Guid.CreateVersion7(now), subject, about, (latest?.Subject == subject ? latest.Round : 0) + 1, what.Version, what.Title, now);
                if (!continues)
                {
                    db.Add(list);
                }

                FacilityCall[] calls = [.. concerned.Select(facility => FacilityCall.List(Guid.CreateVersion7(now), list.Id, facility))];
                db.AddRange(calls.AsEnumerable());
                await db.CommitAsync([new CallsListed(list, calls, actor, now)], cancellationToken);
                return list;
            },
            cancellationToken);

    /// <summary>Notes what came of calling one facility.</summary>
    /// <param name="callId">The call.</param>
    /// <param name="version">The version that the person saw.</param>
    /// <param name="state">The state from now on.</param>
    /// <param name="note">What was said.</param>
    /// <param name="actor">Who notes it.</param>
    /// <param name="cancellationToken">Ends waiting for the database.</param>
    public Task<Outcome<FacilityCall>> NoteAsync(Guid callId, int version, CallState state, string note, Actor actor, CancellationToken cancellationToken) =>
        db.RepeatAsync<Outcome<FacilityCall>>(
            async () =>
            {
                if (await db.FacilityCalls.FindAsync([callId], cancellationToken) is not { } call)
                {
                    return FacilitiesRefusals.UnknownCall;
                }

                var now = clock.GetUtcNow().ToMicroseconds();
                if (!call.Take(version, state, note, actor.Name, now).TryGet(out _, out var refusal))
                {
                    return refusal;
                }

                await db.CommitAsync([new CallNoted(call, actor, now)], cancellationToken);
                return call;
            },
            cancellationToken);

    private async Task<Outcome<Called>> SubjectAsync(CallSubject subject, Guid id, CancellationToken cancellationToken)
    {
        if (subject == CallSubject.Order)
        {
            return await db.Orders.AsNoTracking().FirstOrDefaultAsync(order => order.Id == id, cancellationToken) is { } order
                ? new Called(order.Measure, order.Version, TitleOf(order.Measure, order.IsInForce ? string.Empty : "の終了"), await CallRounds.OfAsync(db, order, cancellationToken))
                : FacilitiesRefusals.UnknownSubject;
        }

        if (subject != CallSubject.Proposal)
        {
            return FacilitiesRefusals.UnknownSubject;
        }

        return await db.Proposals.AsNoTracking().FirstOrDefaultAsync(proposal => proposal.Id == id, cancellationToken) switch
        {
            null => FacilitiesRefusals.UnknownSubject,
            { State: ProposalState.Rejected or ProposalState.Discarded or ProposalState.Released } => FacilitiesRefusals.SubjectClosed,
            { } proposal => new Called(proposal.Measure, 0, TitleOf(proposal.Measure, "の案"), await CallRounds.OfProposalAsync(db, id, cancellationToken)),
        };
    }

    private static string TitleOf(Measure measure, string what) => $"{measure.CauseName} {OrderKinds.Spoken(measure.Level)}{what}".Trim();

    /// <summary>What is called about.</summary>
    /// <param name="Measure">What holds where.</param>
    /// <param name="Version">Version of the order; 0 for a proposal.</param>
    /// <param name="Title">One line.</param>
    /// <param name="Latest">The newest round; <see langword="null"/> when there is none.</param>
    private sealed record Called(Measure Measure, int Version, string Title, CallSummary? Latest);
}
