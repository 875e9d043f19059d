using Chiyoda.Bousai.Infrastructure.Dissemination;
using Hangfire;

namespace Chiyoda.Bousai.Hub.Features.Dissemination;

/// <summary>Sets one dispatch going. It carries the id alone: what is sent is read from our tables. It is never retried, the sweeper
/// takes up what it left; running it twice changes nothing.</summary>
public sealed class DispatchJob(Dispatcher dispatcher)
{
    [AutomaticRetry(Attempts = 0)]
    public Task RunAsync(Guid dispatchId, CancellationToken cancellationToken) => dispatcher.RunAsync(dispatchId, cancellationToken);
}
