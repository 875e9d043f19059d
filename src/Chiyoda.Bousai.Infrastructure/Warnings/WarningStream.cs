using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Domain.Warnings;

namespace Chiyoda.Bousai.Infrastructure.Warnings;

/// <summary>What is in force by one stream: the fold of its statements, kept so that reading costs one query.</summary>
public sealed class WarningStream
{
    private WarningStream()
    {
    }

    public WarningStream(string key, Guid id, string family, TelegramStatus status)
    {
        Key = key;
        Id = id;
        Family = family;
        Status = status;
    }

    public string Key { get; private set; } = string.Empty;

    /// <summary>The subject id of its entries.</summary>
    public Guid Id { get; private set; }

    /// <summary>Telegram family, for example VPWW55: which parts of a full state were ever received.</summary>
    public string Family { get; private set; } = string.Empty;

    public TelegramStatus Status { get; private set; }

    public int Version { get; set; }

    public DateTimeOffset ReportedAt { get; set; }

    public IReadOnlyList<HazardWarning> InForce { get; set; } = [];
}
