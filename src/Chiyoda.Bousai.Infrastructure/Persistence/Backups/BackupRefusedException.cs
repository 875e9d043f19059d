namespace Chiyoda.Bousai.Infrastructure.Persistence.Backups;

/// <summary>A backup cannot be made or restored like this; the message says why and what to do. Nothing was changed.</summary>
public sealed class BackupRefusedException : Exception
{
    public BackupRefusedException()
    {
    }

    public BackupRefusedException(string message)
        : base(message)
    {
    }

    public BackupRefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
