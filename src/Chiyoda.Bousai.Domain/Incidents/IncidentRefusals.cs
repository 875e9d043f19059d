using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Domain.Incidents;

/// <summary>Every «no» of this capability, with its code.</summary>
public static class IncidentRefusals
{
    /// <summary>No such incident or suggestion.</summary>
    public static readonly Refusal Unknown = new(
        RefusalKind.Unknown, "incidents.unknown", "その災害対応は見つかりません。");

    /// <summary>One is active.</summary>
    public static readonly Refusal AlreadyActive = new(
        RefusalKind.Conflict, "incidents.already-active", "すでに活動中の災害対応があります。体制の変更として記録してください。");

    /// <summary>The name is missing or too long.</summary>
    public static readonly Refusal NameMissing = new(
        RefusalKind.Invalid, "incidents.name-missing", "災害名を 60 字までで入れてください。");

    /// <summary>The reason is missing or too long.</summary>
    public static readonly Refusal ReasonMissing = new(
        RefusalKind.Invalid, "incidents.reason-missing", "理由を 1,000 字までで書いてください。");

    /// <summary>No such posture in the plan.</summary>
    public static readonly Refusal UnknownPosture = new(
        RefusalKind.Invalid, "incidents.unknown-posture", "計画にない体制です。一覧から選んでください。");

    /// <summary>No such authority.</summary>
    public static readonly Refusal UnknownAuthority = new(
        RefusalKind.Invalid, "incidents.unknown-authority", "決裁権限者の一覧にない権限者です。一覧から選んでください。");

    /// <summary>Dated more than a minute ahead of its recording.</summary>
    public static readonly Refusal InTheFuture = new(
        RefusalKind.Invalid, "incidents.in-the-future", "決定の時刻が未来になっています。時刻を確かめてください。");

    /// <summary>An act before the one it follows, or an activation before what it answers.</summary>
    public static readonly Refusal OrderOfTimes = new(
        RefusalKind.Invalid, "incidents.order-of-times", "時刻の順が合いません。発災は設置の前、変更と解散は前の決定の後にしてください。");

    /// <summary>Neither name nor posture differs.</summary>
    public static readonly Refusal NothingChanges = new(
        RefusalKind.Invalid, "incidents.nothing-changes", "災害名も体制も今と同じです。変えるものがありません。");

    /// <summary>Orders would stay in force without headquarters.</summary>
    public static readonly Refusal OrdersInForce = new(
        RefusalKind.Conflict, "incidents.orders-in-force", "発令中の避難情報があります。解散しても発令中のままです。そのことを確かめたうえで、もう一度行ってください。");

    /// <summary>It ended, or was answered, before.</summary>
    public static readonly Refusal Closed = new(
        RefusalKind.Conflict, "incidents.closed", "すでに終わっています。画面を更新して、今の状態を確かめてください。");

    /// <summary>The request was made on an older version.</summary>
    public static readonly Refusal StaleVersion = new(
        RefusalKind.Conflict, "incidents.stale-version", "ほかの人が先に更新しました。最新の内容を確かめてから、もう一度行ってください。");
}
