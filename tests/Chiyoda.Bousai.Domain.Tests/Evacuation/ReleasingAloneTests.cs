using Chiyoda.Bousai.Domain.Dissemination;
using Chiyoda.Bousai.Domain.Evacuation;
using Xunit;
using static Chiyoda.Bousai.Domain.Tests.Evacuation.Proposals;

namespace Chiyoda.Bousai.Domain.Tests.Evacuation;

/// <summary>Break-glass waives the second person, never the decision; and stands forever (design rule 2).</summary>
public sealed class ReleasingAloneTests
{
    [Fact]
    public void Alone_AtLevelFour_TheSubmitterMayRelease_AndItIsMarked()
    {
        var proposal = In(ProposalState.Decided);

        Assert.True(proposal.ReleaseAlone(proposal.Version, Submitter, " 停電でほかの人が入れない ", isAlone: true, [], At).TryGet(out _, out _));

        Assert.Equal((ProposalState.Released, "停電でほかの人が入れない", true), (proposal.State, proposal.BreakGlassReason, proposal.IsBreakGlass));
        Assert.Equal(proposal.Decision!.Id, OrderRelease.Of(proposal, Guid.NewGuid(), 1).DecisionId);
    }

    [Theory]
    [InlineData(ProposalState.Submitted, 4, true, "理由", "evacuation.no-decision")]
    [InlineData(ProposalState.Decided, 3, true, "理由", "evacuation.break-glass-not-for-this")]
    [InlineData(ProposalState.Decided, 4, false, "理由", "evacuation.break-glass-not-alone")]
    [InlineData(ProposalState.Decided, 5, true, " ", "evacuation.reason-missing")]
    public void Otherwise_ItIsRefused_AndNothingIsMarked(ProposalState state, int level, bool isAlone, string reason, string expected)
    {
        var proposal = In(state, Measure(level));

        Assert.False(proposal.ReleaseAlone(proposal.Version, Submitter, reason, isAlone, [], At).TryGet(out _, out var refusal));

        Assert.Equal((expected, state, null), (refusal.Code, proposal.State, proposal.BreakGlassReason));
    }

    [Theory]
    [InlineData(Act.Lift)]
    [InlineData(Act.Lower)]
    public void TakingProtectionAway_WaitsForASecondPerson(Act act)
    {
        var order = Orders.Issue(Measure(5, "1"));
        var asked = Orders.Ask(act, order, act == Act.Lower ? Measure(4, "1") : order.Measure);
        Assert.Empty(Try(asked, ProposalStep.Decide));

        Assert.False(asked.ReleaseAlone(asked.Version, Submitter, "理由", isAlone: true, [], At).TryGet(out _, out var refusal));

        Assert.Equal("evacuation.break-glass-not-for-this", refusal.Code);
    }

    [Fact]
    public void ASecondPerson_ReleasesAsEver_WithoutAMark()
    {
        var proposal = In(ProposalState.Decided, Measure(3));

        Assert.True(proposal.ReleaseAlone(proposal.Version, Releaser, "理由", isAlone: false, [], At).TryGet(out _, out _));

        Assert.False(proposal.IsBreakGlass);
    }
}
