using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Domain.CallOuts;

/// <summary>A step of a call-out. Entries name posts and outcomes, never an address.</summary>
/// <param name="CallOut">The call-out after the step.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="OccurredAt">When.</param>
public abstract record CallOutFact(CallOut CallOut, Actor Actor, DateTimeOffset OccurredAt) : Fact(Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override Guid SubjectId => CallOut.Id;

    /// <inheritdoc/>
    public override object AfterImage => CallOut;
}

/// <summary>A rule set it off.</summary>
/// <inheritdoc cref="CallOutFact"/>
public sealed record CallOutBegun(CallOut CallOut, DateTimeOffset OccurredAt) : CallOutFact(CallOut, Actor.Hub, OccurredAt)
{
    /// <inheritdoc/>
    public override string Kind => "callouts.begun";

    /// <inheritdoc/>
    public override string Summary => $"参集の呼出しを開始: {CallOut.Reason}";
}

/// <summary>A person mustered the posts of the posture that is set up.</summary>
/// <param name="CallOut">The call-out.</param>
/// <param name="Staffing">Who comes.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="OccurredAt">When.</param>
public sealed record StaffMustered(CallOut CallOut, Staffing Staffing, Actor Actor, DateTimeOffset OccurredAt) : CallOutFact(CallOut, Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override string Kind => "callouts.mustered";

    /// <inheritdoc/>
    public override string Summary => $"職員の参集を指示: {Staffing.Name}（{Staffing.Posts.Count}職）";
}

/// <summary>A post is called in its turn.</summary>
/// <param name="CallOut">The call-out after the step.</param>
/// <param name="Post">The post.</param>
/// <param name="Contacts">By how many contacts.</param>
/// <param name="OccurredAt">When.</param>
public sealed record PostCalled(CallOut CallOut, DutyPost Post, int Contacts, DateTimeOffset OccurredAt) : CallOutFact(CallOut, Actor.Hub, OccurredAt)
{
    /// <inheritdoc/>
    public override string Kind => "callouts.post-called";

    /// <inheritdoc/>
    public override string Summary => $"参集の呼出し: {Post.Name}（{(CallOut.Round > 1 ? $"第{CallOut.Round}巡、" : string.Empty)}{CallOut.Called}番目、連絡先{Contacts}）";
}

/// <summary>Somebody answered.</summary>
/// <param name="CallOut">The call-out after the step.</param>
/// <param name="Who">Post or person.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="OccurredAt">When.</param>
public sealed record CallOutAnswered(CallOut CallOut, string Who, Actor Actor, DateTimeOffset OccurredAt) : CallOutFact(CallOut, Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override string Kind => "callouts.answered";

    /// <inheritdoc/>
    public override string Summary => $"参集の呼出しに応答: {Who}（{CallOut.Reason}）";
}

/// <summary>The list is through and nobody answered: the loudest alarm there is.</summary>
/// <inheritdoc cref="CallOutFact"/>
public sealed record CallOutUnanswered(CallOut CallOut, DateTimeOffset OccurredAt) : CallOutFact(CallOut, Actor.Hub, OccurredAt)
{
    /// <inheritdoc/>
    public override string Kind => "callouts.unanswered";

    /// <inheritdoc/>
    public override string Summary => CallOut.Turn.Count == 0
        ? $"異常: 呼び出せる連絡先がありません（{CallOut.Reason}）"
        : $"異常: 参集の呼出しにだれも応答しません（{CallOut.Reason}、{CallOut.Turn.Count}職{(CallOut.NextAt is null ? "、呼出しは終わり" : "、続けて呼びます")}）";
}

/// <summary>A person ended it.</summary>
/// <inheritdoc cref="CallOutFact"/>
public sealed record CallOutClosed(CallOut CallOut, Actor Actor, DateTimeOffset OccurredAt) : CallOutFact(CallOut, Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override string Kind => "callouts.closed";

    /// <inheritdoc/>
    public override string Summary => $"参集の呼出しを取りやめ: {CallOut.Reason} 理由: {CallOut.Note}";
}

/// <summary>What is known of the arrival of a post changed.</summary>
/// <param name="Arrival">The arrival after the step.</param>
/// <param name="Post">The post.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="OccurredAt">When.</param>
public sealed record ArrivalNoted(Arrival Arrival, DutyPost Post, Actor Actor, DateTimeOffset OccurredAt) : Fact(Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override string Kind => "callouts.arrival-noted";

    /// <inheritdoc/>
    public override Guid SubjectId => Arrival.Id;

    /// <inheritdoc/>
    public override object AfterImage => Arrival;

    /// <inheritdoc/>
    public override string Summary => Arrival.State switch
    {
        ArrivalState.Coming => $"参集: {Post.Name} {Arrival.ExpectedAt!.Value.Clock()} 到着見込み",
        ArrivalState.Arrived => $"参集: {Post.Name} 到着",
        _ => $"参集: {Post.Name} 参集できない",
    };
}
