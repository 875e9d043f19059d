using Chiyoda.Bousai.Domain.Notices;
using Xunit;

namespace Chiyoda.Bousai.Domain.Tests.Notices;

/// <summary>Every state × every step of an edition: where it leads, or the code of the «no».</summary>
public sealed class SteppingThroughTheNoticeTableTests
{
    private const string Table = """
        .          Revise            Submit             Return            Discard           Release
        Draft      Draft             Submitted          not-submitted     Discarded         not-submitted
        Submitted  return-first      already-submitted  Returned          Discarded         Released
        Returned   Returned          Submitted          not-submitted     Discarded         not-submitted
        Discarded  closed            closed             closed            closed            closed
        Released   already-released  already-released   already-released  already-released  already-released
        """;

    public static TheoryData<NoticeEditionState, NoticeStep, string> Cells
    {
        get
        {
            var cells = new TheoryData<NoticeEditionState, NoticeStep, string>();
            var rows = Table.Split('\n').Select(row => row.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
            foreach (var row in rows.Skip(1))
            {
                for (var column = 1; column < row.Length; column++)
                {
                    cells.Add(Enum.Parse<NoticeEditionState>(row[0]), Enum.Parse<NoticeStep>(rows[0][column]), row[column]);
                }
            }

            return cells;
        }
    }

    [Fact]
    public void Table_NamesEveryStateAndEveryStep()
    {
        var named = Cells.Select(cell => (cell.Data.Item1, cell.Data.Item2)).ToHashSet();

        Assert.Equal(Enum.GetValues<NoticeEditionState>().Length * Enum.GetValues<NoticeStep>().Length, named.Count);
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Step_LeadsWhereTheTableSays(NoticeEditionState state, NoticeStep step, string expected)
    {
        var answer = NoticeLifecycle.Next(state, step).TryGet(out var next, out var refusal) ? next.ToString() : refusal.Code;

        Assert.Equal(char.IsUpper(expected[0]) ? expected : "notices." + expected, answer);
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void StepOnAnEdition_MovesItAndItsVersion_OrLeavesBoth(NoticeEditionState state, NoticeStep step, string expected)
    {
        var edition = Drafts.In(state);
        var (before, version) = (edition.State, edition.Version);
        var at = Drafts.At.AddMinutes(1);

        var outcome = step switch
        {
            NoticeStep.Revise => edition.Revise(version, Drafts.Content(body: "別の本文"), Drafts.Told(), at),
            NoticeStep.Submit => edition.Submit(version, Drafts.Author, at),
            NoticeStep.Return => edition.Return(version, "理由", at),
            NoticeStep.Discard => edition.Discard(version, "理由", at),
            _ => edition.Release(version, Drafts.Second, [], string.Empty, at),
        };

        var isStep = char.IsUpper(expected[0]);
        Assert.Equal(isStep, outcome.TryGet(out _, out var refusal));
        Assert.Equal(isStep ? expected : before.ToString(), edition.State.ToString());
        Assert.Equal(isStep ? version + 1 : version, edition.Version);
        Assert.Equal(isStep ? null : "notices." + expected, refusal?.Code);
    }

    [Fact]
    public void StepOnAnOlderVersion_IsRefused() => Assert.All(
        Cells.Select(cell => cell.Data).Where(cell => char.IsUpper(cell.Item3[0])), cell => StepOnAnOlderVersion(cell.Item1, cell.Item2));

    private static void StepOnAnOlderVersion(NoticeEditionState state, NoticeStep step)
    {
        var edition = Drafts.In(state);
        var old = edition.Version - 1;

        var code = step switch
        {
            NoticeStep.Revise => Drafts.Code(edition.Revise(old, Drafts.Content(), Drafts.Told(), Drafts.At)),
            NoticeStep.Submit => Drafts.Code(edition.Submit(old, Drafts.Author, Drafts.At)),
            NoticeStep.Return => Drafts.Code(edition.Return(old, "理由", Drafts.At)),
            NoticeStep.Discard => Drafts.Code(edition.Discard(old, "理由", Drafts.At)),
            _ => Drafts.Code(edition.Release(old, Drafts.Second, [], string.Empty, Drafts.At)),
        };

        Assert.Equal("notices.stale-version", code);
        Assert.Equal(state, edition.State);
    }
}
