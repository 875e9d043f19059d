using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Facilities;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Hub.Features.Facilities;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>施設: the register as it stands, with what is not registered, and how far the calls are.</summary>
internal sealed class FacilitiesModel(BousaiDbContext db, WardPack pack) : HqPage
{
    public const int PageSize = 100;

    private const int MaxRounds = 20;

    public IReadOnlyList<CallSummary> Rounds { get; private set; } = [];

    public int Skip { get; private set; }

    public IReadOnlyList<Facility> Facilities => [.. pack.Facilities.Skip(Skip).Take(PageSize)];

    public int Total => pack.Facilities.Count;

    public int WithoutTelephone => pack.Facilities.Count(facility => facility.HasNoTelephone);

    public bool IsRegistered => pack.FacilityWording is not null;

    public bool IsVerified => pack.Verifications.Any(file => file.File == "facilities.csv" && file.HoldsOn(Frame.Now.DayInJapan()));

    public string AreaName(Facility facility) => pack.Areas[facility.Area].Name;

    public string ZoneNames(Facility facility) => string.Join("、", facility.Zones.Select(id => pack.Zones[id].Name.Ja));

    public async Task OnGetAsync(int skip, CancellationToken cancellationToken)
    {
        Skip = Math.Clamp(skip, 0, 10_000);
        var lists = await db.CallLists.AsNoTracking().OrderByDescending(list => list.MadeAt).Take(MaxRounds).ToListAsync(cancellationToken);
        var summaries = new List<CallSummary>(lists.Count);
        foreach (var list in lists)
        {
            // Whether an older round is out of date is said on the page of its order.
            summaries.Add(new CallSummary(list, await CallRounds.TotalsAsync(db, list.Id, cancellationToken), IsCurrent: true));
        }

        Rounds = summaries;
    }
}
