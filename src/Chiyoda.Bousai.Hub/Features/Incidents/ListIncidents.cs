using Chiyoda.Bousai.Domain.Incidents;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Features.Incidents;

/// <summary>What is set up, what was, what is suggested, and what the plan has.</summary>
internal static class ListIncidents
{
    private const int MaxPast = 50;

    /// <param name="Active">What is set up; null when nothing is.</param>
    /// <param name="Suggestions">What waits for an answer, newest first.</param>
    /// <param name="Past">The last 50 that ended, newest first.</param>
    /// <param name="Postures">The plan, from the weakest posture to the strongest.</param>
    public sealed record Response(
        IncidentView? Active, IReadOnlyList<SuggestionView> Suggestions, IReadOnlyList<IncidentView> Past, IReadOnlyList<PostureView> Postures);

    /// <param name="Id">Stable id.</param>
    /// <param name="Name">As staff say it.</param>
    /// <param name="Headquarters">What is set up with it.</param>
    /// <param name="Basis">The law or plan it rests on.</param>
    public sealed record PostureView(string Id, string Name, HeadquartersKind Headquarters, string Basis);

    public static async Task<Ok<Response>> HandleAsync(BousaiDbContext db, WardPack pack, CancellationToken cancellationToken) => TypedResults.Ok(new Response(
        await ActiveAsync(db, cancellationToken) is { } active ? IncidentView.Of(active) : null,
        [.. (await OpenSuggestionsAsync(db, cancellationToken)).Select(SuggestionView.Of)],
        [.. (await PastAsync(db, cancellationToken)).Select(IncidentView.Of)],
        [.. pack.Incidents.Postures.Select(posture => new PostureView(posture.Id, posture.Name, posture.Headquarters, posture.Basis))]));

    public static Task<Incident?> ActiveAsync(BousaiDbContext db, CancellationToken cancellationToken) =>
        db.Incidents.AsNoTracking().SingleOrDefaultAsync(incident => incident.State == IncidentState.Active, cancellationToken);

    /// <summary>Few: one is made only when it is stronger than all that wait.</summary>
    public static Task<List<ActivationSuggestion>> OpenSuggestionsAsync(BousaiDbContext db, CancellationToken cancellationToken) =>
        db.ActivationSuggestions.AsNoTracking().Where(suggestion => suggestion.State == SuggestionState.Open)
            .OrderByDescending(suggestion => suggestion.CreatedAt).ToListAsync(cancellationToken);

    public static Task<List<Incident>> PastAsync(BousaiDbContext db, CancellationToken cancellationToken) =>
        db.Incidents.AsNoTracking().Where(incident => incident.State == IncidentState.Closed)
            .OrderByDescending(incident => incident.EndedAt).Take(MaxPast).ToListAsync(cancellationToken);
}
