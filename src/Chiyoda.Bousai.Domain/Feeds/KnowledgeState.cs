namespace Chiyoda.Bousai.Domain.Feeds;

/// <summary>How well the hub knows a part of the situation (design §4), from good to bad. «None» is known with no items, and never anything else.</summary>
public enum KnowledgeState
{
    /// <summary>Every required source answered lately.</summary>
    Known,

    /// <summary>It was known not long ago; what was last seen is shown with its time.</summary>
    Stale,

    /// <summary>Nothing can be said; what was last seen, if anything, is shown with its time.</summary>
    Unknown,
}
