namespace Chiyoda.Bousai.Infrastructure.Feeds;

/// <summary>When a source was last heard: a telegram, a heartbeat, any valid answer.</summary>
public sealed class SourceContact
{
    private SourceContact()
    {
    }

    public SourceContact(string sourceId) => SourceId = sourceId;

    public string SourceId { get; private set; } = string.Empty;

    public DateTimeOffset HeardAt { get; set; }

    /// <summary>The moment since which it has been heard without a gap of over 3 min.</summary>
    public DateTimeOffset HeardSince { get; set; }

    /// <summary>When the source last said that it has sent everything that is in force; <see langword="null"/> when it never did.</summary>
    public DateTimeOffset? CompleteAt { get; set; }
}
