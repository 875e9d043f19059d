namespace Chiyoda.Bousai.Domain.Evacuation;

/// <summary>Where a proposal stands between an observation and a released order.</summary>
public enum ProposalState
{
    /// <summary>案: made by a rule or a person, seen by staff only.</summary>
    Draft,

    /// <summary>提出: somebody stands behind it and asks for the decision.</summary>
    Submitted,

    /// <summary>決裁済: a holder of authority decided; not yet outside.</summary>
    Decided,

    /// <summary>差戻し: sent back with a reason, to be submitted again.</summary>
    Returned,

    /// <summary>不採用: decided not to do it, with a reason. Final.</summary>
    Rejected,

    /// <summary>廃案: a draft that lost its ground or its time. Final.</summary>
    Discarded,

    /// <summary>発信済: a second person released it; its effect is in force. Final.</summary>
    Released,
}

/// <summary>What can be done to a proposal.</summary>
public enum ProposalStep
{
    /// <summary>提出.</summary>
    Submit,

    /// <summary>決裁の記録.</summary>
    Decide,

    /// <summary>発信 (二人確認).</summary>
    Release,

    /// <summary>差戻し.</summary>
    Return,

    /// <summary>不採用.</summary>
    Reject,

    /// <summary>廃案.</summary>
    Discard,

    /// <summary>内容の変更.</summary>
    Revise,

    /// <summary>権限者への連絡の記録、連絡不能の宣言.</summary>
    Contact,

    /// <summary>取下げ, by the submitter.</summary>
    Withdraw,
}
