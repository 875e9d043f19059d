using Chiyoda.Bousai.Domain.CallOuts;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Evacuation.Messages;
using Xunit;

namespace Chiyoda.Bousai.Domain.Tests.CallOuts;

/// <summary>By which rule what waits calls somebody, and in whose places a deputy decides.</summary>
public class WaitingTests
{
    private static readonly CallOutText Text = new(MessageText.Empty, MessageText.Empty);

    private static readonly CallOutPlan Plan = new()
    {
        Posts = new Dictionary<string, DutyPost>(),
        Turn = [],
        Staffings = new Dictionary<string, Staffing>(),
        AnswerWithin = TimeSpan.FromMinutes(3),
        Wording = new CallOutWording(Text, Text, null),
        Rules =
        [
            new("decision-3", CallOutCause.DecisionWaiting, "待っています", 3, null, TimeSpan.FromMinutes(10), null),
            new("decision-4", CallOutCause.DecisionWaiting, "待っています", 4, null, TimeSpan.FromMinutes(5), null),
        ],
    };

    [Theory]
    [InlineData(3, "decision-3")]
    [InlineData(4, "decision-4")]
    [InlineData(5, "decision-4")]
    [InlineData(null, "decision-4")]
    public void OneRuleCalls_TheGravestThatCoversIt(int? level, string rule) => Assert.Equal(rule, Plan.RuleFor(CallOutCause.DecisionWaiting, level)?.Id);

    [Fact]
    public void WithoutARule_NobodyIsCalled() => Assert.Null(Plan.RuleFor(CallOutCause.ReleaseWaiting, 5));

    [Fact]
    public void ADeputyStandsIn_ForEverybodyUpTheChain_AndADelegateForNobody()
    {
        Authority[] all = [Holder("mayor", null), Holder("deputy", "mayor"), Holder("official", "deputy"), Holder("delegate", null)];

        Assert.Equal(["deputy", "mayor"], all[2].StandsInFor(all).Select(holder => holder.Id));
        Assert.Equal(["mayor"], all[1].StandsInFor(all).Select(holder => holder.Id));
        Assert.Empty(all[3].StandsInFor(all));
    }

    private static Authority Holder(string id, string? actsFor) => new(id, id, null, "法", [3, 4, 5], [Hazard.Flood]) { ActsFor = actsFor };
}
