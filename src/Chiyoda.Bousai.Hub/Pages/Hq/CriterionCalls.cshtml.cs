using Chiyoda.Bousai.Domain.Facilities;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Hub.Features.Facilities;
using Chiyoda.Bousai.Infrastructure.Persistence;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>Calls that a criterion proposed: there is no order, and callers say what JMA or a gauge says.</summary>
internal sealed class CriterionCallsModel(BousaiDbContext db, FacilityDesk desk, WardPack pack) : CallsPage(db, desk, pack)
{
    public override string Back => "~/hq/facilities";

    public override CallSubject Subject => CallSubject.Criterion;

    private protected override async Task<(string Title, CallSummary? Latest)?> ReadSubjectAsync(Guid id, CancellationToken cancellationToken) =>
        await CallRounds.OfCriterionAsync(Db, id, cancellationToken) is { } summary ? (summary.List.Title, summary) : null;
}
