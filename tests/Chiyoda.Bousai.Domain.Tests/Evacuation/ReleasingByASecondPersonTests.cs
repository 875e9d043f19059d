using Chiyoda.Bousai.Domain.Dissemination;
using Chiyoda.Bousai.Domain.Evacuation;
using Xunit;

namespace Chiyoda.Bousai.Domain.Tests.Evacuation;

/// <summary>Two different acts by two different persons (design rule 2), and nothing out of the house before (rule 1).</summary>
public sealed class ReleasingByASecondPersonTests
{
    [Theory]
    [InlineData(ProposalState.Submitted)]
    [InlineData(ProposalState.Decided)]
    public void Submitter_MayNotRelease_DecidedOrNot(ProposalState state)
    {
        var proposal = Proposals.In(state);
        var version = proposal.Version;

        Assert.False(proposal.Release(version, Proposals.Submitter, Proposals.At).TryGet(out _, out var refusal));

        Assert.Equal("evacuation.releaser-is-submitter", refusal.Code);
        Assert.Equal((state, version, null, null), (proposal.State, proposal.Version, proposal.ReleaserId, proposal.ReleasedAt));
    }

    [Fact]
    public void WhoeverSubmitsAgainAfterAReturn_IsTheSubmitter()
    {
        var proposal = Proposals.In(ProposalState.Returned);

        proposal.Submit(proposal.Version, Proposals.Releaser, Proposals.At);
        proposal.Decide(proposal.Version, Proposals.Decision(), Proposals.Mayor);

        Assert.False(proposal.Release(proposal.Version, Proposals.Releaser, Proposals.At).TryGet(out _, out var refusal));
        Assert.Equal("evacuation.releaser-is-submitter", refusal.Code);
        Assert.True(proposal.Release(proposal.Version, Proposals.Submitter, Proposals.At).TryGet(out _, out _));
    }

    [Fact]
    public void AskerOfALift_IsItsSubmitter()
    {
        var order = Orders.Issue(Proposals.Measure());
        Assert.True(Proposal.ToLift(Guid.NewGuid(), order, Proposals.Submitter, "水位が下がった", Proposals.At).TryGet(out var lift, out _));
        Assert.Equal(ProposalState.Submitted, lift.State);
        lift.Decide(lift.Version, Proposals.Decision(), Proposals.Mayor);

        Assert.False(lift.Release(lift.Version, Proposals.Submitter, Proposals.At).TryGet(out _, out var refusal));
        Assert.Equal("evacuation.releaser-is-submitter", refusal.Code);
    }

    [Theory]
    [InlineData(ProposalState.Submitted)]
    [InlineData(ProposalState.Decided)]
    public void Withdrawal_IsForTheSubmitterAlone_AndVoidsTheDecision(ProposalState state)
    {
        var proposal = Proposals.In(state);
        var version = proposal.Version;

        Assert.False(proposal.Withdraw(version, Proposals.Releaser, "区域を誤った").TryGet(out _, out var refusal));
        Assert.Equal(("evacuation.not-the-submitter", state, version), (refusal.Code, proposal.State, proposal.Version));
        Assert.False(proposal.Withdraw(version, Proposals.Submitter, " ").TryGet(out _, out refusal));
        Assert.Equal("evacuation.reason-missing", refusal.Code);

        Assert.True(proposal.Withdraw(version, Proposals.Submitter, "区域を誤った").TryGet(out _, out _));
        Assert.Equal((ProposalState.Returned, null, "区域を誤った"), (proposal.State, proposal.Decision, proposal.Note));
    }

    [Fact]
    public void Return_VoidsTheDecision()
    {
        var proposal = Proposals.In(ProposalState.Decided);

        proposal.Return(proposal.Version, "区域を確かめる");
        Assert.Null(proposal.Decision);
        proposal.Submit(proposal.Version, Proposals.Submitter, Proposals.At);

        Assert.False(proposal.Release(proposal.Version, Proposals.Releaser, Proposals.At).TryGet(out _, out var refusal));
        Assert.Equal("evacuation.no-decision", refusal.Code);
    }

