using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Infrastructure.Feeds;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Chiyoda.Bousai.Telegrams.Atom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Chiyoda.Bousai.Hub.Features.Feeds.Polling;

/// <summary>
/// Asks JMA's lists. A short list holds ten minutes; after a longer gap, after a start and every six hours the long one is read too. The
/// long ones are renewed hourly: what lies between the last renewal and the short list's beginning is a hole, and the source is
/// not complete until a later long list closed it. Without a hole it is complete when what was in force before the lists begin is known too.
/// </summary>
internal sealed class JmaFeedPoller(
    IServiceScopeFactory scopes, PollBook book, FeedClient client, EntryFetcher entries, SourceWatch sources, IOptions<JmaFeedOptions> options, TimeProvider clock,
    ILogger<JmaFeedPoller> logger) : IFeedPoller
{
    /// <summary>A long list that is awaited is looked at so often.</summary>
    private static readonly TimeSpan LongEvery = TimeSpan.FromMinutes(5);

    /// <summary>Longer than any list names a telegram.</summary>
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(14);

    private readonly DateTimeOffset _startedAt = clock.GetUtcNow();

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var name in options.Value.Names)
        {
            try
            {
                while (await PollAsync(name, cancellationToken))
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
        await using var scope = scopes.CreateAsyncScope();
        var before = clock.GetUtcNow() - KeptFor;
        await scope.ServiceProvider.GetRequiredService<BousaiDbContext>().FeedEntries.Where(entry => entry.EndedAt < before).ExecuteDeleteAsync(cancellationToken);
    }

    /// <returns>Whether it is due again.</returns>
    private async Task<bool> PollAsync(string name, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BousaiDbContext>();
        if (await book.TakeAsync(db, IdOf(name), options.Value.Source, options.Value.Jitter, cancellationToken) is not { } list)
        {
            return false;
        }

        PolledAddress? whole = null;
        var isWished = false;
        try
        {
            whole = await book.OpenAsync(db, IdOf(LongOf(name)), options.Value.Source, cancellationToken);
            var now = clock.GetUtcNow();
            var isGap = list.AnsweredAt is not { } last || now - last > options.Value.ShortHolds;
            var isDue = isGap || list.HoleUntil is not null || whole.AnsweredAt is not { } read || read < _startedAt || now - read > options.Value.ResyncEvery;
            if (isDue && whole.NextAt <= now)
            {
                await ReadAsync(db, whole, options.Value.AddressOf(LongOf(name)), LongEvery, cancellationToken);
            }

            var feed = await ReadAsync(db, list, options.Value.AddressOf(name), options.Value.Every, cancellationToken);
            if (isGap && feed is not null)
            {
                list.HoleUntil = (feed.RenewedAt ?? now) - options.Value.ShortHolds;
            }

            if (list.HoleUntil <= whole.RenewedAt)
            {
                list.HoleUntil = null;
            }

            var left = options.Value.OctetsPerDay - await book.OctetsOfTodayAsync(db, options.Value.Source, cancellationToken);
            book.Count(list, await entries.FetchAsync([list.Id, whole.Id], left, cancellationToken));
        }
        finally
        {
            // The long list is in hand with its short one.
            if (whole is not null)
            {
                await PollBook.GiveBackAsync(db, whole);
            }

            isWished = await PollBook.GiveBackAsync(db, list);
        }

        return isWished;
    }

    /// <returns>The list when it was read anew; <see langword="null"/> when it is unchanged or did not come.</returns>
    private async Task<AtomFeed?> ReadAsync(BousaiDbContext db, PolledAddress list, Uri address, TimeSpan again, CancellationToken cancellationToken)
    {
        if (await book.OctetsOfTodayAsync(db, list.SourceId, cancellationToken) >= options.Value.OctetsPerDay)
        {
            book.Failed(list, FeedFaults.Budget, options.Value.Every, options.Value.PauseAtMost);
            return null;
        }

        var answer = await client.AskAsync(address, list, AtomFeedReader.MaxBytes, options.Value.Timeout, cancellationToken);
        book.Count(list, answer.Received);
        AtomFeed? feed = null;
        Refusal? refusal = null;
        if (answer.Error.Length > 0 || (answer.Octets is { } octets && !AtomFeedReader.Read(octets).TryGet(out feed, out refusal)))
        {
            book.Failed(list, refusal?.Code ?? answer.Error, options.Value.Every, options.Value.PauseAtMost);
            return null;
        }

        if (feed is not null)
        {
            await entries.RegisterAsync(db, list, address, feed, cancellationToken);
            list.RenewedAt = feed.RenewedAt;
        }

        book.Answered(list, answer, again);
        await db.SaveChangesAsync(cancellationToken);
        return feed;
    }

    /// <summary>The source is heard up to the moment to which every list and every telegram that they name was had.</summary>
    private async Task TellAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BousaiDbContext>();
        var rows = await db.Polls.AsNoTracking().Where(row => row.SourceId == options.Value.Source).ToDictionaryAsync(row => row.Id, cancellationToken);
        var ids = options.Value.Names.SelectMany(name => new[] { IdOf(name), IdOf(LongOf(name)) }).ToList();
        var lists = options.Value.Names.Select(name => rows.GetValueOrDefault(IdOf(name))).ToList();
        if (lists.Min(list => list?.AnsweredAt ?? DateTimeOffset.MinValue) is var heard && heard == DateTimeOffset.MinValue)
        {
            return;
        }

        var waiting = await db.FeedEntries.Where(entry => entry.EndedAt == null && ids.Contains(entry.List)).MinAsync(entry => (DateTimeOffset?)entry.ListedAt, cancellationToken);
        var isCovered = waiting is null && lists.TrueForAll(list => list!.HoleUntil is null) && ids.TrueForAll(id => rows.GetValueOrDefault(id)?.AnsweredAt is not null);
        await sources.HeardAsync(options.Value.Source, waiting < heard ? waiting.Value : heard, complete: false, cancellationToken);
        if (isCovered)
        {
            await sources.CoveredAsync(options.Value.Source, heard, options.Value.LongHolds, cancellationToken);
        }
    }

    private string IdOf(string name) => $"{options.Value.Source}/{name}";

    private static string LongOf(string name) => $"{name}_l";
}
