using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Tasks;
using Chiyoda.Bousai.Domain.Tests.Evacuation;
using Xunit;
using static Chiyoda.Bousai.Domain.Tests.Evacuation.Proposals;

namespace Chiyoda.Bousai.Domain.Tests.Tasks;

/// <summary>What the workflow makes somebody do: due, taken on, done, done again, fallen away.</summary>
public sealed class DoingWhatAnActAsksForTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 11, 14, 5, 0, TimeSpan.FromHours(9));

    [Theory]
    [InlineData(TaskTrigger.OrderIssued, new[] { 4 }, true)]
    [InlineData(TaskTrigger.OrderIssued, new[] { 3 }, false)]
    [InlineData(TaskTrigger.OrderIssued, new[] { 4, 3 }, true)]
    [InlineData(TaskTrigger.OrderIssued, new int[0], false)]
    [InlineData(TaskTrigger.OrderLifted, new[] { 4 }, false)]
    public void ARule_LooksAtActAndLevels_BeforeAndAfter(TaskTrigger trigger, int[] levels, bool isMade) =>
        Assert.Equal(isMade, Rule(levels: [4, 5]).IsMadeBy(trigger, levels));

    [Fact]
    public void ARuleForEveryLevel_IsForWhatHasNone() => Assert.True(Rule().IsMadeBy(TaskTrigger.OrderIssued, []));

    [Fact]
    public void ARulePerShelter_MakesOneTaskEach_AndOneInAllWhereNoneIsNamed()
    {
        var rule = Rule(isPerShelter: true);

        Assert.Equal(["report:S-1", "report:S-2"], rule.For([("S-1", "麹町小学校"), ("S-2", "九段中等")]).Select(each => each.Id));
        Assert.Equal("都知事へ報告する：麹町小学校", rule.For([("S-1", "麹町小学校")]).Single().Title);
        Assert.Equal("report", rule.For([]).Single().Id);
        Assert.True(rule.Made("report:S-1"));
        Assert.False(rule.Made("report-lift"));
        Assert.Single(Rule().For([("S-1", "麹町小学校")]), each => each.Id == "report");
    }

    [Fact]
    public void ATask_IsDueFromTheActOn_AndNamesItsOrder()
    {
        var order = Orders.Issue(Measure(4, "1 2"));

        var task = StaffTask.For(Guid.NewGuid(), Rule(), order, Now);

        Assert.Equal((Now.AddMinutes(10), StaffTaskState.Open, 1, order.Id, order.Version), (task.DueAt, task.State, task.Round, task.SubjectId, task.SubjectVersion));
        Assert.Contains("避難指示", task.SubjectName, StringComparison.Ordinal);
        Assert.Contains("2町丁目", task.SubjectName, StringComparison.Ordinal);
    }

    [Fact]
    public void Done_IsDoneOnce()
    {
        var task = New();

        Assert.Null(Code(task.Take(1, "甲")));
        Assert.Equal("tasks.stale-version", Code(task.Finish(1, "乙", string.Empty, Now)));
        Assert.Null(Code(task.Finish(2, "乙", " 電話で報告 ", Now)));

        Assert.Equal((StaffTaskState.Done, "乙", "電話で報告", (DateTimeOffset?)Now), (task.State, task.Person, task.Note, task.EndedAt));
        Assert.Equal("tasks.closed", Code(task.Finish(3, "甲", string.Empty, Now)));
        Assert.Equal("tasks.closed", Code(task.Take(3, "甲")));
    }

    [Fact]
    public void NotDoingIt_NeedsWords()
    {
        var task = New();

        Assert.Equal("tasks.reason-missing", Code(task.Drop(1, "甲", " ", Now)));
        Assert.Equal("tasks.note-too-long", Code(task.Drop(1, "甲", new string('x', StaffTask.MaxNote + 1), Now)));
        Assert.Null(Code(task.Drop(1, "甲", "訓練のため", Now)));
        Assert.Equal(StaffTaskState.Dropped, task.State);
    }

    [Fact]
    public void WhatRepeats_IsDueAgainFromItsDoing_AndOnlyThen()
    {
        var task = New(Rule(repeatMinutes: 60, endsWithSubject: true));
        Assert.Null(task.Again(Guid.NewGuid()));
        Assert.Null(Code(task.Finish(1, "甲", "継続", Now.AddMinutes(50))));

        var next = task.Again(Guid.NewGuid());

        Assert.NotNull(next);
        Assert.Equal((2, StaffTaskState.Open, Now.AddMinutes(110), task.SubjectId), (next.Round, next.State, next.DueAt, next.SubjectId));
    }

    [Fact]
    public void WhatWasDropped_OrIsOnceOnly_DoesNotComeAgain()
    {
        var dropped = New(Rule(repeatMinutes: 60, endsWithSubject: true));
        Assert.Null(Code(dropped.Drop(1, "甲", "本部会議で行う", Now)));
        var once = New();
        Assert.Null(Code(once.Finish(1, "甲", string.Empty, Now)));

        Assert.Null(dropped.Again(Guid.NewGuid()));
        Assert.Null(once.Again(Guid.NewGuid()));
    }

    /// <summary>A report that the law asks for stays due when the order is over.</summary>
    [Fact]
    public void OnlyWhatEndsWithItsSubject_FallsAway()
    {
        var reevaluation = New(Rule(endsWithSubject: true));
        reevaluation.FallAway(Now);

        Assert.Equal(StaffTaskState.Dropped, reevaluation.State);
        Assert.NotEmpty(reevaluation.Note);
        Assert.Throws<InvalidOperationException>(() => New().FallAway(Now));
        Assert.Throws<InvalidOperationException>(() => reevaluation.FallAway(Now));
    }

    private static StaffTask New(TaskRule? rule = null) => StaffTask.For(Guid.NewGuid(), rule ?? Rule(), Orders.Issue(Measure(4, "1")), Now);

    private static TaskRule Rule(int[]? levels = null, int? repeatMinutes = null, bool endsWithSubject = false, bool isPerShelter = false) => new(
        "report", "都知事へ報告する", "情報班", [TaskTrigger.OrderIssued], levels ?? [], TimeSpan.FromMinutes(10),
        repeatMinutes is { } minutes ? TimeSpan.FromMinutes(minutes) : null, endsWithSubject, "災害対策基本法 第60条第4項", isPerShelter, Transcript: null);

    private static string? Code<T>(Outcome<T> outcome)
        where T : notnull => outcome.TryGet(out _, out var refusal) ? null : refusal.Code;
}
