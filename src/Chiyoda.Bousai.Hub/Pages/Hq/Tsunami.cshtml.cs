using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Hub.Features.Feeds;
using Chiyoda.Bousai.Hub.Features.Warnings;
using Chiyoda.Bousai.Infrastructure.Persistence;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>津波: what is issued for the ward's forecast regions, with times and heights.</summary>
internal sealed class TsunamiModel(BousaiDbContext db, WarningDesk desk, TsunamiReadings readings, SourceWatch sources) : HqPage
{
    public SourceList Sources { get; private set; } = null!;

    public IReadOnlyList<TsunamiRegion> Regions { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Sources = new SourceList(await sources.JudgeAsync(db, cancellationToken), Frame.Now);
        Regions = await readings.ReadAsync(await desk.BoardAsync(Frame.Now, TelegramStatus.Normal, cancellationToken), cancellationToken);
    }
}
