using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Domain.Relays;

/// <summary>Every «no» of this capability, with its code.</summary>
public static class RelayRefusals
{
    /// <summary>No such rule in the pack, or no such version on its way.</summary>
    public static readonly Refusal UnknownRule = new(
        RefusalKind.Unknown, "relays.unknown-rule", "その伝達の定めは見つかりません。");

    /// <summary>This content was submitted before and is on its way, or released.</summary>
    public static readonly Refusal AlreadySubmitted = new(
        RefusalKind.Conflict, "relays.already-submitted", "この定めは、すでに提出または発効しています。画面を更新してください。");

    /// <summary>The file was changed after the person looked.</summary>
    public static readonly Refusal ContentChanged = new(
        RefusalKind.Conflict, "relays.content-changed", "画面を開いたあとに定めの内容が変わりました。今の内容を確かめてから、もう一度行ってください。");

    /// <summary>A decision needs a submitted version without one.</summary>
    public static readonly Refusal NotSubmitted = new(
        RefusalKind.Conflict, "relays.not-submitted", "決裁を待っている定めではありません。画面を更新してください。");

    /// <summary>Release without a decision.</summary>
    public static readonly Refusal NoDecision = new(
        RefusalKind.Conflict, "relays.no-decision", "決裁が記録されていません。権限者の決裁を記録してから発効させてください。");

    /// <summary>The submitter asked to release (design rule 2).</summary>
    public static readonly Refusal ReleaserIsSubmitter = new(
        RefusalKind.Forbidden, "relays.releaser-is-submitter", "提出した本人は発効させられません。ほかの発信権限者に確認を依頼してください。");

    /// <summary>No such authority.</summary>
    public static readonly Refusal UnknownAuthority = new(
        RefusalKind.Invalid, "relays.unknown-authority", "決裁権限者の一覧にない権限者です。一覧から選んでください。");

    /// <summary>The authority does not cover all that the rule tells.</summary>
    public static readonly Refusal AuthorityDoesNotCover = new(
        RefusalKind.Invalid, "relays.authority-does-not-cover", "この権限者は、この定めが伝える災害種別または警戒レベルのすべてを決裁できません。");

    /// <summary>The decision lies more than a minute ahead of its recording.</summary>
    public static readonly Refusal DecisionInTheFuture = new(
        RefusalKind.Invalid, "relays.decision-in-the-future", "決裁の時刻が未来になっています。時刻を確かめてください。");

    /// <summary>Revoking needs words.</summary>
    public static readonly Refusal ReasonMissing = new(
        RefusalKind.Invalid, "relays.reason-missing", "理由を書いてください。");

    /// <summary>Revoked, replaced, or released before: this step is over.</summary>
    public static readonly Refusal Closed = new(
        RefusalKind.Conflict, "relays.closed", "この操作は、もう行えません。画面を更新して、今の状態を確かめてください。");

    /// <summary>The request was made on an older version.</summary>
    public static readonly Refusal StaleVersion = new(
        RefusalKind.Conflict, "relays.stale-version", "ほかの人が先に更新しました。最新の内容を確かめてから、もう一度行ってください。");
}
