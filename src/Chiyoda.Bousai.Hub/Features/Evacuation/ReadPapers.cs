using System.ComponentModel.DataAnnotations;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Evacuation.Documents;
using Chiyoda.Bousai.Hub.Features.Access;
using Chiyoda.Bousai.Hub.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Chiyoda.Bousai.Hub.Features.Evacuation;

/// <summary>Staff read the papers of an order, and note that one was typed into a system elsewhere, or reported.</summary>
internal static class ReadPapers
{
    /// <param name="Transcript">The sheet, by its id in the ward pack.</param>
    /// <param name="Version">The version of the order that was typed.</param>
    public sealed record Request([property: Required, MaxLength(40)] string Transcript, [property: Range(1, int.MaxValue)] int Version);

    public static async Task<Results<Ok<OrderPaperView>, ProblemHttpResult>> HandleAsync(
        Guid id, OrderPapers papers, CancellationToken cancellationToken, int? version = null) =>
        await papers.ReadAsync(id, version, cancellationToken) is { } view ? TypedResults.Ok(view) : EvacuationRefusals.UnknownOrder.ToProblem();

    public static async Task<Results<Ok<TranscriptSheet>, ProblemHttpResult>> EnterAsync(
        Guid id, Request request, OrderPapers papers, HttpContext context, CancellationToken cancellationToken) =>
        (await papers.EnterAsync(id, request.Transcript, request.Version, context.User.ToActor("api"), cancellationToken)).TryGet(out var sheet, out var refusal)
            ? TypedResults.Ok(sheet)
            : refusal.ToProblem();

    /// <param name="Version">The version of the order that was reported.</param>
    /// <param name="Duty">Report or information.</param>
    /// <param name="Means">By what means.</param>
    /// <param name="HeardBy">Who took it.</param>
    /// <param name="At">When; null for now.</param>
    public sealed record ReportRequest(
        [property: Range(1, int.MaxValue)] int Version, [property: Required] LegalDuty? Duty, [property: Required] ReportMeans? Means, [property: Required(AllowEmptyStrings = true), MaxLength(OrderReport.MaxHeardBy)] string HeardBy,
        DateTimeOffset? At = null);

    public static async Task<Results<Ok<OrderReportView>, ProblemHttpResult>> ReportAsync(
        Guid id, ReportRequest request, OrderPapers papers, HttpContext context, CancellationToken cancellationToken) =>
        (await papers.ReportAsync(
            id, request.Version, request.Duty!.Value, request.Means!.Value, request.HeardBy, request.At?.ToMicroseconds(), context.User.ToActor("api"), cancellationToken)).TryGet(out var report, out var refusal)
            ? TypedResults.Ok(report)
            : refusal.ToProblem();
}
