using Chiyoda.Bousai.Domain.Evacuation;
using Xunit;
using static Chiyoda.Bousai.Domain.Tests.Evacuation.Proposals;

namespace Chiyoda.Bousai.Domain.Tests.Evacuation;

/// <summary>「連絡不能を宣言し代行へ」: authority moves by a declaration with attempts and basis, never by a clock.</summary>
public sealed class ReachingAHolderOfAuthorityTests
{
    private static readonly Authority Deputy = Mayor with { Id = "deputy", Office = "副区長" };

    private static readonly Authority Section = Mayor with { Id = "section", Levels = [3] };

    [Fact]
    public void Declared_AfterAnAttempt_TheNextWhoCoversItIsOffered()
    {
        var proposal = In(ProposalState.Submitted);
        Assert.Equal("mayor", proposal.NextHolder([Mayor, Section, Deputy])!.Id);
        Assert.Equal("evacuation.no-attempt", Declare(proposal));

        Assert.True(proposal.NoteAttempt(proposal.Version, Attempt()).TryGet(out _, out _));
        Assert.Equal("mayor", proposal.NextHolder([Mayor, Section, Deputy])!.Id);
        Assert.Empty(Declare(proposal));

        Assert.Equal("deputy", proposal.NextHolder([Mayor, Section, Deputy])!.Id);
        Assert.Equal(("mayor", "地方自治法152条1項"), (proposal.Unreachable[0].AuthorityId, proposal.Unreachable[0].Basis));
        Assert.Equal("evacuation.already-unreachable", Declare(proposal));
        Assert.Null(proposal.NextHolder([Mayor]));
    }

    [Fact]
    public void ADeclarationWithoutBasis_OrAnAttemptOfTheFuture_IsRefused()
    {
        var proposal = In(ProposalState.Submitted);
        Assert.True(proposal.NoteAttempt(proposal.Version, Attempt()).TryGet(out _, out _));

        Assert.Equal("evacuation.reason-missing", Declare(proposal, " "));
        Assert.False(proposal.NoteAttempt(proposal.Version, Attempt(at: At.AddSeconds(61))).TryGet(out _, out var refusal));
        Assert.Equal("evacuation.decision-in-the-future", refusal.Code);
    }

    [Fact]
    public void AttemptsAreBounded()
    {
        var proposal = In(ProposalState.Submitted);
        for (var number = 0; number < ContactAttempt.MaxPerProposal; number++)
        {
            Assert.True(proposal.NoteAttempt(proposal.Version, Attempt()).TryGet(out _, out _));
        }

        Assert.False(proposal.NoteAttempt(proposal.Version, Attempt()).TryGet(out _, out var refusal));
        Assert.Equal("evacuation.too-many-attempts", refusal.Code);
    }

    private static string Declare(Proposal proposal, string basis = "地方自治法152条1項") =>
        proposal.DeclareUnreachable(proposal.Version, new UnreachableHolder("mayor", "区長", basis, Submitter, At)).TryGet(out _, out var refusal)
            ? string.Empty
            : refusal.Code;
}
