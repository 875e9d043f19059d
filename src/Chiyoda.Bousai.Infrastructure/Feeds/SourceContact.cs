namespace Chiyoda.Bousai.Infrastructure.Feeds;

/// <summary>When a source was last heard: a telegram, a heartbeat, any valid answer; and what was written down about its silences.</summary>
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

    /// <summary>When the source last said that it has sent everything that is in force, or everything was received anew; <see langword="null"/> when that never was.</summary>
    public DateTimeOffset? CompleteAt { get; set; }

    /// <summary>Whether everything in force was received since contact began: what was missed in a gap is not known by one sign of life.</summary>
    public bool IsComplete => CompleteAt >= HeardSince;

    /// <summary>Until when it was heard before its last gap, which lasted to <see cref="HeardSince"/>; <see langword="null"/> without one.</summary>
    public DateTimeOffset? GapFrom { get; set; }

    /// <summary>Until when everything was known before contact was lost; <see langword="null"/> when it never was.</summary>
    public DateTimeOffset? KnownUntil { get; set; }

    /// <summary>The beginning of the last silence that stands in the chronology.</summary>
    public DateTimeOffset? NotedSilentFrom { get; set; }

    /// <summary>The beginning of the last silence whose end stands in the chronology.</summary>
    public DateTimeOffset? NotedBackFrom { get; set; }
}
