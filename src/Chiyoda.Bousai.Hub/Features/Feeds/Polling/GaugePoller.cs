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
        for (var index = 0; index < options.Value.List.Count; index++)
        {
            while (await AskAsync(index, new Uri(options.Value.List[index]), cancellationToken))
            {
                // Somebody asked for it in the meantime.
            }
        }

        if (options.Value.Folder.Length == 0 || await LookAsync(cancellationToken))
        {
            await TellAsync(cancellationToken);
        }

        await using var scope = scopes.CreateAsyncScope();
        var before = clock.GetUtcNow() - GaugeDesk.KeptFor;
        await scope.ServiceProvider.GetRequiredService<BousaiDbContext>().GaugeReadings.Where(reading => reading.ObservedAt < before).ExecuteDeleteAsync(cancellationToken);
    }

    /// <returns>Whether it is due again since somebody asked for it in the meantime.</returns>
    private async Task<bool> AskAsync(int index, Uri address, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BousaiDbContext>();
        if (await book.TakeAsync(db, IdOf(index), options.Value.Source, TimeSpan.FromSeconds(15), cancellationToken) is not { } list)
        {
            return false;
        }

        var isWished = false;
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
            }
        }
        finally
        {
            isWished = await PollBook.GiveBackAsync(db, list);
        }

        return isWished;
    }

    /// <summary>The source is heard up to the moment to which every address was had, whichever node asked it; one that is not due yet was.</summary>
    private async Task TellAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var ids = Enumerable.Range(0, options.Value.List.Count).Select(IdOf).ToList();
        var answered = await scope.ServiceProvider.GetRequiredService<BousaiDbContext>().Polls.AsNoTracking()
            .Where(row => ids.Contains(row.Id) && row.AnsweredAt != null).Select(row => row.AnsweredAt!.Value).ToListAsync(cancellationToken);
        if (answered.Count == ids.Count)
        {
            await sources.HeardAsync(options.Value.Source, answered.Append(clock.GetUtcNow()).Min(), complete: true, cancellationToken);
        }
    }

    private string IdOf(int index) => $"{options.Value.Source}/{index}";

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
