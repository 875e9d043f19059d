using System.Security.Cryptography;
using System.Text;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Infrastructure.Feeds;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Chiyoda.Bousai.Telegrams.Atom;
using Chiyoda.Bousai.Telegrams.Jma;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Chiyoda.Bousai.Hub.Features.Feeds.Polling;

/// <summary>Fetches the telegrams that lists name: each once, over restarts and nodes, and hands them in untouched.</summary>
internal sealed class EntryFetcher(
    IServiceScopeFactory scopes, FeedClient client, TelegramInbox inbox, WardPack pack, IOptions<JmaFeedOptions> options, TimeProvider clock, ILogger<EntryFetcher> logger)
{
    /// <summary>A telegram that does not come is asked for once in a round; then it is given up, and staff are told.</summary>
    private const int MaxAttempts = 10;

    /// <summary>Octets that are no whole document are taken for cut short so often; then for what the issuer published.</summary>
    private const int MaxHalves = 3;

    /// <summary>A list may name nonsense without end; so much of it is kept to be shown.</summary>
    private const int MaxRefused = 100;

    /// <summary>What asking again does not better.</summary>
    private static readonly string[] Final = [FeedFaults.Redirected, FeedFaults.Packing, AtomRefusals.TooLarge.Code];

    private const int MostOctets = 16 * 1024 * 1024;
    private const int AtOnce = 4;

    /// <summary>Writes down what a list names and is not known yet. It is saved with the validators of the list, or neither is.</summary>
    public async Task RegisterAsync(BousaiDbContext db, PolledAddress list, Uri address, AtomFeed feed, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var refused = 0;
        foreach (var chunk in feed.Entries.DistinctBy(entry => entry.Address, StringComparer.Ordinal).Chunk(500))
        {
            var named = chunk.ToDictionary(entry => KeyOf(entry.Address), StringComparer.Ordinal);
            var keys = named.Keys.ToList();
            var known = await db.FeedEntries.AsNoTracking().Where(entry => keys.Contains(entry.Key)).Select(entry => entry.Key).ToListAsync(cancellationToken);
            foreach (var key in keys.Except(known, StringComparer.Ordinal))
            {
                var text = named[key].Address;
                var refusal = EntryAddress.Judge(text, address, options.Value.OtherHosts, out var meant);
                if (refusal.Length > 0 && ++refused <= MaxRefused)
                {
                    db.Add(new FeedEntry(key, text.Length <= 128 ? text : text[..128], list.Id, now) { EndedAt = now, Refusal = refusal });
                    (list.RefusedAt, list.Refusal) = (now, refusal);
                    PollingLog.EntryRefused(logger, list.Id, refusal);
                }
                else if (refusal.Length == 0 && (options.Value.AllOffices || EntryAddress.ConcernsOffice(meant, pack.Ward.Codes.Office)))
                {
                    db.Add(new FeedEntry(key, text, list.Id, now));
                }
            }
        }
    }

    /// <summary>Fetches what waits of some lists, the newest first.</summary>
    /// <param name="lists">Ids of the lists.</param>
    /// <param name="budget">Octets that may still be taken today.</param>
    /// <param name="cancellationToken">The hub ends; what was begun is asked for again.</param>
    /// <returns>Octets on the wire.</returns>
    public async Task<long> FetchAsync(IReadOnlyCollection<string> lists, long budget, CancellationToken cancellationToken)
    {
        IReadOnlyList<FeedEntry> waiting;
        await using (var scope = scopes.CreateAsyncScope())
        {
            // File names begin with the time of their telegram.
            waiting = await scope.ServiceProvider.GetRequiredService<BousaiDbContext>().FeedEntries.AsNoTracking()
                .Where(entry => entry.EndedAt == null && lists.Contains(entry.List))
                .OrderByDescending(entry => entry.Url).Take(options.Value.TelegramsPerRound).ToListAsync(cancellationToken);
        }

        long received = 0;
        await Parallel.ForEachAsync(waiting, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (entry, token) =>
        {
            if (Interlocked.Read(ref received) < budget)
            {
                Interlocked.Add(ref received, await FetchAsync(entry, token));
            }
        });
        return received;
    }

    private async Task<long> FetchAsync(FeedEntry entry, CancellationToken cancellationToken)
    {
        var answer = await client.AskAsync(new Uri(entry.Url), null, MostOctets, options.Value.Timeout, cancellationToken);
        var error = answer.Octets is { } octets && IsCut(octets) && entry.Attempts + 1 < MaxHalves ? FeedFaults.CutShort : answer.Error;
        if (error.Length == 0)
        {
            using var whole = new MemoryStream(answer.Octets!, writable: false);
            var receipt = await inbox.ReceiveAsync(await TelegramBody.ReadAsync(whole, cancellationToken), TelegramInbox.Feed, string.Empty, cancellationToken);
            await EndAsync(entry, receipt.TelegramId, string.Empty, CancellationToken.None);
        }
        else if (Final.Contains(error, StringComparer.Ordinal) || entry.Attempts + 1 >= MaxAttempts)
        {
            PollingLog.EntryRefused(logger, entry.List, error);
            await EndAsync(entry, null, error, CancellationToken.None);
        }
        else
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<BousaiDbContext>().FeedEntries.Where(row => row.Key == entry.Key)
                .ExecuteUpdateAsync(row => row.SetProperty(one => one.Attempts, one => one.Attempts + 1), CancellationToken.None);
            if (entry.Attempts == 0)
            {
                PollingLog.EntryFailed(logger, entry.List, error);
            }
        }

        return answer.Received;
    }

    private async Task EndAsync(FeedEntry entry, Guid? telegram, string refusal, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BousaiDbContext>();
        var now = clock.GetUtcNow();
        await db.FeedEntries.Where(row => row.Key == entry.Key).ExecuteUpdateAsync(
            row => row.SetProperty(one => one.EndedAt, now).SetProperty(one => one.TelegramId, telegram).SetProperty(one => one.Refusal, refusal), cancellationToken);
        if (refusal.Length > 0)
        {
            await db.Polls.Where(row => row.Id == entry.List).ExecuteUpdateAsync(
                row => row.SetProperty(list => list.RefusedAt, now).SetProperty(list => list.Refusal, refusal), cancellationToken);
        }
    }

    /// <summary>A body may end early though its length says otherwise.</summary>
    private static bool IsCut(byte[] octets) =>
        !JmaTelegramReader.Read(octets).TryGet(out _, out var refusal) && (refusal == TelegramRefusals.NotXml || refusal == TelegramRefusals.Empty);

    private static string KeyOf(string address) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address)));
}
