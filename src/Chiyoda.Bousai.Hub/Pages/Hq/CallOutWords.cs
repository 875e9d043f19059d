using Chiyoda.Bousai.Domain.CallOuts;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>The words of staff for the lists of a call-out.</summary>
internal static class CallOutWords
{
    public static string Word(this CallOutState state) => state switch
    {
        CallOutState.Calling => "呼出中",
        CallOutState.Answered => "応答あり",
        CallOutState.Unanswered => "応答なし",
        CallOutState.Closed => "取りやめ",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    public static string Word(this CallOutDelivery state) => state switch
    {
        CallOutDelivery.Waiting => "送信待ち",
        CallOutDelivery.Sending => "送信中",
        CallOutDelivery.Sent => "送信済",
        CallOutDelivery.Failed => "送信できず",
        CallOutDelivery.Dropped => "送信不要",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    public static string Word(this ArrivalState state) => state switch
    {
        ArrivalState.Asked => "返事なし",
        ArrivalState.Coming => "参集中",
        ArrivalState.Arrived => "到着",
        ArrivalState.CannotCome => "参集できない",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    /// <summary>A contact as staff say it: means, and a number when there are more than one.</summary>
    public static string Contact(string key) => key.Split('-') switch
    {
        ["mail", "1"] => "メール",
        ["mail", var number] => $"メール{number}",
        ["sms", "1"] => "SMS",
        ["sms", var number] => $"SMS{number}",
        ["voice", "1"] => "音声電話",
        ["voice", var number] => $"音声電話{number}",
        _ => key,
    };
}
