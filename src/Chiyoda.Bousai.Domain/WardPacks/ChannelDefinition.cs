namespace Chiyoda.Bousai.Domain.WardPacks;

/// <summary>A channel as the ward declares it; nothing pretends to be sent.</summary>
/// <param name="Id">Closed word: <c>webpush signalr portal email line webhook cap rss signage area-mail loudspeaker sms x</c>.</param>
/// <param name="Name">Name as staff read it.</param>
/// <param name="State">What it can do here.</param>
public sealed record ChannelDefinition(string Id, string Name, ChannelState State);

/// <summary>What a channel can do in this deployment.</summary>
public enum ChannelState
{
    /// <summary>The hub sends by itself.</summary>
    Connected,

    /// <summary>The hub makes the text, a person enters it elsewhere.</summary>
    Manual,

    /// <summary>Not in use.</summary>
    Off,
}
