using Chiyoda.Bousai.Domain.Evacuation;
using Xunit;
using static Chiyoda.Bousai.Domain.Tests.Evacuation.Proposals;

namespace Chiyoda.Bousai.Domain.Tests.Evacuation;

/// <summary>Wrong sends that happened: the whole ward, the same twice, an order over a lift. The releaser is asked again.</summary>
public sealed class BeingAskedAgainTests
{
    [Theory]
    [InlineData("1 2", 3, false)]
    [InlineData("1 2 3", 3, true)]
    public void EveryArea_AsksAgain(string areas, int wardAreas, bool isAsked) =>
        Assert.Equal(isAsked, Cautions.Of(Draft(Measure(4, areas)), [], wardAreas, At).Contains(Caution.WholeWard));

    [Theory]
    [InlineData(59, true)]
    [InlineData(60, false)]
    public void TheSameWithinAMinute_AsksAgain_AndNeedsWords(int seconds, bool isAsked)
    {
        var order = Orders.Issue(Measure(4, "1"));

        var found = Cautions.Of(Draft(Measure(4, "1")), [order], 9, order.UpdatedAt.AddSeconds(seconds));

        Assert.Equal(isAsked, found.Contains(Caution.DuplicateSend));
        Assert.Equal(isAsked ? "evacuation.duplicate-send" : null, Cautions.Ask(found, [Caution.DuplicateSend], " ")?.Code);
        Assert.Null(Cautions.Ask(found, [Caution.DuplicateSend], "届いていない端末があるため"));
    }

    [Fact]
    public void AnotherLevelWithinAMinute_IsNoDuplicate() =>
        Assert.Empty(Cautions.Of(Draft(Measure(5, "1")), [Orders.Issue(Measure(4, "1"))], 9, At));

    [Theory]
    [InlineData("1 5", "river", 59, true)]
    [InlineData("1 5", "river", 60, false)]
    [InlineData("5", "river", 1, false)]
    [InlineData("1", "other", 1, false)]
    public void AnAreaLiftedInTheLastHour_AsksAgain(string areas, string cause, int minutes, bool isAsked)
    {
        var order = Orders.Issue(Measure(4, "1"));
        Assert.True(Orders.Lift(order, order).TryGet(out _, out _));

        var found = Cautions.Of(Draft(Measure(4, areas, cause)), [order], 9, order.EndedAt!.Value.AddMinutes(minutes));

        Assert.Equal(isAsked, found.Contains(Caution.ContradictsLift));
        Assert.Equal(isAsked ? "evacuation.contradicts-lift" : null, Cautions.Ask(found, [], string.Empty)?.Code);
        Assert.Null(Cautions.Ask(found, [Caution.ContradictsLift], string.Empty));
    }

    [Fact]
    public void EndingAnOrder_IsNeverAskedAgain()
    {
        var order = Orders.Issue(Measure(4, "1"));

        Assert.Empty(Cautions.Of(Orders.Ask(Act.Lift, order, order.Measure), [order], 1, At));
        Assert.Empty(Cautions.Of(Orders.Ask(Act.Void, order, order.Measure), [order], 1, At));
    }
}
