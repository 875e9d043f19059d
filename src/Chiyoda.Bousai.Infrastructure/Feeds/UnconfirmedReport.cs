namespace Chiyoda.Bousai.Infrastructure.Feeds;

/// <summary>A report of an earthquake or a tsunami from another source than its issuer: shown as unconfirmed, and ground for nothing.</summary>
public sealed class UnconfirmedReport
{
    private UnconfirmedReport()
    {
    }

    public UnconfirmedReport(string id, string sourceId) => (Id, SourceId) = (id, sourceId);

    /// <summary>The source's own id: the same report comes more than once.</summary>
    public string Id { get; private set; } = string.Empty;

    public string SourceId { get; private set; } = string.Empty;

    /// <summary>The source's own number for the kind of report.</summary>
    public int Kind { get; init; }

    /// <summary>When the ground shook, or the report's own time where it names none.</summary>
    public DateTimeOffset OccurredAt { get; init; }

    public DateTimeOffset IssuedAt { get; init; }

    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The octets as they came, text in UTF-8.</summary>
    public string Text { get; init; } = string.Empty;
}
