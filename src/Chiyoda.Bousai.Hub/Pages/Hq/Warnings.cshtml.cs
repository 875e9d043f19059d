using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Hub.Features.Feeds;
using Chiyoda.Bousai.Hub.Features.Warnings;
using Chiyoda.Bousai.Infrastructure.Persistence;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>気象: what outside authorities have in force for the ward, since when, how far, by which telegram.</summary>
internal sealed class WarningsModel(BousaiDbContext db, WarningDesk desk, SourceWatch sources) : HqPage
{
    public SourceList Sources { get; private set; } = null!;

    public IReadOnlyList<HazardWarning> Warnings { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Sources = new SourceList(await sources.JudgeAsync(db, cancellationToken), Frame.Now);
        Warnings = await desk.BoardAsync(Frame.Now, TelegramStatus.Normal, cancellationToken);
    }
}
