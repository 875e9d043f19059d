using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Facilities;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Hub.Features.Facilities;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>Calls about an order, with the letters that go with it.</summary>
internal sealed class OrderCallsModel(BousaiDbContext db, FacilityDesk desk, WardPack pack, FacilityLetters letters) : CallsPage(db, desk, pack)
{
    private Order? _order;

    public override string Back => $"~/hq/orders/{Id}";

    public override CallSubject Subject => CallSubject.Order;

    /// <summary>The letter to one facility; <see langword="null"/> when there is none to write.</summary>
    public FacilityLetter? LetterTo(FacilityCall call) => _order is null ? null : letters.About(_order, call.Name);

    private protected override async Task<(string Title, CallSummary? Latest)?> ReadSubjectAsync(Guid id, CancellationToken cancellationToken)
    {
        _order = await Db.Orders.AsNoTracking().FirstOrDefaultAsync(order => order.Id == id, cancellationToken);
        return _order is null
            ? null
            : ($"{_order.Measure.CauseName} {OrderKinds.Spoken(_order.Measure.Level)}（{_order.State.Word()}）".Trim(), await CallRounds.OfAsync(Db, _order, cancellationToken));
    }
}
