using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Hub.Features.Evacuation;
using Chiyoda.Bousai.Infrastructure.Persistence;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>案・決裁: what waits for somebody, then what is finished.</summary>
internal sealed class ProposalsModel(BousaiDbContext db) : HqPage
{
    public IReadOnlyList<Proposal> Open { get; private set; } = [];

    public IReadOnlyDictionary<Guid, DateTimeOffset> TriggeredAt { get; private set; } = new Dictionary<Guid, DateTimeOffset>();

    public IReadOnlyList<Proposal> Finished { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var all = await ListProposals.ReadAsync(db, cancellationToken);
        Open = [.. all.Where(proposal => proposal.State.IsOpen()).OrderByDescending(proposal => proposal.Measure.Level ?? 4).ThenBy(proposal => proposal.CreatedAt)];
        TriggeredAt = await Triggers.ReadAsync(db, Open, cancellationToken);
        Finished = [.. all.Where(proposal => !proposal.State.IsOpen())];
    }
}
