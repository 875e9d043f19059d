using System.ComponentModel.DataAnnotations;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Shelters;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Hub.Features.Access;
using Chiyoda.Bousai.Hub.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Chiyoda.Bousai.Hub.Features.Shelters;

/// <summary>People at a place, or headquarters for them, report how it is.</summary>
internal static class ReportShelter
{
    /// <param name="Shelter">Id of the place in the register.</param>
    /// <param name="State">Whether it takes people in.</param>
    /// <param name="FreePersons">Free places, persons; left out when not counted. Counts only for an open place.</param>
    /// <param name="AsOf">When it was so; now when left out.</param>
    public sealed record Request(
        [property: Required, MaxLength(64)] string Shelter, [property: Required] ShelterOpening? State, [property: Range(0, ShelterReport.MaxFreePersons)] int? FreePersons, DateTimeOffset? AsOf);

    public static async Task<Results<Ok<ShelterView>, ProblemHttpResult>> HandleAsync(
        Request request, ShelterDesk desk, WardPack pack, TimeProvider clock, HttpContext context, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().ToMicroseconds();
        var report = new ShelterReport(request.State!.Value, request.FreePersons, (request.AsOf ?? now).ToMicroseconds());
        return (await desk.ReportAsync(request.Shelter, report, context.User.ToActor("api"), cancellationToken)).TryGet(out var status, out var refusal)
            ? TypedResults.Ok(ShelterView.Of(pack.Shelters.First(shelter => shelter.Id == status.ShelterId), status.Report, now))
            : refusal.ToProblem();
    }
}
