using System.ComponentModel.DataAnnotations;

namespace Chiyoda.Bousai.Hub.Features.Feeds.Polling;

/// <summary>P2P地震情報 as second source of earthquakes and tsunamis: shown as unconfirmed, ground for nothing. Off unless somebody turns it on.</summary>
internal sealed class P2PQuakeOptions
{
    public const string Section = "P2PQuake";

    public bool Enabled { get; init; }

    /// <summary>The API, ending in «/»; https, or http to this machine in an exercise.</summary>
    public string Base { get; init; } = "https://api.p2pquake.net/v2/";

    /// <summary>The WebSocket, which is half a second ahead; empty = the history alone.</summary>
    public string Socket { get; init; } = "wss://api.p2pquake.net/v2/ws";

    /// <summary>The source of <c>ward.json</c> that is heard by it.</summary>
    [Required]
    public string Source { get; init; } = "p2pquake";

    /// <summary>How often the history is asked, 30 s – 2 min, and below <c>Feeds:SilentAfter</c>; the API allows 60 questions a minute.</summary>
    [Range(typeof(TimeSpan), "00:00:30", "00:02:00")]
    public TimeSpan Every { get; init; } = TimeSpan.FromMinutes(1);
}
