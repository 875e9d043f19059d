using Chiyoda.Bousai.Hub.Live;
using Chiyoda.Bousai.Infrastructure.Dissemination;
using Chiyoda.Bousai.Infrastructure.Hosting;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Hosting;

/// <summary>Writes this process into the list of nodes every 10 s, and reads the others from it.</summary>
internal sealed partial class NodeRegister(
    IServiceScopeFactory scopes, Deployment deployment, LivePresence presence, TimeProvider clock, ILogger<NodeRegister> logger) : BackgroundService
{
    /// <summary>A node that has not signed for longer is taken for gone.</summary>
    private static readonly TimeSpan GoneAfter = 3 * Heartbeat.Every;

    private static readonly TimeSpan ForgetAfter = TimeSpan.FromDays(1);

    private readonly Guid _id = Guid.CreateVersion7(clock.GetUtcNow());

    /// <summary>The other nodes that are there now.</summary>
    public async Task<IReadOnlyList<HubNode>> OthersAsync(BousaiDbContext db, CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow() - GoneAfter;
        return await db.Nodes.AsNoTracking().Where(node => node.Id != _id && node.AliveAt >= since).ToListAsync(cancellationToken);
    }

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await SignAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<BousaiDbContext>().Nodes.Where(node => node.Id == _id).ExecuteDeleteAsync(cancellationToken);
        }
        catch (Exception fault) when (Conflicts.IsAway(fault) || fault is OperationCanceledException)
        {
            // The row is forgotten with its age.
            Log.SignFailed(logger, fault);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Heartbeat.Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await SignAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Log.SignFailed(logger, fault);
            }
        }
    }

    private async Task SignAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BousaiDbContext>();
        var now = clock.GetUtcNow();
        var connections = presence.PublicConnections;
        var signed = await db.Nodes.Where(node => node.Id == _id).ExecuteUpdateAsync(
            set => set.SetProperty(node => node.AliveAt, now).SetProperty(node => node.PublicConnections, connections), cancellationToken);
        if (signed > 0)
        {
            return;
        }

        await db.Nodes.Where(node => node.AliveAt < now - ForgetAfter).ExecuteDeleteAsync(cancellationToken);
        var name = Environment.MachineName;
        db.Add(new HubNode(_id, name.Length > 64 ? name[..64] : name, deployment.Roles.ToWords(), now) { PublicConnections = connections });
        await db.SaveChangesAsync(cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(1101, LogLevel.Warning, "This node could not sign the list of nodes")]
        public static partial void SignFailed(ILogger logger, Exception fault);
    }
}
