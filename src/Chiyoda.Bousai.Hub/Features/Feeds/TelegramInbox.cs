using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Hub.Features.Warnings;
using Chiyoda.Bousai.Hub.Http.OpenApi;
using Chiyoda.Bousai.Infrastructure.Feeds;
using Chiyoda.Bousai.Infrastructure.Operations;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Chiyoda.Bousai.Telegrams.Jma;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Features.Feeds;

/// <summary>
/// Takes telegrams in, in two steps: first the octets and what reading them gave are safe in the database, then what follows
/// from them is worked out. A fault in the second step loses nothing; the sweep repeats it.
/// </summary>
internal sealed class TelegramInbox(IServiceScopeFactory scopes, SourceWatch sources, FeedsMeter meter, TimeProvider clock, ILogger<TelegramInbox> logger)
    : IDisposable
{
    /// <summary>A telegram older than this at receipt is late (design §4).</summary>
    private static readonly TimeSpan LateAfter = TimeSpan.FromHours(24);

    /// <summary>How a telegram came in: from the watched folder.</summary>
    public const string Folder = "folder";

    /// <summary>How a telegram came in: fetched from a list. Whoever fetches says when the source counts as heard.</summary>
    public const string Feed = "feed";

    private readonly SemaphoreSlim _oneAtATime = new(1);

    public async Task<Receipt> ReceiveAsync(TelegramBody body, string via, string originalSha256, CancellationToken cancellationToken)
    {
        using var span = BousaiTelemetry.Traces.StartActivity("telegram.receive");
        try
        {
            var receipt = await TakeAsync(body, via, originalSha256, cancellationToken);
            meter.Count(receipt.Outcome);
            span?.SetTag("bousai.telegram.id", receipt.TelegramId).SetTag("outcome", receipt.Outcome);
            return receipt;
        }
        catch (Exception fault)
        {
            span.Fail(fault);
            throw;
        }
    }

    private async Task<Receipt> TakeAsync(TelegramBody body, string via, string originalSha256, CancellationToken cancellationToken)
    {
        var receivedAt = clock.GetUtcNow().ToMicroseconds();
        var telegram = new StoredTelegram(Guid.CreateVersion7(receivedAt), via, body.Kept, body.Length, body.Sha256, receivedAt)
        {
            OriginalSha256 = originalSha256,
        };
        var read = Read(telegram, body);
        var isSignOfLife = via != Feed;
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            if (await KeepAsync(telegram, read, cancellationToken) is { } known)
            {
                // A folder is read from its beginning at every start: what lies there already says nothing about its source now.
                isSignOfLife = via != Folder && via != Feed;
                if (isSignOfLife)
                {
                    await RepeatedAsync(known, read?.Type, receivedAt, CancellationToken.None);
                }

                return new Receipt(known, "duplicate");
            }

            // The telegram is safe: what follows from it is finished even if the sender hangs up.
            if (telegram.Outcome == TelegramOutcome.Pending)
            {
                await WorkOutAsync(telegram.Id, CancellationToken.None);
            }

            if (telegram.Type == TelegramStream.Summary)
            {
                await DropOlderSummariesAsync();
            }
        }
        finally
        {
            _oneAtATime.Release();
            if (isSignOfLife)
            {
                await sources.CameAsync(receivedAt, CancellationToken.None);
            }
        }

        var outcome = telegram.Outcome switch
        {
            TelegramOutcome.Unreadable => "unreadable",
            TelegramOutcome.Irrelevant => "irrelevant",
            _ => "accepted",
        };
        FeedsLog.Received(logger, telegram.Id, telegram.Type, outcome);
        return new Receipt(telegram.Id, outcome);
    }

    /// <summary>Works out what was stored and not finished: after a fault, or after the hub died between the two steps.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var waiting = await scope.ServiceProvider.GetRequiredService<BousaiDbContext>().Telegrams.AsNoTracking()
                .Where(telegram => telegram.Outcome == TelegramOutcome.Pending)
                .OrderBy(telegram => telegram.Attempts).ThenBy(telegram => telegram.Id)
                .Select(telegram => telegram.Id).Take(100).ToListAsync(cancellationToken);
            foreach (var id in waiting)
            {
                await WorkOutAsync(id, cancellationToken);
            }
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();

    private JmaTelegram? Read(StoredTelegram telegram, TelegramBody body)
    {
        JmaTelegram? read = null;
        Refusal? refusal = TelegramRefusals.TooLarge;
        try
        {
            if (body.IsWhole)
            {
                JmaTelegramReader.Read(body.Kept).TryGet(out read, out refusal);
            }
        }
        catch (Exception defect) when (defect is not OutOfMemoryException)
        {
            // A defect of ours must not lose a telegram: it is stored, shown and counted like any other unreadable one.
            FeedsLog.ReaderFailed(logger, telegram.Id, defect);
            refusal = new Refusal(RefusalKind.Invalid, "telegrams.defect", "電文を処理できませんでした。原本は保存されています。");
        }

        if (read is null)
        {
            telegram.Outcome = TelegramOutcome.Unreadable;
            telegram.RefusalCode = refusal!.Code;
            return null;
        }

        telegram.Type = read.Type ?? string.Empty;
        telegram.Title = read.Control.Title;
        telegram.Headline = read.Head.Headline.Text;
        telegram.Status = read.Control.Status;
        telegram.InfoType = read.Head.InfoType;
        telegram.EventId = read.Head.EventId;
        telegram.ReportedAt = read.Head.ReportedAt.ToMicroseconds();
        telegram.IsLate = telegram.ReceivedAt - telegram.ReportedAt > LateAfter;
        telegram.Notices = [.. read.Notices.Select(notice => notice.ToString())];
        return read;
    }

    /// <summary>Stores it unless the same octets are here already.</summary>
    /// <returns>The id of the telegram with the same octets, or <see langword="null"/>.</returns>
    private async Task<Guid?> KeepAsync(StoredTelegram telegram, JmaTelegram? read, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BousaiDbContext>();
        if (await SameOctetsAsync(db, telegram, cancellationToken) is { } known)
        {
            return known;
        }

        var desk = scope.ServiceProvider.GetRequiredService<WarningDesk>();
        if (read is not null)
        {
            await JudgeAsync(desk, read, telegram, cancellationToken);
        }

        db.Add(telegram);
        try
        {
            await db.CommitAsync([new TelegramReceived(telegram)], cancellationToken);
            return null;
        }
        catch (DbUpdateException) when (!cancellationToken.IsCancellationRequested)
        {
            // Another process stored the same octets between our look and our commit.
            await using var again = scopes.CreateAsyncScope();
            return await SameOctetsAsync(again.ServiceProvider.GetRequiredService<BousaiDbContext>(), telegram, cancellationToken) ?? throw new InvalidOperationException("The telegram could not be stored, and it is not a repeat.");
        }
    }

    /// <summary>The source says again what it said: that still holds when nothing newer of its kind came.</summary>
    private async Task RepeatedAsync(Guid telegramId, string? type, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BousaiDbContext>();
        await db.Telegrams.Where(telegram => telegram.Id == telegramId && !db.Telegrams.Any(other => other.Type == type && other.ReportedAt > telegram.ReportedAt))
            .ExecuteUpdateAsync(telegram => telegram.SetProperty(row => row.RepeatedAt, at), cancellationToken);
    }

    /// <summary>Marks what does not concern the ward.</summary>
    private async Task JudgeAsync(WarningDesk desk, JmaTelegram read, StoredTelegram telegram, CancellationToken cancellationToken)
    {
        try
        {
            if (!await desk.ConcernsAsync(read, cancellationToken))
            {
                desk.KeepForLater(read, telegram);
                telegram.Outcome = TelegramOutcome.Irrelevant;
            }
        }
        catch (Exception defect) when (defect is ArgumentException or InvalidOperationException or ArithmeticException)
        {
            // Nobody could judge it: it is stored as waiting, so that it is not lost and not taken for irrelevant.
            FeedsLog.ReaderFailed(logger, telegram.Id, defect);
        }
    }

    /// <summary>Beside what the telegram says: a fault here must not make its sender repeat it, and the next one drops what was left.</summary>
    private async Task DropOlderSummariesAsync()
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await SummaryOctets.DropOlderAsync(scope.ServiceProvider.GetRequiredService<BousaiDbContext>(), clock.GetUtcNow(), CancellationToken.None);
        }
        catch (Exception fault) when (fault is System.Data.Common.DbException or TimeoutException)
        {
            FeedsLog.SummariesKept(logger, fault);
        }
    }

    private static Task<Guid?> SameOctetsAsync(BousaiDbContext db, StoredTelegram telegram, CancellationToken cancellationToken) =>
        db.Telegrams.AsNoTracking().Where(other => other.Sha256 == telegram.Sha256 && other.Length == telegram.Length)
            .Select(other => (Guid?)other.Id).FirstOrDefaultAsync(cancellationToken);

    private async Task WorkOutAsync(Guid telegramId, CancellationToken cancellationToken)
    {
        using var span = BousaiTelemetry.Traces.StartActivity("telegram.work_out");
        span?.SetTag("bousai.telegram.id", telegramId);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<WarningDesk>().WorkOutAsync(telegramId, cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            span.Fail(fault);
            FeedsLog.WorkOutFailed(logger, telegramId, fault);
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<BousaiDbContext>().Telegrams.Where(telegram => telegram.Id == telegramId)
                .ExecuteUpdateAsync(telegram => telegram.SetProperty(row => row.Attempts, row => row.Attempts + 1), cancellationToken);
        }
    }
}

/// <summary>What the sender is told.</summary>
/// <param name="TelegramId">The stored telegram.</param>
/// <param name="Outcome"><c>accepted</c>, <c>duplicate</c>, <c>unreadable</c> or <c>irrelevant</c> (nothing in it concerns the ward).</param>
public sealed record Receipt(Guid TelegramId, [property: Words("accepted", "duplicate", "unreadable", "irrelevant")] string Outcome);
