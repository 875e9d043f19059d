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

    /// <summary>Noting as told by hand what is not told by hand here.</summary>
    public static readonly Refusal NotByHand = new(
        RefusalKind.Invalid, "dissemination.not-by-hand", "この経路には、手で入力する文面がありません。画面を更新して確かめてください。");

    /// <summary>Noting as told by hand the words of a decision that another has followed.</summary>
    public static readonly Refusal TextSuperseded = new(
        RefusalKind.Conflict, "dissemination.text-superseded",
        "この文面のあとに、新しい決定が発信されました。記録していません。今の文面を確かめ、放送・入力し直してください。");

    /// <summary>A receipt that names no event, or no message.</summary>
    public static readonly Refusal ReceiptMalformed = new(
        RefusalKind.Invalid, "dissemination.receipt-malformed", "受信の報告を読み取れません。token と event（shown / opened / confirmed）を指定してください。");
}