    [Theory]
    [InlineData(3, 4)]
    [InlineData(4, 5)]
    public void AuthorityThatDoesNotCoverTheLevel_DecidesNothing(int covered, int asked)
    {
        var proposal = Proposals.In(ProposalState.Submitted, Proposals.Measure(asked));
        var limited = Proposals.Mayor with { Levels = [covered] };

        Assert.False(proposal.Decide(proposal.Version, Proposals.Decision(), limited).TryGet(out _, out var refusal));

        Assert.Equal("evacuation.authority-does-not-cover", refusal.Code);
        Assert.Equal((ProposalState.Submitted, null), (proposal.State, proposal.Decision));
    }

    [Fact]
    public void AuthorityForAnotherHazard_DecidesNothing()
    {
        var proposal = Proposals.In(ProposalState.Submitted, Proposals.Measure(null, hazard: Hazard.Earthquake));

        Assert.False(proposal.Decide(proposal.Version, Proposals.Decision(), Proposals.Mayor with { Hazards = [Hazard.Flood] }).TryGet(out _, out var refusal));
        Assert.Equal("evacuation.authority-does-not-cover", refusal.Code);
        Assert.True(proposal.Decide(proposal.Version, Proposals.Decision(), Proposals.Mayor).TryGet(out _, out _));
    }

    [Fact]
    public void DecisionOfTheFuture_IsRefused_AMinuteOfWallClockIsNot()
    {
        var proposal = Proposals.In(ProposalState.Submitted);

        Assert.False(proposal.Decide(proposal.Version, Proposals.Decision(Proposals.At.AddSeconds(61)), Proposals.Mayor).TryGet(out _, out var refusal));
        Assert.Equal("evacuation.decision-in-the-future", refusal.Code);
        Assert.True(proposal.Decide(proposal.Version, Proposals.Decision(Proposals.At.AddSeconds(60)), Proposals.Mayor).TryGet(out _, out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \t")]
    [InlineData("　")]
    public void ReturnRejectAndLiftWithoutWords_AreRefused(string reason)
    {
        var proposal = Proposals.In(ProposalState.Submitted);

        Assert.Equal("evacuation.reason-missing", Code(proposal.Return(proposal.Version, reason)));
        Assert.Equal("evacuation.reason-missing", Code(proposal.Reject(proposal.Version, reason)));
        Assert.Equal("evacuation.reason-missing", Code(Proposal.ToLift(Guid.NewGuid(), Orders.Issue(Proposals.Measure()), Proposals.Submitter, reason, Proposals.At)));
        Assert.Equal(ProposalState.Submitted, proposal.State);
    }

    [Theory]
    [InlineData(ProposalState.Draft)]
    [InlineData(ProposalState.Submitted)]
    [InlineData(ProposalState.Decided)]
    [InlineData(ProposalState.Returned)]
    [InlineData(ProposalState.Rejected)]
    [InlineData(ProposalState.Discarded)]
    public void UnreleasedProposal_MakesNoReleaseAndNoOrder(ProposalState state)
    {
        var proposal = Proposals.In(state);

        Assert.Throws<InvalidOperationException>(() => OrderRelease.Of(proposal, Guid.NewGuid(), 1));
        Assert.Throws<InvalidOperationException>(() => OrderBook.Apply(proposal, [], Guid.NewGuid()));
    }

    [Fact]
    public void ReleasedProposal_MakesAReleaseThatSaysWhatWasDecided()
    {
        var proposal = Proposals.In(ProposalState.Released);
        var order = Guid.NewGuid();

        var release = OrderRelease.Of(proposal, order, 3);

        Assert.Equal((proposal.Decision!.Id, proposal.Id, order, 3), (release.DecisionId, release.ProposalId, release.OrderId, release.OrderVersion));
        Assert.Same(proposal.Measure, release.Measure);
        Assert.Equal(proposal.ReleasedAt, release.ReleasedAt);
    }

    [Fact]
    public void Release_HasNoOtherDoor() => Assert.Empty(typeof(OrderRelease).GetConstructors());

    private static string Code(Common.Outcome<Proposal> outcome) => outcome.TryGet(out _, out var refusal) ? string.Empty : refusal.Code;
}
