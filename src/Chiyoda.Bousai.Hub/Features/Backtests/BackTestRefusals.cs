using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Hub.Features.Backtests;

/// <summary>Why a back-test on the page is not run.</summary>
internal static class BackTestRefusals
{
    public static readonly Refusal NothingChosen = new(
        RefusalKind.Invalid, "backtests.nothing-chosen", "試す電文がありません。電文を受信した期間を入れるか、電文のファイルを選んでください。");

    public static readonly Refusal SpanUnreadable = new(
        RefusalKind.Invalid, "backtests.span-unreadable", "期間を読み取れません。始めと終わりの両方を、始めが先になるように入れてください。");

    public static readonly Refusal TooMany = new(
        RefusalKind.Invalid, "backtests.too-many",
        $"電文が多すぎます。1回に {BackTestBounds.OfPage.Telegrams:N0} 通・合計 {BackTestBounds.OfPage.Octets >> 20:N0} MiB までです。期間を短くするか、hub backtest コマンドを使ってください。");

    public static readonly Refusal FileUnreadable = new(
        RefusalKind.Invalid, "backtests.file-unreadable", "ファイルを読み取れません。電文は .xml か、.xml を入れた .zip、基準は .json か、.json を入れた .zip を選んでください。基準に同じ名前のファイルが2つあってもいけません。");

    public static readonly Refusal CriteriaTooLarge = new(
        RefusalKind.Invalid, "backtests.criteria-too-large", "基準のファイルが大きすぎます。100 個・合計 2 MiB までです。");

    public static readonly Refusal CriteriaWrong = new(
        RefusalKind.Invalid, "backtests.criteria-wrong", "送られた基準に誤りがあります。下の一覧のすべてを直してから、もう一度試してください。");

    public static readonly Refusal ThresholdWrong = new(
        RefusalKind.Invalid, "backtests.threshold-wrong", "試すレベルは 2〜5 から選んでください。");

    public static readonly Refusal Busy = new(
        RefusalKind.Conflict, "backtests.busy", "ほかの人が検証を実行しています。終わるまで少し待ってから、もう一度実行してください。");

    public static readonly Refusal TookTooLong = new(
        RefusalKind.Conflict, "backtests.took-too-long",
        $"{BackTestDesk.Within.TotalSeconds:0}秒以内に終わらなかったため、やめました。期間を短くするか、hub backtest コマンドを使ってください。");
}
