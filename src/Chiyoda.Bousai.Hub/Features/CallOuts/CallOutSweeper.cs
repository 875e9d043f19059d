using Chiyoda.Bousai.Domain.CallOuts;
using Chiyoda.Bousai.Infrastructure.CallOuts;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Chiyoda.Bousai.Hub.Features.CallOuts;

/// <summary>Every few seconds: what wakes, whose turn it is, what is to be sent. It needs no page to be open, and goes on from the tables after a restart.</summary>
internal sealed partial class CallOutSweeper(
    IServiceScopeFactory scopes, CallOutSender sender, DutyRegister register, TimeProvider clock, IOptions<CallOutOptions> options, ILogger<CallOutSweeper> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!register.IsOn)
        {
            return;
        }

        using var timer = new PeriodicTimer(options.Value.LookEvery, clock);
        do
        {
            await TryAsync(LookAsync, stoppingToken);
            await TryAsync(StepAsync, stoppingToken);
            await TryAsync(sender.SendDueAsync, stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>What fails is tried at the next look, and does not keep the others from their work.</summary>
    private async Task TryAsync(Func<CancellationToken, Task> look, CancellationToken cancellationToken)
    {
        try
        {
            await look(cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Log.Failed(logger, fault);
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CallOutWatch>().LookAsync(cancellationToken);
    }

    private async Task StepAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var calling = await scope.ServiceProvider.GetRequiredService<BousaiDbContext>().CallOuts.AsNoTracking()
            .Where(callOut => (callOut.State == CallOutState.Calling || callOut.State == CallOutState.Unanswered) && callOut.NextAt != null).OrderBy(callOut => callOut.BegunAt).Select(callOut => callOut.Id).Take(100).ToListAsync(cancellationToken);
        foreach (var id in calling)
        {
            await using var step = scopes.CreateAsyncScope();
            await step.ServiceProvider.GetRequiredService<CallOutDesk>().StepAsync(id, cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(6104, LogLevel.Error, "A look at call-outs failed; the next one follows")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
