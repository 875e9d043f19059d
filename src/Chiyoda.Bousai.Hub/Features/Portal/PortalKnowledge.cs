using Chiyoda.Bousai.Domain.Feeds;

namespace Chiyoda.Bousai.Hub.Features.Portal;

/// <summary>How well a part is known, and since when it is not.</summary>
/// <param name="State">The state.</param>
/// <param name="Since">The last moment at which it was known; <see langword="null"/> while it is, and when it never was.</param>
public readonly record struct PortalKnowledge(KnowledgeState State, DateTimeOffset? Since)
{
    /// <summary>Known.</summary>
    public static PortalKnowledge Known { get; } = new(KnowledgeState.Known, null);

    /// <summary>Whether no items means that there are none.</summary>
    public bool IsKnown => State == KnowledgeState.Known;
}
