using System.Threading.Channels;
using Chiyoda.Bousai.Infrastructure.Dissemination.Push;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Chiyoda.Bousai.Infrastructure.Dissemination.Receipts;

/// <summary>
/// Collects what devices report and adds it to the pages, page by page, whenever <see cref="WriteAsync"/> is called: once a second.
/// When more comes than can be kept, the oldest is dropped and counted; a receipt is a statistic.
/// </summary>
public sealed partial class ReceiptBook
{
    /// <summary>Receipts that wait at most.</summary>
    public const int Capacity = 200_000;

    private readonly IServiceScopeFactory _scopes;
    private readonly ILogger<ReceiptBook> _logger;
    private readonly Channel<(ReceiptPlace Place, ReceiptMarks Marks)> _inbox;
    private readonly Dictionary<(Guid DispatchId, int Page), Dictionary<int, ReceiptMarks>> _open = [];
    private long _dropped;
    private long _droppedTold;

    public ReceiptBook(IServiceScopeFactory scopes, ILogger<ReceiptBook> logger)
    {
        _scopes = scopes;
        _logger = logger;
        _inbox = Channel.CreateBounded<(ReceiptPlace, ReceiptMarks)>(
            new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true },
            _ => Interlocked.Increment(ref _dropped));
    }

    public long Dropped => Interlocked.Read(ref _dropped);

    /// <summary>Takes a report; never waits.</summary>
    public void Note(ReceiptPlace place, ReceiptMarks marks) => _inbox.Writer.TryWrite((place, marks));

    /// <summary>Adds what has come to the pages. Called by one at a time.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        while (_inbox.Reader.TryRead(out var receipt))
        {
            var key = (receipt.Place.DispatchId, receipt.Place.Page);
            if (!_open.TryGetValue(key, out var page))
            {
                _open[key] = page = [];
            }

            page[receipt.Place.Index] = page.GetValueOrDefault(receipt.Place.Index) | receipt.Marks;
        }

        // What cannot be written now stays open until the next call.
        foreach (var (key, marks) in _open.ToList())
        {
            await AddAsync(key.DispatchId, key.Page, marks, cancellationToken);
            _open.Remove(key);
        }

        if (Dropped is var dropped && dropped > _droppedTold)
        {
            Log.Dropped(_logger, dropped - _droppedTold);
            _droppedTold = dropped;
        }
    }

    private async Task AddAsync(Guid dispatchId, int number, Dictionary<int, ReceiptMarks> marks, CancellationToken cancellationToken)
    {
        await using var scope = _scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BousaiDbContext>();
        var mine = db.DispatchPages.Where(page => page.DispatchId == dispatchId && page.Number == number);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);

        // The no-op update takes the row lock before the row is read, on every database.
        await mine.ExecuteUpdateAsync(set => set.SetProperty(page => page.Fence, page => page.Fence), cancellationToken);
        if (await mine.AsNoTracking().Select(page => page.Receipts).SingleOrDefaultAsync(cancellationToken) is not { } receipts)
        {
            return;
        }

        var changed = false;
        foreach (var (index, added) in marks.Where(mark => mark.Key < receipts.Length))
        {
            var before = receipts[index];
            receipts[index] |= (byte)added;
            changed |= receipts[index] != before;
        }

        if (changed)
        {
            await mine.ExecuteUpdateAsync(set => set.SetProperty(page => page.Receipts, receipts), cancellationToken);
            await transaction.CommitAsync(CancellationToken.None);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(6040, LogLevel.Warning, "{Count} receipts were dropped: more came than could be kept")]
        public static partial void Dropped(ILogger logger, long count);
    }
}
