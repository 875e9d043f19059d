using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Domain.Relays;
using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Hub.Features.Evacuation;
using Chiyoda.Bousai.Hub.Features.Feeds;
using Chiyoda.Bousai.Hub.Features.Warnings;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Chiyoda.Bousai.Hub.Features.Relays;

/// <summary>Looks after the night whether what was held still holds. Any number of nodes may look: the turn lets one tell it.</summary>
internal sealed partial class RelayMorning(
    IServiceScopeFactory scopes, ReleaseTurn turn, TimeProvider clock, IOptions<RelayOptions> options, ILogger<RelayMorning> logger) : BackgroundService
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
        if (RelayNight.Covers(clock.GetUtcNow()) || !await db.Relays.AnyAsync(relay => relay.State == RelayState.Held, cancellationToken))
        {
            return;
        }

        var desk = scope.ServiceProvider.GetRequiredService<WarningDesk>();
        var sources = scope.ServiceProvider.GetRequiredService<SourceWatch>();
        var maker = scope.ServiceProvider.GetRequiredService<RelayMaker>();
        await turn.TakeAsync(
            db,
            async () =>
            {
                // What a silent source last said may have ended since: unknown is not told as if it held.
                IReadOnlyList<HazardWarning>? inForce = (await sources.JudgeAsync(db, cancellationToken)).State == KnowledgeState.Known
                    ? await desk.BoardAsync(clock.GetUtcNow(), TelegramStatus.Normal, cancellationToken)
                    : null;
                await db.CommitAsync(await maker.TellHeldAsync(inForce, cancellationToken), cancellationToken);
                return true;
            },
            cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(2101, LogLevel.Warning, "Looking for relays that were held at night failed; the next look follows")]
        public static partial void LookFailed(ILogger logger, Exception exception);
    }
}
