namespace Chiyoda.Bousai.Domain.Dissemination;

/// <summary>The channels by their names on the wire: a closed list.</summary>
public static class ChannelNames
{
    /// <summary>Web push to subscribed devices.</summary>
    public const string WebPush = "webpush";

    /// <summary>The doorbell to open pages.</summary>
    public const string SignalR = "signalr";

    /// <summary>The public pages.</summary>
    public const string Portal = "portal";

    /// <summary>緊急速報メール, by a system of the prefecture or the carriers.</summary>
    public const string AreaMail = "area-mail";

    /// <summary>防災行政無線.</summary>
    public const string Loudspeaker = "loudspeaker";

    /// <summary>Short messages.</summary>
    public const string Sms = "sms";

    /// <summary>X.</summary>
    public const string X = "x";

    /// <summary>LINE.</summary>
    public const string Line = "line";

    /// <summary>E-mail.</summary>
    public const string Email = "email";

    /// <summary>The word on screens and in the chronology.</summary>
    /// <param name="channel">A channel name.</param>
    /// <returns>The Japanese word; the name itself for a channel without one.</returns>
    public static string Word(string channel) => channel switch
    {
        WebPush => "プッシュ通知",
        SignalR => "画面の自動更新",
        Portal => "防災ポータル",
        AreaMail => "緊急速報メール",
        Loudspeaker => "防災行政無線",
        Sms => "SMS",
        X => "X",
        Line => "LINE",
        Email => "メール",
        _ => channel,
    };
}
