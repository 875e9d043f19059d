using Chiyoda.Bousai.Hub.Features.Warnings;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Chiyoda.Bousai.Telegrams.Gauges;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Chiyoda.Bousai.Hub.Features.Feeds.Polling;

/// <summary>Takes readings of gauges from addresses and from a folder.</summary>
internal sealed class GaugePoller(
    IServiceScopeFactory scopes, PollBook book, FeedClient client, SourceWatch sources, IOptions<GaugeOptions> options, TimeProvider clock, ILogger<GaugePoller> logger) : IFeedPoller
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan PauseAtMost = TimeSpan.FromMinutes(5);

    private const int MaxFiles = 100;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var isHeard = true;
        for (var index = 0; index < options.Value.List.Count; index++)
        {
            bool isAnswered, isWished;
            do
            {
                (isAnswered, isWished) = await AskAsync(index, new Uri(options.Value.List[index]), cancellationToken);
            }
            while (isWished);
            isHeard &= isAnswered;
        }

        if (options.Value.Folder.Length > 0)
        {
            isHeard &= await LookAsync(cancellationToken);
        }

        if (isHeard)
        {
            await sources.HeardAsync(options.Value.Source, complete: true, cancellationToken);
        }

        await using var scope = scopes.CreateAsyncScope();
        var before = clock.GetUtcNow() - GaugeDesk.KeptFor;
        await scope.ServiceProvider.GetRequiredService<BousaiDbContext>().GaugeReadings.Where(reading => reading.ObservedAt < before).ExecuteDeleteAsync(cancellationToken);
    }

    /// <returns>Whether the address gave a valid answer now, and whether it is due again since somebody asked for it in the meantime.</returns>
    private async Task<(bool IsAnswered, bool IsWished)> AskAsync(int index, Uri address, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BousaiDbContext>();
        if (await book.TakeAsync(db, $"{options.Value.Source}/{index}", options.Value.Source, TimeSpan.FromSeconds(15), cancellationToken) is not { } list)
        {
            return (false, false);
        }

        var (isAnswered, isWished) = (false, false);
        try
        {
            var answer = await client.AskAsync(address, list, GaugeReader.MaxBytes, Patience, cancellationToken);
            book.Count(list, answer.Received);
            var error = answer.Octets is { } octets ? await KeepAsync(octets, cancellationToken) : answer.Error;
            if (error.Length > 0)
            {
                book.Failed(list, error, options.Value.Every, PauseAtMost);
            }
            else
            {
                book.Answered(list, answer, options.Value.Every);
                isAnswered = true;
            }
        }
        finally
        {
            isWished = await PollBook.GiveBackAsync(db, list);
        }

        return (isAnswered, isWished);
    }

    /// <returns>Whether every file of the folder could be read.</returns>
    private async Task<bool> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            var isWhole = true;
            foreach (var file in new DirectoryInfo(options.Value.Folder).EnumerateFiles().Where(file => file.Extension is ".json" or ".csv").OrderBy(file => file.Name, StringComparer.Ordinal).Take(MaxFiles))
            {
                isWhole &= file.Length <= GaugeReader.MaxBytes && await KeepAsync(await File.ReadAllBytesAsync(file.FullName, cancellationToken), cancellationToken) is "";
            }

            return isWhole;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            FeedsLog.FolderUnreadable(logger, options.Value.Folder, fault);
            return false;
        }
    }

    /// <returns>Why nothing could be read; empty when it could.</returns>
    private async Task<string> KeepAsync(byte[] octets, CancellationToken cancellationToken)
    {
        if (!GaugeReader.Read(octets).TryGet(out var reports, out var refusal))
        {
            return refusal.Code;
        }

        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<GaugeDesk>().KeepAsync(reports, cancellationToken);
        return string.Empty;
    }
}
