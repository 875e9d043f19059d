using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Domain.Evacuation;

namespace Chiyoda.Bousai.Hub.Features.Portal;

/// <summary>An order that ended within 24 hours. Its end is said as carefully as its beginning, and never as «safe».</summary>
/// <param name="Id">The order.</param>
/// <param name="State">How it ended; never <see cref="OrderState.Issued"/>.</param>
/// <param name="Hazard">The hazard.</param>
/// <param name="Cause">River, coast or slope, or <see langword="null"/>.</param>
/// <param name="Level">The level that last held, or <see langword="null"/>.</param>
/// <param name="Areas">The areas that last held.</param>
/// <param name="EndedAt">When it ended.</param>
public sealed record PortalEndedOrder(
    Guid Id,
    OrderState State,
    Hazard Hazard,
    LocalizedText? Cause,
    int? Level,
    IReadOnlyList<Area> Areas,
    DateTimeOffset EndedAt)
{
    /// <summary>What was announced of its end by law; <see langword="null"/> for level 3, and when the ward announces elsewhere.</summary>
    public PortalAnnouncement? Announcement { get; init; }
}
