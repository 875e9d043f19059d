using System.ComponentModel.DataAnnotations;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Hub.Features.Access;
using Chiyoda.Bousai.Hub.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Chiyoda.Bousai.Hub.Features.Evacuation;

/// <summary>Staff draw up an order that no criterion proposed, change what a draft says, or drop it.</summary>
internal static class DrawUpProposal
{
    /// <param name="Hazard">What threatens.</param>
    /// <param name="Cause">Which river, coast or slope, by its word in the ward pack; for other hazards what it is, in Japanese; empty where the hazard has no causes.</param>
    /// <param name="Level">警戒レベル 3, 4 or 5; left out for hazards without levels.</param>
    /// <param name="Action">What people are to do.</param>
    /// <param name="Audience">Who is to do it; everybody when left out.</param>
    /// <param name="Zone">A zone of the ward pack, whose areas are added.</param>
    /// <param name="Areas">Area codes of the ward pack.</param>
    /// <param name="Reason">Why, in Japanese, for the public.</param>
    /// <param name="Shelters">Ids of shelters of the register to which people are sent; only such as are recommended (consequences of a proposal).</param>
    public sealed record Request(
        [property: Required] Hazard? Hazard,
        [property: MaxLength(20)] string? Cause,
        [property: Range(3, 5)] int? Level,
        [property: Required] EvacuationAction? Action,
        Audience? Audience,
        [property: MaxLength(64)] string? Zone,
        [property: MaxLength(1000)] IReadOnlyList<string>? Areas,
        [property: Required, MaxLength(200)] string Reason,
        [property: MaxLength(100)] IReadOnlyList<string>? Shelters)
    {
        public Measure ToMeasure(WardPack pack) => MeasureRules.Write(
            Hazard!.Value, (Cause ?? string.Empty).Trim(), Level, Action!.Value, Audience ?? AudienceRules.Usual(Level),
            (Areas ?? []).Concat(Zone is not null && pack.Zones.TryGetValue(Zone, out var zone) ? zone.Areas.Select(area => area.Value) : []),
            Reason, Shelters ?? [], pack);
    }

    /// <param name="Version">The version that the person saw.</param>
    /// <param name="Content">What the draft says now, whole.</param>
    public sealed record RequestRevision([property: Range(1, int.MaxValue)] int Version, [property: Required] Request Content);

    public static async Task<Results<Created<ProposalView>, ProblemHttpResult>> HandleAsync(
        Request request, ProposalDesk desk, WardPack pack, HttpContext context, CancellationToken cancellationToken) =>
        (await desk.DrawUpAsync(request.ToMeasure(pack), context.User.ToActor("api"), cancellationToken)).TryGet(out var proposal, out var refusal)
            ? TypedResults.Created($"/api/v1/proposals/{proposal.Id}", ProposalView.Of(proposal))
            : refusal.ToProblem();

    public static async Task<Results<Ok<ProposalView>, ProblemHttpResult>> ReviseAsync(
        Guid id, RequestRevision request, ProposalDesk desk, WardPack pack, HttpContext context, CancellationToken cancellationToken) =>
        (await desk.ReviseAsync(id, request.Version, request.Content.ToMeasure(pack), context.User.ToActor("api"), cancellationToken)).TryGet(out var proposal, out var refusal)
            ? TypedResults.Ok(ProposalView.Of(proposal))
            : refusal.ToProblem();

    public static async Task<Results<Ok<ProposalView>, ProblemHttpResult>> DiscardAsync(
        Guid id, ReturnOrReject.Request request, ProposalDesk desk, HttpContext context, CancellationToken cancellationToken) =>
        (await desk.DiscardAsync(id, request.Version, request.Reason, context.User.ToActor("api"), cancellationToken)).TryGet(out var proposal, out var refusal)
            ? TypedResults.Ok(ProposalView.Of(proposal))
            : refusal.ToProblem();
}
