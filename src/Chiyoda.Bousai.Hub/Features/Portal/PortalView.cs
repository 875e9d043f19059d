using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Notices;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Hub.Features.Warnings;

namespace Chiyoda.Bousai.Hub.Features.Portal;

/// <summary>
/// Everything the public pages show, at one moment. Immutable: the pages of all languages are rendered from the same one,
/// so they cannot contradict each other.
/// </summary>
public sealed record PortalView
{
    public required HubMode Mode { get; init; }

    /// <summary>Where the live portal is, when it has something real and this is an exercise; <see langword="null"/> otherwise.</summary>
    public string? RealEvent { get; init; }

    public required Ward Ward { get; init; }

    /// <summary>All 町丁目 of the ward, in the order in which they are offered for choice.</summary>
    public required IReadOnlyList<Area> Areas { get; init; }

    /// <summary>The moment at which this held.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>The last entry of the chronology that is in it.</summary>
    public required long Sequence { get; init; }

    /// <summary>Our own orders: known as long as the database answers.</summary>
    public required PortalKnowledge OrdersKnowledge { get; init; }

    /// <summary>Orders in force, in any order; <see cref="OrdersByRank"/> is how they are shown.</summary>
    public required IReadOnlyList<PortalOrder> Orders { get; init; }

    /// <summary>Orders that ended within 24 hours before <see cref="AsOf"/>, newest first.</summary>
    public required IReadOnlyList<PortalEndedOrder> Ended { get; init; }

    /// <summary>Whether the list of warnings is whole.</summary>
    public required PortalKnowledge WarningsKnowledge { get; init; }

    /// <summary>Warnings in force, or last seen when they are not known.</summary>
    public required IReadOnlyList<PortalWarning> Warnings { get; init; }

    /// <summary>The required sources of hazard information, each as it is heard.</summary>
    public IReadOnlyList<PortalSource> Sources { get; init; } = [];

    /// <summary>Earthquakes of the last days, newest first.</summary>
    public IReadOnlyList<Earthquake> Earthquakes { get; init; } = [];

    /// <summary>What is issued for the ward's tsunami forecast regions.</summary>
    public IReadOnlyList<TsunamiRegion> Tsunami { get; init; } = [];

    /// <summary>What another source says that JMA has not said here, newest first.</summary>
    public IReadOnlyList<PortalUnconfirmed> Unconfirmed { get; init; } = [];

    /// <summary>Whether no tsunami means that none is announced: a sign of life of a source is not enough for it.</summary>
    public required PortalKnowledge TsunamiKnowledge { get; init; }

    /// <summary>
    /// Since when every source is heard without a gap; <see langword="null"/> while one is not. A quiet day sends nothing of earthquakes, so «none» is said
    /// for the time since then, never for what was before.
    /// </summary>
    public required DateTimeOffset? HeardSince { get; init; }

    /// <summary>Notices of the ward that hold, newest first, then those that ended within 24 hours before <see cref="AsOf"/>.</summary>
    public IReadOnlyList<PortalNotice> Notices { get; init; } = [];

    /// <summary>Notices that hold.</summary>
    public IReadOnlyList<PortalNotice> CurrentNotices => [.. Notices.Where(notice => notice.Standing == NoticeStanding.Current)];

    /// <summary>What is not known, and why.</summary>
    public required IReadOnlyList<PortalUnknown> Unknowns { get; init; }

    /// <summary>The highest first; among equals the newest.</summary>
    public IReadOnlyList<PortalOrder> OrdersByRank =>
        [.. Orders.OrderByDescending(order => order.Rank).ThenByDescending(order => order.UpdatedAt).ThenBy(order => order.Id)];

    /// <summary>The highest <see cref="PortalOrder.Rank"/> in force; 0 when nothing is.</summary>
    public int HighestRank => Orders.Count == 0 ? 0 : Orders.Max(order => order.Rank);

    /// <summary>Whether the pages stand in their alert form: the same addresses with the orders first.</summary>
    public bool IsAlert => Orders.Count > 0;
}
