using Chiyoda.Bousai.Domain.Dissemination;
using Chiyoda.Bousai.Domain.Evacuation;
using Xunit;

namespace Chiyoda.Bousai.Domain.Tests.Dissemination;

/// <summary>Whom a measure concerns among those who asked.</summary>
public sealed class AddresseesTests
{
    private const string Iidabashi3 = "13101001003";
    private const string Kojimachi1 = "13101015001";

    [Theory]
    [InlineData(4, new[] { Iidabashi3 }, new[] { 3, 4, 5 }, true)]
    [InlineData(4, new[] { Kojimachi1, Iidabashi3 }, new[] { 4 }, true)]
    [InlineData(4, new[] { "*" }, new[] { 4 }, true)]
    [InlineData(4, new[] { Kojimachi1 }, new[] { 3, 4, 5 }, false)]
    [InlineData(4, new[] { Iidabashi3 }, new[] { 3, 5 }, false)]
    [InlineData(4, new[] { Iidabashi3 }, new int[0], false)]
    [InlineData(4, new string[0], new[] { 4 }, false)]
    [InlineData(null, new[] { Iidabashi3 }, new int[0], true)]
    [InlineData(null, new[] { Kojimachi1 }, new[] { 3, 4, 5 }, false)]
    public void PlacesAndLevels_DecideTogether(int? level, string[] places, int[] levels, bool concerns) =>
        Assert.Equal(concerns, new Addressees(MeasureFor(level)).Include(places, levels));

    [Fact]
    public void APrefixOfAnAreaCode_IsNotThatArea() =>
        Assert.False(new Addressees(MeasureFor(4)).Touch([Iidabashi3[..8], Iidabashi3 + "0"]));

    [Theory]
    [InlineData(Act.Issue, false)]
    [InlineData(Act.Lower, true)]
    [InlineData(Act.Lift, true)]
    [InlineData(Act.Correct, true)]
    public void WhoWasToldBefore_HearsThatItEndedOrWasWrong(Act act, bool included) =>
        Assert.Equal(included, Addressees.IncludeEarlier(act));

    [Fact]
    public void Counts_SumToTheirRecipients()
    {
        var sum = new DeliveryCounts(1, 2, 3, 4, 5) + new DeliveryCounts(10, 20, 30, 40, 50);

        Assert.Equal(new DeliveryCounts(11, 22, 33, 44, 55), sum);
        Assert.Equal(165, sum.Recipients);
    }

    private static Measure MeasureFor(int? level) => new(
        level is null ? Hazard.Earthquake : Hazard.Flood,
        string.Empty,
        string.Empty,
        level,
        EvacuationAction.LeaveNow,
        Audience.Everyone,
        ["13101001002", Iidabashi3],
        "試験");
}
