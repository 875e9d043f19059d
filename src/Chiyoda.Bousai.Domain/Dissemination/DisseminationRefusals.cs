using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Domain.Dissemination;

/// <summary>Every «no» of this capability, with its code.</summary>
public static class DisseminationRefusals
{
    /// <summary>Nothing was ever sent for this order.</summary>
    public static readonly Refusal UnknownOrder = new(
        RefusalKind.Unknown, "dissemination.unknown-order", "その避難情報の配信は見つかりません。");

    /// <summary>Nothing was ever sent for this decision.</summary>
    public static readonly Refusal UnknownDecision = new(
        RefusalKind.Unknown, "dissemination.unknown-decision", "その決裁の配信は見つかりません。");

    /// <summary>Resuming what is not held.</summary>
    public static readonly Refusal NotHeld = new(
        RefusalKind.Conflict, "dissemination.not-held", "保留中の配信はありません。画面を更新して状態を確かめてください。");

    /// <summary>A receipt that names no event, or no message.</summary>
    public static readonly Refusal ReceiptMalformed = new(
        RefusalKind.Invalid, "dissemination.receipt-malformed", "受信の報告を読み取れません。token と event（shown / opened / confirmed）を指定してください。");
}
