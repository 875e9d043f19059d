using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Domain.CallOuts;

/// <summary>Every «no» of this capability, with its code.</summary>
public static class CallOutRefusals
{
    /// <summary>No such call-out, post or link.</summary>
    public static readonly Refusal Unknown = new(
        RefusalKind.Unknown, "callouts.unknown", "その呼出しは見つかりません。リンクが途中で切れていないか確かめるか、災害対策本部に電話してください。");

    /// <summary>Somebody else was first.</summary>
    public static readonly Refusal AlreadyAnswered = new(
        RefusalKind.Conflict, "callouts.already-answered", "この呼出しは、すでにほかの人が受けています。");

    /// <summary>A person ended it.</summary>
    public static readonly Refusal Closed = new(
        RefusalKind.Conflict, "callouts.closed", "この呼出しは取りやめになっています。");

    /// <summary>Mustering for a posture for which the plan names no posts.</summary>
    public static readonly Refusal NobodyToMuster = new(
        RefusalKind.Conflict, "callouts.nobody-to-muster", "今の体制に参集する職が、設定（incidents.json・call-out.json）にありません。電話などで呼んでください。");

    /// <summary>A link of a post that was not called yet.</summary>
    public static readonly Refusal NotCalled = new(
        RefusalKind.Conflict, "callouts.not-called", "この職はまだ呼び出されていません。");

    /// <summary>Ending one needs words.</summary>
    public static readonly Refusal ReasonMissing = new(
        RefusalKind.Invalid, "callouts.reason-missing", "理由を200字までで書いてください。");

    /// <summary>Neither coming in so long, nor there, nor unable.</summary>
    public static readonly Refusal ArrivalUnsound = new(
        RefusalKind.Invalid, "callouts.arrival-unsound", "到着の見込み（24時間まで）か、到着、参集できないのどれかを選んでください。");

    /// <summary>The request was made on an older version.</summary>
    public static readonly Refusal StaleVersion = new(
        RefusalKind.Conflict, "callouts.stale-version", "ほかの人が先に操作しました。今の状態を確かめてから、もう一度行ってください。");
}
