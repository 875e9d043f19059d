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

    /// <summary>The word on screens and in the chronology.</summary>
    /// <param name="channel">A channel name.</param>
    /// <returns>The Japanese word; the name itself for a channel without one.</returns>
    public static string Word(string channel) => channel switch
    {
        WebPush => "プッシュ通知",
        SignalR => "画面の自動更新",
        Portal => "防災ポータル",
        _ => channel,
    };
}
