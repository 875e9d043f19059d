using Chiyoda.Bousai.Domain.CallOuts;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Dissemination;
using Xunit;

namespace Chiyoda.Bousai.Domain.Tests.CallOuts;

/// <summary>Posts are called in turn until somebody answers; what is said leaves the house only while it is wanted.</summary>
public sealed class CallingInTurnTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 11, 2, 0, 0, TimeSpan.FromHours(9));

    private static readonly TimeSpan Within = TimeSpan.FromMinutes(3);

    private static readonly CallOutRule Rule = new("rule", CallOutCause.Proposal, "案があります", 3, null, TimeSpan.Zero, "first");

    [Fact]
    public void NobodyAnswers_EachIsCalled_ThenTheAlarm_AndThenTheListAnew()
    {
        var callOut = Begun("a", "b");

        Assert.Equal("a", callOut.CallNext(Within, Now));
        Assert.False(callOut.IsDue(Now + Within - TimeSpan.FromTicks(1)));
        Assert.Throws<InvalidOperationException>(() => callOut.CallNext(Within, Now));
        Assert.Equal("b", callOut.CallNext(Within, Now + Within));
        Assert.Null(callOut.CallNext(Within, Now + Within + Within));

        Assert.Equal((CallOutState.Unanswered, Now + Within + Within, 4), (callOut.State, callOut.ExhaustedAt!.Value, callOut.Version));
        Assert.Equal(("a", 2), (callOut.CallNext(Within, Now + (3 * Within)), callOut.Round));
        Assert.Equal(CallOutState.Unanswered, callOut.State);
        Assert.True(callOut.Answer("b", string.Empty, Now + (3 * Within)).TryGet(out _, out _));
        Assert.Null(callOut.NextAt);
    }

    /// <summary>Who did not answer five times does not answer the sixth: the alarm stays, and nobody is called for ever.</summary>
    [Fact]
    public void AfterFiveTimesThroughTheList_NobodyIsCalledAnyMore()
    {
        var callOut = Begun("a", "b");
        var called = 0;
        for (var at = Now; callOut.NextAt is not null; at += Within)
        {
            called += callOut.CallNext(Within, at) is null ? 0 : 1;
        }

        Assert.Equal((10, CallOutState.Unanswered), (called, callOut.State));
        Assert.False(callOut.IsDue(Now.AddDays(1)));
    }

    /// <summary>A hub that stood still, or a database of last week, wakes nobody: restoring never sends (design rule 10).</summary>
    [Fact]
    public void AStepThatIsTooLate_CallsNobody_AndIsTheAlarm()
    {
        var inTime = Begun("a");
        var callOut = Begun("a");

        Assert.Equal("a", inTime.CallNext(Within, Now + CallOut.TooLate));
        Assert.Null(callOut.CallNext(Within, Now + CallOut.TooLate + TimeSpan.FromTicks(1)));

        Assert.Equal((CallOutState.Unanswered, 0), (callOut.State, callOut.Called));
    }

    [Fact]
    public void NobodyCanBeReached_IsTheAlarmAtOnce()
    {
        var callOut = Begun();

        Assert.Null(callOut.CallNext(Within, Now));
        Assert.Equal(CallOutState.Unanswered, callOut.State);
    }

    [Fact]
    public void WhoWasCalledEarlier_MayStillAnswer_AndTheFirstAnswerCounts()
    {
        var callOut = Begun("a", "b", "c");
        callOut.CallNext(Within, Now);
        callOut.CallNext(Within, Now + Within);

        Refused("callouts.not-called", callOut.Answer("c", string.Empty, Now));
        Assert.True(callOut.Answer("a", string.Empty, Now + Within).TryGet(out _, out _));
        Refused("callouts.already-answered", callOut.Answer("b", string.Empty, Now + Within));
        Refused("callouts.already-answered", callOut.Close(callOut.Version, "誤り"));

        Assert.Equal(("a", CallOutState.Answered), (callOut.AnsweredPost, callOut.State));
        Assert.Null(callOut.NextAt);
    }

    [Fact]
    public void AnAnswerAfterTheAlarm_EndsIt_AndTheAlarmStaysOnRecord()
    {
        var callOut = Begun("a");
        callOut.CallNext(Within, Now);
        callOut.CallNext(Within, Now + Within);

        Assert.True(callOut.Answer(string.Empty, "当直", Now.AddHours(1)).TryGet(out _, out _));
        Assert.NotNull(callOut.ExhaustedAt);
    }

    [Fact]
    public void EndingOne_NeedsAReasonAndTheVersionThatWasSeen()
    {
        var callOut = Begun("a");
        callOut.CallNext(Within, Now);

        Refused("callouts.stale-version", callOut.Close(1, "誤報"));
        Refused("callouts.reason-missing", callOut.Close(2, " "));
        Assert.True(callOut.Close(2, "誤報").TryGet(out _, out _));
        Refused("callouts.closed", callOut.Answer("a", string.Empty, Now));
        Refused("callouts.closed", callOut.Close(3, "誤報"));
    }

    [Fact]
    public void NothingIsSaid_ThatItsCallOutDoesNotWant()
    {
        var callOut = Begun("a");
        callOut.CallNext(Within, Now);
        var call = CallOutMessage.Write(Guid.NewGuid(), callOut.Id, CallOutPurpose.Call, 1, "a", "sms-1", Now);
        var muster = CallOutMessage.Write(Guid.NewGuid(), callOut.Id, CallOutPurpose.Muster, 0, "a", "sms-1", Now);
        var foreign = CallOutMessage.Write(Guid.NewGuid(), Guid.NewGuid(), CallOutPurpose.Call, 1, "a", "sms-1", Now);

        Assert.Equal(call.Id, Personal.Of(callOut, call).MessageId);
        Assert.Throws<InvalidOperationException>(() => Personal.Of(callOut, muster));
        Assert.Throws<InvalidOperationException>(() => Personal.Of(callOut, foreign));
        Assert.True(callOut.Answer("a", string.Empty, Now).TryGet(out _, out _));
        Assert.Throws<InvalidOperationException>(() => Personal.Of(callOut, call));
        Assert.Equal(muster.Id, Personal.Of(callOut, muster).MessageId);
    }

    [Theory]
    [InlineData(ArrivalState.Coming, 30, true)]
    [InlineData(ArrivalState.Coming, null, false)]
    [InlineData(ArrivalState.Coming, 1441, false)]
    [InlineData(ArrivalState.Coming, -1, false)]
    [InlineData(ArrivalState.Arrived, null, true)]
    [InlineData(ArrivalState.Arrived, 5, false)]
    [InlineData(ArrivalState.CannotCome, null, true)]
    [InlineData(ArrivalState.Asked, null, false)]
    public void AnArrival_IsATimeOrAWord(ArrivalState state, int? minutes, bool isSound)
    {
        var arrival = Arrival.Ask(Guid.NewGuid(), Guid.NewGuid(), "a", Now);

        var isTaken = arrival.Take(state, minutes is { } known ? TimeSpan.FromMinutes(known) : null, Now).TryGet(out _, out var refusal);

        Assert.Equal((isSound, isSound ? null : "callouts.arrival-unsound"), (isTaken, refusal?.Code));
        Assert.Equal(isTaken && state == ArrivalState.Coming ? Now.AddMinutes(30) : null, arrival.ExpectedAt);
    }

    private static CallOut Begun(params string[] turn) => CallOut.Begin(Guid.NewGuid(), Rule, "trigger", 4, turn, Now);

    private static void Refused(string code, Outcome<CallOut> outcome)
    {
        Assert.False(outcome.TryGet(out _, out var refusal));
        Assert.Equal(code, refusal.Code);
    }
}
