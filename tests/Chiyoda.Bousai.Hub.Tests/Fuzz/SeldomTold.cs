using Chiyoda.Bousai.Hub.Features.Portal;
using Chiyoda.Bousai.Hub.Live;
using Microsoft.Extensions.DependencyInjection;

namespace Chiyoda.Bousai.Hub.Tests.Fuzz;

/// <summary>Lets the pages be made of every change that comes more than a few seconds after the last one: mutants come by the
/// hundred a second, and making all pages for each would leave no time for the mutants.</summary>
internal sealed class SeldomTold(PortalPublisher pages, TimeProvider clock) : IChronologyListener
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private long _toldAt;

    public static void Apply(IServiceCollection services)
    {
        var first = services.First(service => service.ServiceType == typeof(IChronologyListener));
        services.Insert(services.IndexOf(first), ServiceDescriptor.Singleton<IChronologyListener, SeldomTold>());
        services.Remove(first);
    }

    public Task BeginAsync(long last, long lastPublic, CancellationToken cancellationToken) => pages.BeginAsync(last, lastPublic, cancellationToken);

    public async Task HearAsync(IReadOnlyList<FollowedEntry> entries, CancellationToken cancellationToken)
    {
        if (_toldAt == 0 || clock.GetElapsedTime(_toldAt) > Pause)
        {
            await pages.HearAsync(entries, cancellationToken);
            _toldAt = clock.GetTimestamp();
        }
    }
}
