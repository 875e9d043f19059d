using System.ComponentModel.DataAnnotations;
using Chiyoda.Bousai.Domain.Facilities;
using Chiyoda.Bousai.Hub.Features.Access;
using Chiyoda.Bousai.Hub.Http;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Features.Facilities;

/// <summary>Staff make the list of whom to call about an order or a proposal, and tick it off.</summary>
internal static class CallFacilities
{
    public const int MaxLimit = 500;

    /// <summary>The id of an order or of a proposal, exactly one of the two.</summary>
    /// <param name="OrderId">The order.</param>
    /// <param name="ProposalId">The proposal.</param>
    /// <param name="EveryKind">Whether every facility there is called, whomever the order addresses.</param>
    public sealed record Request(Guid? OrderId = null, Guid? ProposalId = null, bool EveryKind = false);

    /// <param name="Version">The version of the call that the person saw.</param>
    /// <param name="State">The state from now on.</param>
    /// <param name="Note">What was said, at most 200 characters.</param>
    public sealed record NoteRequest(
        [property: Range(1, int.MaxValue)] int Version, [property: Required] CallState? State, [property: MaxLength(FacilityCall.MaxNote)] string? Note = null);

    /// <param name="Id">The round.</param>
    /// <param name="Round">1 for the first; a changed order has one of its own.</param>
    /// <param name="Title">What is called about.</param>
    /// <param name="IsCurrent">Whether the round tells what holds now.</param>
    /// <param name="MadeAt">When it began.</param>
    /// <param name="Totals">How far it is.</param>
    /// <param name="Items">One page of it: whom nobody has told first, and of them who is below the ground.</param>
    public sealed record Response(Guid Id, int Round, string Title, bool IsCurrent, DateTimeOffset MadeAt, CallTotals Totals, IReadOnlyList<CallView> Items);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> ListAsync(
        Request request, FacilityDesk desk, BousaiDbContext db, HttpContext context, CancellationToken cancellationToken)
    {
        if (SubjectOf(request.OrderId, request.ProposalId) is not var (subject, about))
        {
            return FacilitiesRefusals.UnknownSubject.ToProblem();
        }

        return (await desk.ListAsync(subject, about, request.EveryKind, context.User.ToActor("api"), cancellationToken)).TryGet(out _, out var refusal)
            ? await AnswerAsync(db, subject, about, 0, MaxLimit, cancellationToken)
            : refusal.ToProblem();
    }

    /// <param name="db">The database.</param>
    /// <param name="order">Id of an order.</param>
    /// <param name="proposal">Id of a proposal.</param>
    /// <param name="list">Id of a round that a criterion proposed; exactly one of the three.</param>
    /// <param name="skip">Calls left out at the beginning, 0–10000.</param>
    /// <param name="limit">At most as many calls, 1–500.</param>
    /// <param name="cancellationToken">Ends waiting for the database.</param>
    public static async Task<Results<Ok<Response>, ProblemHttpResult>> ReadAsync(
        BousaiDbContext db, CancellationToken cancellationToken, Guid? order = null, Guid? proposal = null, Guid? list = null,
        [Range(0, 10_000)] int skip = 0, [Range(1, MaxLimit)] int limit = 100) =>
        SubjectOf(order, proposal, list) is var (subject, about)
            ? await AnswerAsync(db, subject, about, skip, limit, cancellationToken)
            : FacilitiesRefusals.UnknownSubject.ToProblem();

    public static async Task<Results<Ok<CallView>, ProblemHttpResult>> NoteAsync(
        Guid id, NoteRequest request, FacilityDesk desk, HttpContext context, CancellationToken cancellationToken) =>
        (await desk.NoteAsync(id, request.Version, request.State!.Value, request.Note ?? string.Empty, context.User.ToActor("api"), cancellationToken)).TryGet(out var call, out var refusal)
            ? TypedResults.Ok(CallView.Of(call))
            : refusal.ToProblem();

    /// <summary>One page of a round: who was never told first, and of them who is below the ground.</summary>
    public static async Task<IReadOnlyList<FacilityCall>> PageAsync(BousaiDbContext db, Guid listId, int skip, int take, CancellationToken cancellationToken) =>
        await db.FacilityCalls.AsNoTracking().Where(call => call.ListId == listId)
            .OrderBy(call => call.State == CallState.NotCalled ? 0 : call.State == CallState.Absent ? 1 : call.State == CallState.Reached ? 2 : 3)
            .ThenBy(call => call.Kind == FacilityKind.UndergroundMall || call.Kind == FacilityKind.Station || call.Kind == FacilityKind.UndergroundSpace ? 0 : 1)
            .ThenBy(call => call.FacilityId)
            .Skip(skip).Take(take).ToListAsync(cancellationToken);

    private static (CallSubject Subject, Guid About)? SubjectOf(Guid? order, Guid? proposal, Guid? list = null) => (order, proposal, list) switch
    {
        ({ } id, null, null) => (CallSubject.Order, id),
        (null, { } id, null) => (CallSubject.Proposal, id),
        (null, null, { } id) => (CallSubject.Criterion, id),
        _ => null,
    };

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> AnswerAsync(
        BousaiDbContext db, CallSubject subject, Guid about, int skip, int limit, CancellationToken cancellationToken)
    {
        var found = subject switch
        {
            CallSubject.Proposal => await CallRounds.OfProposalAsync(db, about, cancellationToken),
            CallSubject.Criterion => await CallRounds.OfCriterionAsync(db, about, cancellationToken),
            _ => await db.Orders.AsNoTracking().FirstOrDefaultAsync(order => order.Id == about, cancellationToken) is { } order
                ? await CallRounds.OfAsync(db, order, cancellationToken)
                : null,
        };
        return found is { } summary
            ? TypedResults.Ok(new Response(
                summary.List.Id, summary.List.Round, summary.List.Title, summary.IsCurrent, summary.List.MadeAt, summary.Totals,
                [.. (await PageAsync(db, summary.List.Id, skip, limit, cancellationToken)).Select(CallView.Of)]))
            : FacilitiesRefusals.UnknownSubject.ToProblem();
    }
}
