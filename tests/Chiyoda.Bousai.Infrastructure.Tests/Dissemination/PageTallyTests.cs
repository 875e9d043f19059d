using Chiyoda.Bousai.Domain.Dissemination;
using Chiyoda.Bousai.Infrastructure.Dissemination;
using Xunit;

namespace Chiyoda.Bousai.Infrastructure.Tests.Dissemination;

/// <summary>What marks add up to: accepted ≥ shown ≥ opened ≥ confirmed, and the parts are the whole.</summary>
public sealed class PageTallyTests
{
    private static readonly byte[] EveryMark = [.. Enum.GetValues<DeliveryMark>().Select(mark => (byte)mark)];

    [Fact]
    public void EveryMark_IsCountedOnce()
    {
        var tally = PageTally.Of(EveryMark, new byte[EveryMark.Length], isSuperseded: false);

        Assert.Equal(new DeliveryCounts(Accepted: 1, Gone: 1, Failed: 3, Pending: 1, Superseded: 1), tally.Delivery);
        Assert.Equal(EveryMark.Length, tally.Delivery.Recipients);
    }

    [Fact]
    public void OfASupersededDispatch_NobodyIsPending()
    {
        var tally = PageTally.Of(EveryMark, new byte[EveryMark.Length], isSuperseded: true);

        Assert.Equal((0, 2), (tally.Delivery.Pending, tally.Delivery.Superseded));
    }

    [Theory]
    [InlineData(ReceiptMarks.None, 0, 0, 0)]
    [InlineData(ReceiptMarks.Shown, 1, 0, 0)]
    [InlineData(ReceiptMarks.Opened, 1, 1, 0)]
    [InlineData(ReceiptMarks.Confirmed, 1, 1, 1)]
    [InlineData(ReceiptMarks.Shown | ReceiptMarks.Confirmed, 1, 1, 1)]
    public void ALaterReceipt_ImpliesTheEarlierOnes(ReceiptMarks marks, int shown, int opened, int confirmed)
    {
        var tally = PageTally.Of([(byte)DeliveryMark.Accepted], [(byte)marks], isSuperseded: false);

        Assert.Equal((shown, opened, confirmed), (tally.Shown, tally.Opened, tally.Confirmed));
    }

    [Theory]
    [InlineData(DeliveryMark.Pending)]
    [InlineData(DeliveryMark.Unreachable)]
    [InlineData(DeliveryMark.Gone)]
    public void AReceiptOfWhomNothingWasAcceptedFor_IsNotCounted(DeliveryMark mark)
    {
        var tally = PageTally.Of([(byte)mark], [(byte)ReceiptMarks.Confirmed], isSuperseded: false);

        Assert.Equal((0, 0, 0), (tally.Shown, tally.Opened, tally.Confirmed));
    }
}
