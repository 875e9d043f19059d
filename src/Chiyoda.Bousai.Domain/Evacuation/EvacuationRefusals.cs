using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Domain.Evacuation;

/// <summary>Every «no» of this capability, with its code.</summary>
public static class EvacuationRefusals
{
    /// <summary>Release without a recorded decision.</summary>
    public static readonly Refusal NoDecision = new(
        RefusalKind.Conflict, "evacuation.no-decision", "決裁が記録されていません。権限者の決裁を記録してから発信してください。");

    /// <summary>The submitter asked to release (design rule 2).</summary>
    public static readonly Refusal ReleaserIsSubmitter = new(
        RefusalKind.Forbidden, "evacuation.releaser-is-submitter", "提出した本人は発信できません。ほかの発信権限者に確認と発信を依頼してください。");

    /// <summary>A step that needs a submitted proposal.</summary>
    public static readonly Refusal NotSubmitted = new(
        RefusalKind.Conflict, "evacuation.not-submitted", "まだ提出されていません。先に提出してください。");

    /// <summary>Submitted twice.</summary>
    public static readonly Refusal AlreadySubmitted = new(
        RefusalKind.Conflict, "evacuation.already-submitted", "すでに提出されています。画面を更新してください。");

    /// <summary>Decided twice.</summary>
    public static readonly Refusal AlreadyDecided = new(
        RefusalKind.Conflict, "evacuation.already-decided", "すでに決裁が記録されています。変えるときは差し戻してください。");

    /// <summary>Released before.</summary>
    public static readonly Refusal AlreadyReleased = new(
        RefusalKind.Conflict, "evacuation.already-released", "すでに発信されています。変えるときは、避難情報の画面から解除の案を提出してください。");

    /// <summary>Only drafts are discarded.</summary>
    public static readonly Refusal NotADraft = new(
        RefusalKind.Conflict, "evacuation.not-a-draft", "提出されたものは廃案にできません。差戻しか不採用にしてください。");

    /// <summary>Rejected or discarded: final.</summary>
    public static readonly Refusal Closed = new(
        RefusalKind.Conflict, "evacuation.closed", "この案は終了しています。画面を更新して、今の案を確かめてください。");

    /// <summary>No such proposal.</summary>
    public static readonly Refusal UnknownProposal = new(
        RefusalKind.Unknown, "evacuation.unknown-proposal", "その案は見つかりません。");

    /// <summary>No such order.</summary>
    public static readonly Refusal UnknownOrder = new(
        RefusalKind.Unknown, "evacuation.unknown-order", "その避難情報は見つかりません。");

    /// <summary>No such authority in <c>roles.json</c>.</summary>
    public static readonly Refusal UnknownAuthority = new(
        RefusalKind.Invalid, "evacuation.unknown-authority", "決裁権限者の一覧にない権限者です。一覧から選んでください。");

    /// <summary>The authority does not cover this hazard or level.</summary>
    public static readonly Refusal AuthorityDoesNotCover = new(
        RefusalKind.Invalid, "evacuation.authority-does-not-cover", "この権限者は、この災害種別または警戒レベルを決裁できません。");

    /// <summary>The decision lies more than a minute ahead of its recording.</summary>
    public static readonly Refusal DecisionInTheFuture = new(
        RefusalKind.Invalid, "evacuation.decision-in-the-future", "決裁の時刻が未来になっています。時刻を確かめてください。");

    /// <summary>Return, reject and lift need words.</summary>
    public static readonly Refusal ReasonMissing = new(
        RefusalKind.Invalid, "evacuation.reason-missing", "理由を書いてください。");

    /// <summary>The request was made on an older version.</summary>
    public static readonly Refusal StaleVersion = new(
        RefusalKind.Conflict, "evacuation.stale-version", "ほかの人が先に更新しました。最新の内容を確かめてから、もう一度行ってください。");

    /// <summary>The order is not in force any more.</summary>
    public static readonly Refusal OrderEnded = new(
        RefusalKind.Conflict, "evacuation.order-ended", "この避難情報はすでに終了しています。");

    /// <summary>The order was raised, or gave areas up, after the lift was asked: people would be told of what does not hold.</summary>
    public static readonly Refusal OrderChanged = new(
        RefusalKind.Conflict, "evacuation.order-changed", "解除案の提出後に避難情報の内容が変わりました。不採用にして、今の内容から解除案を作り直してください。");

    /// <summary>A lift for this order waits already.</summary>
    public static readonly Refusal LiftAlreadyAsked = new(
        RefusalKind.Conflict, "evacuation.lift-already-asked", "この避難情報の解除案がすでに手続き中です。");

    /// <summary>What is in force for the same hazard, cause and area is higher: an issue never lowers it.</summary>
    public static readonly Refusal HigherInForce = new(
        RefusalKind.Conflict, "evacuation.higher-in-force", "同じ災害と原因で、より高い警戒レベルが発令中のため、発信できません。下げるときは、先に発令中の避難情報を解除してください。");

    /// <summary>Two orders in one area would tell people different things (design rule 13).</summary>
    public static readonly Refusal ActionsDiffer = new(
        RefusalKind.Conflict, "evacuation.actions-differ", "同じ町丁目に、とるべき行動の違う避難情報が発令中です。先にそれを解除するか、この案を不採用にしてください。");
}
