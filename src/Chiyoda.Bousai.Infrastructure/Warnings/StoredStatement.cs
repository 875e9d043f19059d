using Chiyoda.Bousai.Domain.Warnings;

namespace Chiyoda.Bousai.Infrastructure.Warnings;

/// <summary>A statement of a telegram about its stream, kept so that the fold can be made anew in any order.</summary>
public sealed class StoredStatement
{
    private StoredStatement()
    {
    }

    public StoredStatement(WarningStatement statement)
    {
        TelegramId = statement.TelegramId;
        Stream = statement.Stream;
        ReportedAt = statement.ReportedAt;
        Statement = statement;
    }

    public Guid TelegramId { get; private set; }

    public string Stream { get; private set; } = string.Empty;

    public DateTimeOffset ReportedAt { get; private set; }

    public WarningStatement Statement { get; private set; } = null!;
}
