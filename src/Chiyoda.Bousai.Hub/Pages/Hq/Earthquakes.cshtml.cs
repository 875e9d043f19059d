using Chiyoda.Bousai.Hub.Features.Feeds;
using Chiyoda.Bousai.Hub.Features.Warnings;
using Chiyoda.Bousai.Infrastructure.Persistence;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>地震: the earthquakes of the last days, the ward's intensity first, station by station.</summary>
internal sealed class EarthquakesModel(BousaiDbContext db, EarthquakeReadings readings, SourceWatch sources) : HqPage
{
    public SourceList Sources { get; private set; } = null!;

    public IReadOnlyList<Earthquake> Earthquakes { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Sources = new SourceList(await sources.JudgeAsync(db, cancellationToken), Frame.Now);
        Earthquakes = await readings.LatestAsync(cancellationToken);
    }
}
