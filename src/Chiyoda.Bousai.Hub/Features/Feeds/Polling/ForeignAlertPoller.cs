using System.Security.Cryptography;
using System.Text;
using Chiyoda.Bousai.Infrastructure.Feeds;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Chiyoda.Bousai.Telegrams.Cap;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Chiyoda.Bousai.Hub.Features.Feeds.Polling;

/// <summary>Asks the lists of alerts abroad, and fetches what they name: each once, unless the list says that it was changed.</summary>
internal sealed class ForeignAlertPoller(
    IServiceScopeFactory scopes, PollBook book, FeedClient client, ForeignAlerts alerts, SourceWatch sources, IOptions<ForeignAlertOptions> options, TimeProvider clock,
    ILogger<ForeignAlertPoller> logger) : IFeedPoller
{
    /// <summary>An alert that does not come is asked for once in a round; then it is given up, and staff are told.</summary>
    private const int MaxAttempts = 10;

    private static readonly TimeSpan Jitter = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan PauseAtMost = TimeSpan.FromMinutes(30);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        for (var index = 0; index < options.Value.List.Count; index++)
        {
            try
            {
                while (await AskAsync(index, new Uri(options.Value.List[index]), cancellationToken))
                {
                    // Somebody asked for it in the meantime.
                }
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // One list must not keep the others from being asked.
                PollingLog.RoundFailed(logger, fault);
            }
        }

        await TellAsync(cancellationToken);
        await alerts.ForgetAsync(cancellationToken);
    }

    /// <returns>Whether it is due again.</returns>
    private async Task<bool> AskAsync(int index, Uri address, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BousaiDbContext>();
        if (await book.TakeAsync(db, IdOf(index), options.Value.Source, Jitter, cancellationToken) is not { } list)
        {
            return false;
        }

        var isWished = false;
        try
        {
            await ReadAsync(db, list, address, cancellationToken);
            await FetchAsync(db, list, cancellationToken);
        }
        finally
        {
            isWished = await PollBook.GiveBackAsync(db, list);
        }

        return isWished;
    }

    private async Task ReadAsync(BousaiDbContext db, PolledAddress list, Uri address, CancellationToken cancellationToken)
    {
        if (await LeftAsync(db, cancellationToken) <= 0)
        {
            book.Failed(list, FeedFaults.Budget, options.Value.Every, PauseAtMost);
            return;
        }

        var answer = await client.AskAsync(address, list, CapReader.MaxBytes, options.Value.Timeout, cancellationToken);
        book.Count(list, answer.Received);
        CapIndex? index = null;
        Domain.Common.Refusal? refusal = null;
        if (answer.Error.Length > 0 || (answer.Octets is { } octets && !CapIndexReader.Read(octets).TryGet(out index, out refusal)))
        {
            book.Failed(list, refusal?.Code ?? answer.Error, options.Value.Every, PauseAtMost);
            return;
        }

        if (index is not null)
        {
            await RegisterAsync(db, list, address, index, cancellationToken);
            list.RenewedAt = index.UpdatedAt;
        }

        book.Answered(list, answer, options.Value.Every);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Writes down what a list names and is not known yet; saved with the validators of the list, or neither is.</summary>
    private async Task RegisterAsync(BousaiDbContext db, PolledAddress list, Uri address, CapIndex index, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        foreach (var chunk in index.Entries.Select(entry => (Key: KeyOf(entry), Entry: entry)).DistinctBy(each => each.Key, StringComparer.Ordinal).Chunk(500))
        {
            var keys = chunk.Select(each => each.Key).ToList();
            var known = (await db.FeedEntries.AsNoTracking().Where(entry => keys.Contains(entry.Key)).Select(entry => entry.Key).ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
            var inside = new List<(FeedEntry Entry, byte[] Octets)>();
            foreach (var (key, entry) in chunk.Where(each => !known.Contains(each.Key)))
            {
                if (!entry.AlertOctets.IsEmpty)
                {
                    inside.Add((new FeedEntry(key, string.Empty, list.Id, now), entry.AlertOctets.ToArray()));
                    continue;
                }

                var refusal = FeedFaults.LinkMalformed;
                var link = entry.Links.FirstOrDefault(each => (refusal = EntryAddress.Judge(each.OriginalString, address, options.Value.OtherHosts, out _)).Length == 0);
                if (link is { OriginalString.Length: <= 2048 })
                {
                    db.Add(new FeedEntry(key, link.OriginalString, list.Id, now));
                }
                else
                {
                    var shown = entry.Links is [var first, ..] ? first.OriginalString : string.Empty;
                    db.Add(new FeedEntry(key, shown.Length <= 128 ? shown : shown[..128], list.Id, now) { EndedAt = now, Refusal = refusal });
                    Note(list, now, refusal);
                }
            }

            db.AddRange(inside.Select(each => each.Entry));
            foreach (var together in inside.Chunk(ForeignAlerts.Together))
            {
                await TakeAsync(list, together, cancellationToken);
            }
        }
    }

    private async Task TakeAsync(PolledAddress list, IReadOnlyList<(FeedEntry Entry, byte[] Octets)> came, CancellationToken cancellationToken)
    {
        var refusals = await alerts.TakeAsync(list.Id, [.. came.Select(each => each.Octets)], cancellationToken);
        foreach (var ((entry, _), refusal) in came.Zip(refusals))
        {
            End(list, entry, refusal);
        }
    }

    private void End(PolledAddress list, FeedEntry entry, string refusal)
    {
        (entry.EndedAt, entry.Refusal) = (clock.GetUtcNow(), refusal);
        Note(list, clock.GetUtcNow(), refusal);
    }

    /// <summary>Fetches what waits, the newest first, one after another: nobody's life hangs on the minute.</summary>
    private async Task FetchAsync(BousaiDbContext db, PolledAddress list, CancellationToken cancellationToken)
    {
        var left = await LeftAsync(db, cancellationToken);
        var waiting = await db.FeedEntries.Where(entry => entry.EndedAt == null && entry.List == list.Id)
            .OrderByDescending(entry => entry.ListedAt).ThenBy(entry => entry.Key).Take(options.Value.AlertsPerRound).ToListAsync(cancellationToken);
        foreach (var together in waiting.Chunk(ForeignAlerts.Together))
        {
            var came = new List<(FeedEntry Entry, byte[] Octets)>();
            foreach (var entry in together.TakeWhile(_ => left > 0))
            {
                var answer = await client.AskAsync(new Uri(entry.Url), null, CapReader.MaxBytes, options.Value.Timeout, cancellationToken);
                book.Count(list, answer.Received);
                left -= answer.Received;
                if (answer.Error.Length > 0)
                {
                    Failed(list, entry, answer.Error);
                }
                else
                {
                    came.Add((entry, answer.Octets ?? []));
                }
            }

            await TakeAsync(list, came, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private void Failed(PolledAddress list, FeedEntry entry, string error)
    {
        if (++entry.Attempts >= MaxAttempts)
        {
            End(list, entry, error);
        }
        else if (entry.Attempts == 1)
        {
            PollingLog.EntryFailed(logger, list.Id, error);
        }
    }

    private void Note(PolledAddress list, DateTimeOffset at, string refusal)
    {
        if (refusal.Length > 0)
        {
            if (list.Refusal != refusal)
            {
                PollingLog.EntryRefused(logger, list.Id, refusal);
            }

            (list.RefusedAt, list.Refusal) = (at, refusal);
        }
    }

    /// <summary>The source is heard up to the moment to which every list was had; it is complete when nothing waits.</summary>
    private async Task TellAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BousaiDbContext>();
        var ids = Enumerable.Range(0, options.Value.List.Count).Select(IdOf).ToList();
        var answered = await db.Polls.AsNoTracking().Where(row => ids.Contains(row.Id) && row.AnsweredAt != null).Select(row => row.AnsweredAt!.Value).ToListAsync(cancellationToken);
        if (answered.Count == ids.Count)
        {
            var isComplete = !await db.FeedEntries.AnyAsync(entry => entry.EndedAt == null && ids.Contains(entry.List), cancellationToken);
            await sources.HeardAsync(options.Value.Source, answered.Min(), isComplete, cancellationToken);
        }
    }

    private async Task<long> LeftAsync(BousaiDbContext db, CancellationToken cancellationToken) =>
        options.Value.OctetsPerDay - await book.OctetsOfTodayAsync(db, options.Value.Source, cancellationToken);

    private string IdOf(int index) => $"{options.Value.Source}/{index}";

    /// <summary>An address whose entry was changed is another entry: some services renew an alert in its place.</summary>
    private static string KeyOf(CapIndexEntry entry) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        $"cap\n{string.Join('\n', entry.Links.Select(link => link.OriginalString))}\n{entry.Id}\n{entry.UpdatedAt?.UtcTicks}")));
}
