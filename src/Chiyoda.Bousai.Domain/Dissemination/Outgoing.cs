namespace Chiyoda.Bousai.Domain.Dissemination;

/// <summary>
/// What may leave the house (design rule 1). The kinds are closed: only this assembly can add one, and the gateway takes nothing else.
/// </summary>
public abstract record Outgoing
{
    private protected Outgoing(Guid messageId, Guid topicId, IReadOnlyList<string> areas, DateTimeOffset statedAt)
    {
        MessageId = messageId;
        TopicId = topicId;
        Areas = areas;
        StatedAt = statedAt;
    }

    /// <summary>The message: the first part of its effect key, and how a device knows it again.</summary>
    public Guid MessageId { get; }

    /// <summary>What it is about: the newest message of a topic takes the place of the one before.</summary>
    public Guid TopicId { get; }

    /// <summary>Codes of 町丁目, or <see cref="Addressees.Everywhere"/> alone.</summary>
    public IReadOnlyList<string> Areas { get; }

    /// <summary>When the one who states it did.</summary>
    public DateTimeOffset StatedAt { get; }

    /// <summary>Whether a device with a low battery is woken too.</summary>
    public bool Wakes => IsUrgent;

    /// <summary>The same, by kind. That no other assembly can give it keeps the kinds closed: a constructor alone would not, since every
    /// record can be copied into one that derives from it.</summary>
    private protected abstract bool IsUrgent { get; }

    /// <summary>After this it is not handed over any more; <see langword="null"/>: it holds until something takes its place.</summary>
    public virtual DateTimeOffset? ValidUntil => null;
}
