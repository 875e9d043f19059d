using Chiyoda.Bousai.Hub.Features.Feeds.Polling;
using Chiyoda.Bousai.Infrastructure.Feeds;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.Extensions.Options;

namespace Chiyoda.Bousai.Hub.Features.Exercise;

/// <summary>Asks the live hub's <c>/status.json</c>, one node at a time, and writes down when something real begins and when it is over.</summary>
internal sealed class LiveWatch(
    IServiceScopeFactory scopes, PollBook book, FeedClient client, IOptions<ExerciseOptions> options, TimeProvider clock, ILogger<LiveWatch> logger) : BackgroundService
{
    private const int MaxOctets = 16 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.LookEvery, clock);
        do
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                ExerciseLog.LookFailed(logger, fault);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BousaiDbContext>();
        if (await book.TakeAsync(db, LiveHub.Id, LiveHub.Id, TimeSpan.Zero, cancellationToken) is not { } row)
        {
            return;
        }

        try
        {
            await AskAsync(scope.ServiceProvider, row, cancellationToken);
        }
        finally
        {
            await PollBook.GiveBackAsync(db, row);
        }
    }

    private async Task AskAsync(IServiceProvider services, PolledAddress row, CancellationToken cancellationToken)
    {
        // Without validators: «unchanged» would not say how old the status is.
        var answer = await client.AskAsync(new Uri(options.Value.LiveStatus), known: null, MaxOctets, Patience, cancellationToken);
        book.Count(row, answer.Received);
        var live = answer.Octets is { } octets ? LiveSituation.Read(octets, options.Value) : null;
        var doubt = live switch
        {
            null => answer.Error.Length > 0 ? answer.Error : FeedFaults.NotLive,
            _ when clock.GetUtcNow() - live.AsOf > options.Value.SilentAfter => FeedFaults.OldStatus,
            { IsReal: false, IsWhole: false } => FeedFaults.LiveUnknown,
            _ => string.Empty,
        };
        if (live is null || doubt.Length > 0)
        {
            book.Failed(row, doubt, options.Value.LookEvery, options.Value.LookEvery);
            return;
        }

        var db = services.GetRequiredService<BousaiDbContext>();
        var wasReal = await services.GetRequiredService<LiveHub>().RealSinceAsync(cancellationToken) is not null;
        if (live.IsReal != wasReal)
        {
            await db.CommitAsync([live.IsReal ? new RealEventSeen(live) : new RealEventOver(live)], cancellationToken);
        }

        book.Answered(row, answer, options.Value.LookEvery);
    }
}
