namespace Chiyoda.Bousai.Domain.Dissemination;

/// <summary>
/// An order or a notice as it was decided and released: the ward's own word (design rule 1). It cannot be made but from what a second
/// person released.
/// </summary>
public abstract record Release : Outgoing
{
    private protected Release(Guid decisionId, Guid topicId, IReadOnlyList<string> areas, DateTimeOffset releasedAt)
        : base(decisionId, topicId, areas, releasedAt)
    {
    }

    /// <summary>The decision version; the first part of the effect key.</summary>
    public Guid DecisionId => MessageId;

    /// <summary>When the second person let it out.</summary>
    public DateTimeOffset ReleasedAt => StatedAt;
}
