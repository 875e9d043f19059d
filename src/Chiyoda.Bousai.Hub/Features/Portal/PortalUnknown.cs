namespace Chiyoda.Bousai.Hub.Features.Portal;

/// <summary>Something that is not known, and why: said to the public, so that silence is never read as «nothing».</summary>
/// <param name="Part">What is not known.</param>
/// <param name="Reason">Why.</param>
/// <param name="Since">The last moment at which it was known; <see langword="null"/> when it never was.</param>
public sealed record PortalUnknown(UnknownPart Part, UnknownReason Reason, DateTimeOffset? Since);

/// <summary>Parts of the situation that the portal speaks of.</summary>
public enum UnknownPart
{
    /// <summary>Weather warnings and advisories.</summary>
    Warnings,

    /// <summary>River levels and flood forecasts.</summary>
    Rivers,

    /// <summary>Earthquakes and tsunami.</summary>
    Earthquakes,

    /// <summary>Which shelters are open and how full they are.</summary>
    Shelters,

    /// <summary>Our own orders: only on a node that has lost its database.</summary>
    Orders,
}

/// <summary>Why something is not known.</summary>
public enum UnknownReason
{
    /// <summary>Nothing has ever come from the source.</summary>
    NeverHeard,

    /// <summary>The source answered once and does not any more.</summary>
    Silent,

    /// <summary>The source answers, and what was sent before it did (or in a gap) has not come whole yet.</summary>
    Incomplete,

    /// <summary>This deployment has no source for it.</summary>
    NotConnected,

    /// <summary>People at the place have not reported yet.</summary>
    NotReported,
}
