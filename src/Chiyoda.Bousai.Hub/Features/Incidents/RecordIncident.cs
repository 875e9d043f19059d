using System.ComponentModel.DataAnnotations;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Incidents;
using Chiyoda.Bousai.Hub.Features.Access;
using Chiyoda.Bousai.Hub.Features.Evacuation;
using Chiyoda.Bousai.Hub.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Chiyoda.Bousai.Hub.Features.Incidents;

/// <summary>Staff record 設置, a change of posture, 解散, or why a suggestion is not followed.</summary>
internal static class RecordIncident
{
    /// <param name="Name">災害名.</param>
    /// <param name="BeganAt">発災, or when it was first known.</param>
    /// <param name="Posture">A posture of the plan.</param>
    /// <param name="By">Who decided, one of listAuthorities.</param>
    /// <param name="At">From when it holds.</param>
    /// <param name="Reason">Why.</param>
    public sealed record RequestOpening(
        [property: Required, MaxLength(Incident.MaxName)] string Name,
        [property: Required] DateTimeOffset? BeganAt,
        [property: Required, MaxLength(64)] string Posture,
        [property: Required, MaxLength(64)] string By,
        [property: Required] DateTimeOffset? At,
        [property: Required, MaxLength(Incident.MaxReason)] string Reason);

    /// <param name="Version">The version that the person saw.</param>
    /// <param name="Name">災害名.</param>
    /// <param name="Posture">A posture of the plan.</param>
    /// <param name="By">Who decided, one of listAuthorities.</param>
    /// <param name="At">From when it holds.</param>
    /// <param name="Reason">Why.</param>
    public sealed record RequestChange(
        [property: Range(1, int.MaxValue)] int Version,
        [property: Required, MaxLength(Incident.MaxName)] string Name,
        [property: Required, MaxLength(64)] string Posture,
        [property: Required, MaxLength(64)] string By,
        [property: Required] DateTimeOffset? At,
        [property: Required, MaxLength(Incident.MaxReason)] string Reason);

    /// <param name="Version">The version that the person saw.</param>
    /// <param name="By">Who decided, one of listAuthorities.</param>
    /// <param name="At">When it ended.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="IsAware">Whether the person knows that orders in force stay in force.</param>
    public sealed record RequestClosing(
        [property: Range(1, int.MaxValue)] int Version,
        [property: Required, MaxLength(64)] string By,
        [property: Required] DateTimeOffset? At,
        [property: Required, MaxLength(Incident.MaxReason)] string Reason,
        bool IsAware);

    public static async Task<Results<Created<IncidentView>, ProblemHttpResult>> OpenAsync(
        RequestOpening request, IncidentDesk desk, HttpContext context, CancellationToken cancellationToken) =>
        (await desk.OpenAsync(
            request.Name, request.BeganAt!.Value.ToMicroseconds(), new ActivationNote(request.Posture, request.By, request.Reason, request.At!.Value),
            context.User.ToActor("api"), cancellationToken)).TryGet(out var incident, out var refusal)
            ? TypedResults.Created("/api/v1/incidents", IncidentView.Of(incident))
            : refusal.ToProblem();

    public static async Task<Results<Ok<IncidentView>, ProblemHttpResult>> ChangeAsync(
        Guid id, RequestChange request, IncidentDesk desk, HttpContext context, CancellationToken cancellationToken) =>
        Answer(await desk.ChangeAsync(
            id, request.Version, request.Name, new ActivationNote(request.Posture, request.By, request.Reason, request.At!.Value),
            context.User.ToActor("api"), cancellationToken));

    public static async Task<Results<Ok<IncidentView>, ProblemHttpResult>> CloseAsync(
        Guid id, RequestClosing request, IncidentDesk desk, HttpContext context, CancellationToken cancellationToken) =>
        Answer(await desk.CloseAsync(
            id, request.Version, new ActivationNote(null, request.By, request.Reason, request.At!.Value), request.IsAware,
            context.User.ToActor("api"), cancellationToken));

    public static async Task<Results<Ok<SuggestionView>, ProblemHttpResult>> DismissAsync(
        Guid id, ReturnOrReject.Request request, IncidentDesk desk, HttpContext context, CancellationToken cancellationToken) =>
        (await desk.DismissAsync(id, request.Version, request.Reason, context.User.ToActor("api"), cancellationToken)).TryGet(out var suggestion, out var refusal)
            ? TypedResults.Ok(SuggestionView.Of(suggestion))
            : refusal.ToProblem();

    private static Results<Ok<IncidentView>, ProblemHttpResult> Answer(Outcome<Incident> outcome) =>
        outcome.TryGet(out var incident, out var refusal) ? TypedResults.Ok(IncidentView.Of(incident)) : refusal.ToProblem();
}
