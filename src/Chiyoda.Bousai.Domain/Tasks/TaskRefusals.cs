using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Domain.Tasks;

/// <summary>Every «no» of this capability, with its code.</summary>
public static class TaskRefusals
{
    /// <summary>No such task.</summary>
    public static readonly Refusal Unknown = new(
        RefusalKind.Unknown, "tasks.unknown", "その対応事項は見つかりません。");

    /// <summary>It was done or dropped before.</summary>
    public static readonly Refusal Closed = new(
        RefusalKind.Conflict, "tasks.closed", "この対応事項はすでに終わっています。画面を更新して、今の状態を確かめてください。");

    /// <summary>A report is done by noting how, to whom and when it was made.</summary>
    public static readonly Refusal ReportMissing = new(
        RefusalKind.Conflict, "tasks.report-missing", "報告した手段・相手・時刻を、避難情報の「転記票・報告・公示文」の画面で記録してください。記録すると完了になります。");

    /// <summary>Dropping needs words.</summary>
    public static readonly Refusal ReasonMissing = new(
        RefusalKind.Invalid, "tasks.reason-missing", "不要とする理由を書いてください。");

    /// <summary>Over 1,000 characters.</summary>
    public static readonly Refusal NoteTooLong = new(
        RefusalKind.Invalid, "tasks.note-too-long", "メモは 1,000 字までにしてください。");

    /// <summary>The request was made on an older version.</summary>
    public static readonly Refusal StaleVersion = new(
        RefusalKind.Conflict, "tasks.stale-version", "ほかの人が先に更新しました。最新の内容を確かめてから、もう一度行ってください。");
}
