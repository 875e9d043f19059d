namespace Chiyoda.Bousai.Infrastructure.Dissemination;

/// <summary>The channels by which this hub sends by itself. Each decision gets one dispatch per name; nothing pretends to be sent.</summary>
/// <param name="Names">Names on the wire, each once.</param>
public sealed record ConnectedChannels(IReadOnlyList<string> Names);
