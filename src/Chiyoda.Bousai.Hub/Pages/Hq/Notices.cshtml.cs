using Chiyoda.Bousai.Domain.Notices;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Hub.Features.Notices;
using Chiyoda.Bousai.Infrastructure.Persistence;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>区のお知らせ: the usual ones to begin with, what is on its way, what is out.</summary>
internal sealed class NoticesModel(BousaiDbContext db, WardPack pack) : HqPage
{
    public IEnumerable<NoticeTemplate> Templates => pack.Notices.Templates.Values;

    public IReadOnlyList<NoticeEdition> Open { get; private set; } = [];

    public IReadOnlyList<Notice> Current { get; private set; } = [];

    public IReadOnlyList<Notice> Ended { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Open = await ListNotices.ReadOpenAsync(db, cancellationToken);
        var notices = await ListNotices.ReadAsync(db, Frame.Now, cancellationToken);
        Current = [.. notices.Where(notice => notice.StandingAt(Frame.Now) == NoticeStanding.Current)];
        Ended = [.. notices.Except(Current)];
    }
}
