using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Facilities;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Hub.Features.Facilities;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>One sheet of A4 for each facility that has not reported 避難完了, to be printed and sent by hand.</summary>
internal sealed class FacilityFaxModel(BousaiDbContext db, WardPack pack, FacilityLetters letters) : HqPage
{
    private const int MaxSheets = 100;

    public Order? Order { get; private set; }

    public bool MayWrite { get; private set; }

    public IReadOnlyList<Sheet> Sheets { get; private set; } = [];

    /// <summary>Facilities without a sheet here because there are too many.</summary>
    public int Left { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        Order = await db.Orders.AsNoTracking().FirstOrDefaultAsync(order => order.Id == id, cancellationToken);
        if (Order is null)
        {
            return Missing();
        }

        MayWrite = letters.About(Order, string.Empty) is not null;
        if (MayWrite && await CallRounds.OfAsync(db, Order, cancellationToken) is { List: var list })
        {
            var register = pack.Facilities.ToDictionary(facility => facility.Id, StringComparer.Ordinal);
            var calls = (await CallFacilities.PageAsync(db, list.Id, 0, MaxSheets, cancellationToken)).Where(call => call.State != CallState.Evacuated).ToList();
            Sheets = [.. calls.Select(call => new Sheet(call.Name, register.GetValueOrDefault(call.FacilityId)?.Fax, letters.About(Order, call.Name)!))];
            Left = await db.FacilityCalls.CountAsync(call => call.ListId == list.Id && call.State != CallState.Evacuated, cancellationToken) - Sheets.Count;
        }

        return Page();
    }

    /// <param name="Name">The facility.</param>
    /// <param name="Fax">Its number; <see langword="null"/> when not registered.</param>
    /// <param name="Letter">What it is told.</param>
    internal sealed record Sheet(string Name, string? Fax, FacilityLetter Letter);
}
