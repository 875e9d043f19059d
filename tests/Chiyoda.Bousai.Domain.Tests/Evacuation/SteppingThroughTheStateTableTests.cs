using Chiyoda.Bousai.Domain.Evacuation;
using Xunit;

namespace Chiyoda.Bousai.Domain.Tests.Evacuation;

/// <summary>Every state × every step: where it leads, or the code of the «no».</summary>
public sealed class SteppingThroughTheStateTableTests
{
    private const string Table = """
        .          Submit             Decide            Release           Return            Reject            Discard           Revise            Contact           Withdraw
        Draft      Submitted          not-submitted     not-submitted     not-submitted     not-submitted     Discarded         Draft             not-submitted     not-submitted
        Submitted  already-submitted  Decided           no-decision       Returned          Rejected          not-a-draft       return-first      Submitted         Returned
        Decided    already-submitted  already-decided   Released          Returned          Rejected          not-a-draft       return-first      already-decided   Returned
        Returned   Submitted          not-submitted     not-submitted     not-submitted     not-submitted     Discarded         Returned          not-submitted     not-submitted
        Rejected   closed             closed            closed            closed            closed            closed            closed            closed            closed
        Discarded  closed             closed            closed            closed            closed            closed            closed            closed            closed
        Released   already-released   already-released  already-released  already-released  already-released  already-released  already-released  already-released  already-released
        """;

    public static TheoryData<ProposalState, ProposalStep, string> Cells
    {
        get
        {
            var cells = new TheoryData<ProposalState, ProposalStep, string>();
            var rows = Table.Split('\n').Select(row => row.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
            foreach (var row in rows.Skip(1))
            {
                for (var column = 1; column < row.Length; column++)
                {
                    cells.Add(Enum.Parse<ProposalState>(row[0]), Enum.Parse<ProposalStep>(rows[0][column]), row[column]);
                }
            }

            return cells;
        }
    }

    [Fact]
    public void Table_NamesEveryStateAndEveryStep()
    {
        var named = Cells.Select(cell => (cell.Data.Item1, cell.Data.Item2)).ToHashSet();

        Assert.Equal(Enum.GetValues<ProposalState>().Length * Enum.GetValues<ProposalStep>().Length, named.Count);
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Step_LeadsWhereTheTableSays(ProposalState state, ProposalStep step, string expected)
    {
        var answer = ProposalLifecycle.Next(state, step).TryGet(out var next, out var refusal) ? next.ToString() : refusal.Code;

        Assert.Equal(char.IsUpper(expected[0]) ? expected : "evacuation." + expected, answer);
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void StepOnAProposal_MovesItAndItsVersion_OrLeavesBoth(ProposalState state, ProposalStep step, string expected)
    {
        var proposal = Proposals.In(state);
        var version = proposal.Version;

        var refused = Proposals.Try(proposal, step);

        if (char.IsUpper(expected[0]))
        {
            Assert.Empty(refused);
            Assert.Equal((expected, version + 1), (proposal.State.ToString(), proposal.Version));
        }
        else
        {
            Assert.Equal("evacuation." + expected, refused);
            Assert.Equal((state, version), (proposal.State, proposal.Version));
        }
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void StepOnAnOtherVersion_IsStaleWhateverTheStateSays(ProposalState state, ProposalStep step, string expected)
    {
        var proposal = Proposals.In(state);
        var version = proposal.Version;

        Assert.Equal("evacuation.stale-version", Proposals.Try(proposal, step, version - 1));
        Assert.Equal("evacuation.stale-version", Proposals.Try(proposal, step, version + 1));

        Assert.NotEmpty(expected);
        Assert.Equal((state, version), (proposal.State, proposal.Version));
    }
}
