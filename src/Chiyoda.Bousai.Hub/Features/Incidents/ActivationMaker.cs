using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Incidents;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Features.Incidents;

/// <summary>Suggests a posture when a rule of the plan is newly met and nothing as strong is set up or suggested.</summary>
internal sealed class ActivationMaker(BousaiDbContext db, WardPack pack, TimeProvider clock)
{
    /// <summary>Adds suggestions in the context; nothing is committed here.</summary>
    /// <param name="before">Warnings in force before the telegram, without what only a late one states.</param>
    /// <param name="after">The same after it.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The facts to commit with the change.</returns>
    public async Task<IReadOnlyList<Fact>> SuggestAsync(
        IReadOnlyList<HazardWarning> before, IReadOnlyList<HazardWarning> after, CancellationToken cancellationToken)
    {
        var reached = pack.Incidents.Rules.SelectMany(rule => rule.Reached(before, after).Select(warning => (Rule: rule, Warning: warning)))
            .OrderByDescending(met => met.Rule.Posture.Rank).ToList();
        if (reached.Count == 0)
        {
            return [];
        }

        var active = await db.Incidents.AsNoTracking().SingleOrDefaultAsync(incident => incident.State == IncidentState.Active, cancellationToken);
        var waiting = await db.ActivationSuggestions.AsNoTracking().Where(row => row.State == SuggestionState.Open).Select(row => row.PostureId).ToListAsync(cancellationToken);
        var rank = waiting.Append(active?.Activation.Posture.Id).Max(id => pack.Incidents.Find(id)?.Rank ?? -1);
        var (strongest, why) = reached[0];
        if (strongest.Posture.Rank <= rank)
        {
            return [];
        }

        var now = clock.GetUtcNow().ToMicroseconds();
        var suggestion = ActivationSuggestion.Of(Guid.CreateVersion7(now), strongest, why, now);
        db.Add(suggestion);
        return [new ActivationSuggested(suggestion, Actor.Hub, now)];
    }
}
