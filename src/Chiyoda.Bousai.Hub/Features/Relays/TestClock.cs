using Chiyoda.Bousai.Hub.Features.Evacuation;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.Extensions.Options;

namespace Chiyoda.Bousai.Hub.Features.Relays;

/// <summary>Looks whether the moment of an announced test has come. Any number of nodes may look: the turn lets one tell it.</summary>
internal sealed partial class TestClock(
    IServiceScopeFactory scopes, ReleaseTurn turn, TimeProvider clock, IOptions<RelayOptions> options, ILogger<TestClock> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.LookEvery, clock);
        do
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Log.LookFailed(logger, e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BousaiDbContext>();
        var maker = scope.ServiceProvider.GetRequiredService<TestMaker>();
        if (await maker.IsDueAsync(cancellationToken))
        {
            await turn.TakeAsync(
                db,
                async () =>
                {
                    var facts = await maker.TellAsync(cancellationToken);
                    if (facts.Count > 0)
                    {
                        await db.CommitAsync(facts, cancellationToken);
                    }

                    return true;
                },
                cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(2102, LogLevel.Warning, "Looking for announced tests failed; the next look follows")]
        public static partial void LookFailed(ILogger logger, Exception exception);
    }
}
