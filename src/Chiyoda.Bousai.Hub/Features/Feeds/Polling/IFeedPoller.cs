namespace Chiyoda.Bousai.Hub.Features.Feeds.Polling;

/// <summary>Asks the addresses of one source that are due. It does not throw for what a remote does.</summary>
internal interface IFeedPoller
{
    Task RunAsync(CancellationToken cancellationToken);
}
