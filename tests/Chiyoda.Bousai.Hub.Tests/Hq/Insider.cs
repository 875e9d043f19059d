using Chiyoda.Bousai.Domain.Dissemination;
using Chiyoda.Bousai.Hub.Features.Exercise;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Chiyoda.Bousai.Infrastructure.Persistence.Chronology;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Chiyoda.Bousai.Hub.Tests.Hq;

/// <summary>A part of the program that does what no page can bring about: it writes what the gateway writes when it stops something unreleased.</summary>
internal sealed class Insider : IHostedService
{
    private IServiceProvider _services = null!;

    /// <summary>Puts it into a hub that is being made.</summary>
    public void Enter(IServiceCollection services) => services.AddHostedService(provider =>
    {
        _services = provider;
        return this;
    });

    public StepBoard Board => _services.GetRequiredService<StepBoard>();

    /// <summary>Something without a release reached for web push and was stopped.</summary>
    public Task RefuseOrphanAsync() => WithAsync(async db =>
    {
        await db.CommitAsync(
            [new OrphanSendRefused(Guid.NewGuid(), Guid.NewGuid(), ChannelNames.WebPush, _services.GetRequiredService<TimeProvider>().GetUtcNow())], CancellationToken.None);
        return true;
    });

    public Task<long> HeadAsync() => WithAsync(db => db.Set<SpineHead>().Select(head => head.Sequence).SingleAsync());

    public async Task<T> WithAsync<T>(Func<BousaiDbContext, Task<T>> act)
    {
        await using var scope = _services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<BousaiDbContext>());
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
