using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Infrastructure.Feeds;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Features.Feeds.Polling;

/// <summary>What each polled address said last and when it may be asked again. One node asks at a time; whoever dies with an address in hand loses it.</summary>
internal sealed class PollBook(FeedsMeter meter, TimeProvider clock, ILogger<PollBook> logger)
{
    /// <summary>Longer than a round of one list takes.</summary>
    private static readonly TimeSpan TakenFor = TimeSpan.FromMinutes(5);

    /// <summary>Rounds begin at full minutes and at a random moment after them: what is due so soon is due.</summary>
    private static readonly TimeSpan Early = TimeSpan.FromSeconds(5);

    /// <returns>The address when it is due and nobody else has it; tracked.</returns>
    public async Task<PolledAddress?> TakeAsync(BousaiDbContext db, string id, string source, TimeSpan jitter, CancellationToken cancellationToken)
    {
        await OpenAsync(db, id, source, cancellationToken);
        var now = clock.GetUtcNow();
        var (due, until) = (now + jitter + Early, now + TakenFor);
        var taken = await db.Polls.Where(row => row.Id == id && row.NextAt <= due && (row.TakenUntil == null || row.TakenUntil < now))
            .ExecuteUpdateAsync(row => row.SetProperty(poll => poll.TakenUntil, until), cancellationToken);
        if (taken == 0)
        {
            return null;
        }

        var poll = await db.Polls.SingleAsync(row => row.Id == id, cancellationToken);
        await db.Entry(poll).ReloadAsync(cancellationToken);
        poll.AskedAt = now;
        return poll;
    }

    /// <returns>The row of an address, made when it is not there; tracked.</returns>
    public async Task<PolledAddress> OpenAsync(BousaiDbContext db, string id, string source, CancellationToken cancellationToken)
    {
        if (await db.Polls.FindAsync([id], cancellationToken) is { } known)
        {
            return known;
        }

        var made = new PolledAddress(id, source) { NextAt = clock.GetUtcNow() };
        db.Add(made);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return made;
        }
        catch (DbUpdateException fault) when (Conflicts.IsConflict(fault))
        {
            // Another node made it in the same moment.
            db.Entry(made).State = EntityState.Detached;
            return await db.Polls.SingleAsync(row => row.Id == id, cancellationToken);
        }
    }

    /// <summary>Saves what was learned of an address and lets it go. A pause does not overwrite that somebody asked for it while it was in hand.</summary>
    /// <returns>Whether somebody did: then it is due again.</returns>
    public static async Task<bool> GiveBackAsync(BousaiDbContext db, PolledAddress poll)
    {
        await db.SaveChangesAsync(CancellationToken.None);
        var (id, taken, until) = (poll.Id, poll.NextAt, poll.PausesUntil ?? poll.NextAt);
        poll.PausesUntil = null;
        if (await db.Polls.Where(row => row.Id == id && row.NextAt == taken)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.NextAt, until).SetProperty(one => one.TakenUntil, (DateTimeOffset?)null), CancellationToken.None) > 0)
        {
            return false;
        }

        await db.Polls.Where(row => row.Id == id).ExecuteUpdateAsync(row => row.SetProperty(one => one.TakenUntil, (DateTimeOffset?)null), CancellationToken.None);
        return true;
    }

    public void Answered(PolledAddress poll, FeedAnswer answer, TimeSpan again)
    {
        var now = clock.GetUtcNow();
        if (poll.Failures > 0)
        {
            PollingLog.AnswersAgain(logger, poll.Id, poll.Failures);
        }

        meter.Answered(poll.Id, answer.IsUnchanged ? "unchanged" : "fresh");
        (poll.ETag, poll.LastModified) = (answer.ETag, answer.LastModified);
        (poll.AskedAt, poll.AnsweredAt, poll.PausesUntil) = (now, now, now + again);
        (poll.Failures, poll.Error, poll.FailingSince) = (0, string.Empty, null);
        if (now - poll.RefusedAt > TimeSpan.FromHours(24))
        {
            (poll.RefusedAt, poll.Refusal) = (null, string.Empty);
        }
    }

    /// <summary>The pause doubles with each failure, up to a limit. The log hears of a failure when it begins or becomes another.</summary>
    public void Failed(PolledAddress poll, string error, TimeSpan first, TimeSpan most)
    {
        var now = clock.GetUtcNow();
        if (poll.Error != error)
        {
            PollingLog.Fails(logger, poll.Id, error);
        }

        meter.Answered(poll.Id, error);
        var pause = first * Math.Pow(2, Math.Min(poll.Failures, 16));
        poll.Failures++;
        poll.FailingSince ??= now;
        poll.AskedAt = now;
        poll.Error = error;
        poll.PausesUntil = now + (pause < most ? pause : most);
    }

    /// <summary>Adds octets to the day of an address.</summary>
    public void Count(PolledAddress poll, long octets)
    {
        var today = Today();
        meter.Octets(poll.Id, octets);
        poll.OctetsOfDay = poll.Day == today ? poll.OctetsOfDay + octets : octets;
        poll.Day = today;
    }

    /// <summary>Octets that all addresses of a source took since midnight in Japan.</summary>
    public async Task<long> OctetsOfTodayAsync(BousaiDbContext db, string source, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        var today = Today();
        return await db.Polls.Where(row => row.SourceId == source && row.Day == today).SumAsync(row => row.OctetsOfDay, cancellationToken);
    }

    private DateTimeOffset Today() => new(clock.GetUtcNow().DayInJapan(), TimeOnly.MinValue, JapanTime.Offset);
}
