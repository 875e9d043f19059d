using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Infrastructure.Dissemination;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Features.Dissemination;

/// <summary>What is stopped until a person lets it go on, whatever it tells and for whatever reason.</summary>
/// <param name="Count">Dispatches, one per decision and channel; at most <see cref="Most"/>.</param>
/// <param name="Subjects">What they tell, most urgent first.</param>
internal sealed record HeldDispatches(int Count, IReadOnlyList<HeldSubject> Subjects)
{
    /// <summary>No more are read: it stands around every page. A person sees that there are more.</summary>
    public const int Most = 200;

    /// <summary>Nothing is stopped.</summary>
    public static readonly HeldDispatches None = new(0, []);

    /// <summary>One query by the index of the state: what is done costs nothing, however much it is.</summary>
    public static async Task<HeldDispatches> ReadAsync(BousaiDbContext db, CancellationToken cancellationToken)
    {
        var rows = await db.Dispatches.AsNoTracking()
            .Where(dispatch => dispatch.State == DispatchState.Held)
            .OrderByDescending(dispatch => dispatch.Urgency).ThenBy(dispatch => dispatch.CreatedAt)
            .Select(dispatch => new { dispatch.Kind, dispatch.OrderId, dispatch.DecisionId, dispatch.Act, dispatch.CreatedAt })
            .Take(Most)
            .ToListAsync(cancellationToken);
        return rows.Count == 0
            ? None
            : new HeldDispatches(
                rows.Count,
                [.. rows.GroupBy(row => row.DecisionId).Select(group => new HeldSubject(
                    group.First().Kind, group.First().OrderId, group.First().Act, group.Min(row => row.CreatedAt), group.Count()))]);
    }
}

/// <summary>One decision of which something is stopped.</summary>
/// <param name="Kind">An order, a notice or a relay.</param>
/// <param name="SubjectId">The order, the notice, or the episode of the relay.</param>
/// <param name="Act">What the decision did.</param>
/// <param name="ReleasedAt">When it was let out.</param>
/// <param name="Count">By how many channels it is stopped.</param>
internal sealed record HeldSubject(DispatchKind Kind, Guid SubjectId, Act Act, DateTimeOffset ReleasedAt, int Count);
