using Chiyoda.Bousai.Telegrams.P2PQuake;

namespace Chiyoda.Bousai.Hub.Features.Portal;

/// <summary>What another source than JMA says of an earthquake or a tsunami of which JMA has said nothing here yet. Nothing follows from it.</summary>
/// <param name="Report">What it says.</param>
/// <param name="Source">The source's name.</param>
/// <param name="ReceivedAt">When this hub received it.</param>
public sealed record PortalUnconfirmed(P2PQuakeReport Report, string Source, DateTimeOffset ReceivedAt);
