using Chiyoda.Bousai.Hub.Features.Feeds;
using Chiyoda.Bousai.Infrastructure.Feeds;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>電文: what could not be read first, with the reason; then what came in, newest first.</summary>
internal sealed class TelegramsModel(BousaiDbContext db) : HqPage
{
    public IReadOnlyList<ReadTelegrams.Row> Unreadable { get; private set; } = [];

    public int UnreadableInAll { get; private set; }

    public IReadOnlyList<ReadTelegrams.Row> Readable { get; private set; } = [];

    /// <summary>Of the last 24 h, about the ward, and not understood whole.</summary>
    public IReadOnlyList<ReadTelegrams.Row> Noticed { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Unreadable = await ReadTelegrams.ReadAsync(db, cancellationToken, unreadable: true);
        UnreadableInAll = await db.Telegrams.CountAsync(telegram => telegram.Outcome == TelegramOutcome.Unreadable, cancellationToken);
        Noticed = await ReadTelegrams.ReadAsync(ReadTelegrams.Noticed(db, Frame.Now), cancellationToken);
        Readable = await ReadTelegrams.ReadAsync(db, cancellationToken, unreadable: false);
    }
}
