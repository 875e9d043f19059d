using Chiyoda.Bousai.Domain.CallOuts;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Hub.Features.Feeds;
using Chiyoda.Bousai.Infrastructure.Dissemination;
using Chiyoda.Bousai.Infrastructure.Feeds;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Chiyoda.Bousai.Infrastructure.Persistence.Chronology;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Hosting.Operations;

/// <summary>
/// Reads the database for whoever looks after the deployment. A reading that hangs is waited for by everybody who asks meanwhile,
/// and none is begun beside it: looking must not be what brings a database down.
/// </summary>
internal sealed class OperationsReader(
    IServiceScopeFactory scopes, SourceWatch sources, NodeRegister nodes, Deployment deployment, TimeProvider clock)
{
    /// <summary>Within this time the last reading answers: anybody may ask for the health of the hub, as often as they like.</summary>
    private static readonly TimeSpan GoodFor = TimeSpan.FromSeconds(1);

    private static readonly ProposalState[] Open = [ProposalState.Draft, ProposalState.Submitted, ProposalState.Decided, ProposalState.Returned];

    private readonly Lock _lock = new();

    private Task<OperationsSnapshot>? _reading;

    private long _begun;

    /// <summary>The state of now, or of less than a second ago.</summary>
    /// <param name="patience">How long to wait.</param>
    /// <param name="cancellationToken">Ends the waiting, not the reading.</param>
    /// <exception cref="TimeoutException">The database did not answer in time.</exception>
    public Task<OperationsSnapshot> ReadAsync(TimeSpan patience, CancellationToken cancellationToken) => Reading().WaitAsync(patience, cancellationToken);

    private Task<OperationsSnapshot> Reading()
    {
        lock (_lock)
        {
            if (_reading is null || (_reading.IsCompleted && clock.GetElapsedTime(_begun) > GoodFor))
            {
                _begun = clock.GetTimestamp();
                _reading = Task.Run(LookAsync);
            }

            return _reading;
        }
    }

    private async Task<OperationsSnapshot> LookAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BousaiDbContext>();
        var head = await db.Set<SpineHead>().AsNoTracking().Select(row => row.Sequence).SingleAsync();
        var alive = await db.Stamps.AsNoTracking().Select(stamp => stamp.AliveAt).SingleAsync();
        var others = await nodes.OthersAsync(db, CancellationToken.None);
        var knowledge = await sources.JudgeAsync(db, CancellationToken.None);
        var waiting = await db.Telegrams.AsNoTracking().Where(telegram => telegram.Outcome == TelegramOutcome.Pending)
            .GroupBy(telegram => telegram.Attempts > 0).Select(group => new { HasFailed = group.Key, Count = group.Count() }).ToListAsync();
        var proposals = await db.Proposals.AsNoTracking().Where(proposal => Open.Contains(proposal.State))
            .GroupBy(proposal => proposal.State).Select(group => new { State = group.Key, Count = group.Count() }).ToListAsync();
        var dispatches = await db.Dispatches.AsNoTracking()
            .Where(dispatch => dispatch.State == DispatchState.Waiting || dispatch.State == DispatchState.Sending || dispatch.State == DispatchState.Held)
            .Select(dispatch => new { dispatch.State, dispatch.CreatedAt, dispatch.StartedAt }).ToListAsync();
        return new OperationsSnapshot
        {
            ReadAt = clock.GetUtcNow(),
            HeadSequence = head,
            AliveAt = alive,
            Roles = others.Select(node => HubRolesWords.Read(node.Roles)).Aggregate(deployment.Roles, (all, roles) => all | roles),
            Sources = knowledge.Sources,
            TelegramsWaiting = waiting.Sum(group => group.Count),
            TelegramsFailing = waiting.Where(group => group.HasFailed).Sum(group => group.Count),
            OpenProposals = Open.ToDictionary(state => state, state => proposals.Find(group => group.State == state)?.Count ?? 0),
            UnsentSince = dispatches.Where(dispatch => dispatch.State != DispatchState.Held).Min(dispatch => (DateTimeOffset?)(dispatch.StartedAt ?? dispatch.CreatedAt)),
            UnansweredCallOuts = await db.CallOuts.CountAsync(callOut => callOut.State == CallOutState.Unanswered),
            HeldDispatches = dispatches.Count(dispatch => dispatch.State == DispatchState.Held),
        };
    }
}
