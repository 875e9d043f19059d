using Chiyoda.Bousai.Domain.Dissemination;

namespace Chiyoda.Bousai.Infrastructure.Dissemination;

/// <summary>What the marks of a page add up to.</summary>
/// <param name="Delivery">Recipients by outcome.</param>
/// <param name="Shown">Accepted and shown; who opened or confirmed has seen it.</param>
/// <param name="Opened">Accepted and opened; who confirmed has opened it.</param>
/// <param name="Confirmed">Accepted and confirmed.</param>
public readonly record struct PageTally(DeliveryCounts Delivery, int Shown, int Opened, int Confirmed)
{
    public static PageTally operator +(PageTally left, PageTally right) => new(
        left.Delivery + right.Delivery, left.Shown + right.Shown, left.Opened + right.Opened, left.Confirmed + right.Confirmed);

    /// <summary>Counts a page. Of a superseded dispatch nobody is pending any more, even before a worker wrote it down.</summary>
    public static PageTally Of(ReadOnlySpan<byte> delivery, ReadOnlySpan<byte> receipts, bool isSuperseded)
    {
        int accepted = 0, gone = 0, failed = 0, pending = 0, superseded = 0, shown = 0, opened = 0, confirmed = 0;
        for (var i = 0; i < delivery.Length; i++)
        {
            switch ((DeliveryMark)delivery[i])
            {
                case DeliveryMark.Accepted:
                    accepted++;
                    var marks = i < receipts.Length ? (ReceiptMarks)receipts[i] : ReceiptMarks.None;
                    shown += marks != ReceiptMarks.None ? 1 : 0;
                    opened += (marks & (ReceiptMarks.Opened | ReceiptMarks.Confirmed)) != 0 ? 1 : 0;
                    confirmed += (marks & ReceiptMarks.Confirmed) != 0 ? 1 : 0;
                    break;
                case DeliveryMark.Gone:
                    gone++;
                    break;
                case DeliveryMark.Superseded:
                    superseded++;
                    break;
                case DeliveryMark.Pending:
                    pending++;
                    break;
                default:
                    failed++;
                    break;
            }
        }

        var counts = isSuperseded
            ? new DeliveryCounts(accepted, gone, failed, 0, superseded + pending)
            : new DeliveryCounts(accepted, gone, failed, pending, superseded);
        return new PageTally(counts, shown, opened, confirmed);
    }
}
