using Chiyoda.Bousai.Infrastructure.Persistence;
using Chiyoda.Bousai.Telegrams.P2PQuake;
using Microsoft.Extensions.Options;

namespace Chiyoda.Bousai.Hub.Features.Feeds.Polling;

/// <summary>Asks the history of P2P地震情報: what the WebSocket missed.</summary>
internal sealed class P2PQuakePoller(
    IServiceScopeFactory scopes, PollBook book, FeedClient client, UnconfirmedReports reports, SourceWatch sources, IOptions<P2PQuakeOptions> options) : IFeedPoller
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan PauseAtMost = TimeSpan.FromMinutes(5);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (await AskAsync(cancellationToken))
        {
            // Somebody asked for it in the meantime.
        }
    }

    /// <returns>Whether it is due again.</returns>
    private async Task<bool> AskAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BousaiDbContext>();
        var settings = options.Value;
        if (await book.TakeAsync(db, $"{settings.Source}/history", settings.Source, TimeSpan.FromSeconds(15), cancellationToken) is not { } list)
        {
            return false;
        }

        var isWished = false;
        try
        {
            var address = new Uri(new Uri(settings.Base), "history?codes=551&codes=552&limit=50");
            var answer = await client.AskAsync(address, list, P2PQuakeReader.MaxBytes, Patience, cancellationToken);
            book.Count(list, answer.Received);
            var error = answer.Octets is { } octets ? await reports.TakeAsync(octets, cancellationToken) : answer.Error;
            if (error.Length > 0)
            {
                book.Failed(list, error, settings.Every, PauseAtMost);
            }
            else
            {
                book.Answered(list, answer, settings.Every);
                await sources.HeardAsync(settings.Source, complete: true, cancellationToken);
            }
        }
        finally
        {
            isWished = await PollBook.GiveBackAsync(db, list);
        }

        return isWished;
    }
}
