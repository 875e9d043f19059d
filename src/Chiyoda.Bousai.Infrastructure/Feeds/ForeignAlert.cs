using Chiyoda.Bousai.Telegrams.Cap;

namespace Chiyoda.Bousai.Infrastructure.Feeds;

/// <summary>An alert of the Common Alerting Protocol from a feed of another service: shown to staff for information, and ground for nothing.</summary>
public sealed class ForeignAlert
{
    private ForeignAlert()
    {
    }

    public ForeignAlert(string key, string sourceId) => (Key, SourceId) = (key, sourceId);

    /// <summary>SHA-256 of sender, identifier and sent, which make an alert what it is; lower-case hexadecimal.</summary>
    public string Key { get; private set; } = string.Empty;

    public string SourceId { get; private set; } = string.Empty;

    /// <summary>The list that named it, <see cref="PolledAddress.Id"/>.</summary>
    public string List { get; init; } = string.Empty;

    /// <summary>When it was sent, as <see cref="CapSummary.SentAt"/>.</summary>
    public DateTimeOffset SentAt { get; init; }

    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>What is shown of it.</summary>
    public CapSummary Summary { get; init; } = null!;

    /// <summary>The octets as they came.</summary>
    public byte[] Octets { get; init; } = [];
}
