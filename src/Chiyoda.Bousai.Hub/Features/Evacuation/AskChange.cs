using System.ComponentModel.DataAnnotations;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Hub.Features.Access;
using Chiyoda.Bousai.Hub.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Chiyoda.Bousai.Hub.Features.Evacuation;

/// <summary>Staff ask to lower, lift, update, correct or void an order; it is decided and released like any other act.</summary>
internal static class AskChange
{
    /// <param name="Version">The version of the order that the asker saw.</param>
    /// <param name="Reason">Why; for the chronology.</param>
    /// <param name="Areas">For a lift or a lowering the areas that it is for, otherwise all that hold afterwards; left out: as they are.</param>
    /// <param name="Level">The level afterwards; left out: as it is.</param>
    /// <param name="Action">The action afterwards; left out: as it is.</param>
    /// <param name="Audience">The audience afterwards; left out: as it is.</param>
    /// <param name="PublicReason">The reason that the public reads; left out: as it is.</param>
    /// <param name="Shelters">Ids of shelters afterwards; left out: as they are.</param>
    /// <param name="Grounds">The answers before a lift or a lowering; left out: they stand as not asked.</param>
    public sealed record Request(
        [property: Range(1, int.MaxValue)] int Version,
        [property: Required, MaxLength(1000)] string Reason,
        [property: MaxLength(1000)] IReadOnlyList<string>? Areas,
        [property: Range(3, 5)] int? Level,
        EvacuationAction? Action,
        Audience? Audience,
        [property: MaxLength(200)] string? PublicReason,
        [property: MaxLength(100)] IReadOnlyList<string>? Shelters,
        RequestGrounds? Grounds);

    /// <param name="IsBelowAndFalling">The level is below the danger mark and clearly falling.</param>
    /// <param name="NoFurtherRain">No further rain is expected.</param>
    /// <param name="SiteChecked">Somebody looked at the site.</param>
    /// <param name="AdviceFrom">Who gave advice (災害対策基本法61条の2); left out: none was given.</param>
    /// <param name="AdviceAt">When.</param>
    /// <param name="AdviceWords">What was said.</param>
    /// <param name="WhyNot">Why it is done though an answer is not yes, or without advice.</param>
    public sealed record RequestGrounds(
        [property: Required] GroundAnswer? IsBelowAndFalling,
        [property: Required] GroundAnswer? NoFurtherRain,
        [property: Required] GroundAnswer? SiteChecked,
        [property: MaxLength(100)] string? AdviceFrom,
        DateTimeOffset? AdviceAt,
        [property: MaxLength(1000)] string? AdviceWords,
        [property: MaxLength(1000)] string? WhyNot)
    {
        public EndingGrounds ToGrounds() => new(
            IsBelowAndFalling!.Value, NoFurtherRain!.Value, SiteChecked!.Value,
            string.IsNullOrWhiteSpace(AdviceFrom) || AdviceAt is not { } at ? null : new Advice(AdviceFrom.Trim(), at, (AdviceWords ?? string.Empty).Trim()),
            (WhyNot ?? string.Empty).Trim());
    }

    public sealed record Response(Guid ProposalId);

    /// <summary>What the route asks for; among its metadata.</summary>
    public sealed record Asked(Act Act);

    public static async Task<Results<Accepted<Response>, ProblemHttpResult>> HandleAsync(
        Guid id, Request request, ProposalDesk desk, HttpContext context, CancellationToken cancellationToken)
    {
        var act = context.GetEndpoint()!.Metadata.GetRequiredMetadata<Asked>().Act;
        var note = new ChangeNote(act, request.Reason)
        {
            Areas = request.Areas,
            Level = request.Level,
            Action = request.Action,
            Audience = request.Audience,
            PublicReason = request.PublicReason,
            Shelters = request.Shelters,
            Grounds = request.Grounds?.ToGrounds(),
        };
        return (await desk.AskChangeAsync(id, request.Version, note, context.User.ToActor("api"), cancellationToken)).TryGet(out var proposal, out var refusal)
            ? TypedResults.Accepted($"/api/v1/proposals/{proposal.Id}", new Response(proposal.Id))
            : refusal.ToProblem();
    }
}
