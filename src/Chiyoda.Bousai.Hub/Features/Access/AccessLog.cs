namespace Chiyoda.Bousai.Hub.Features.Access;

/// <summary>Who came in and who did not, 3000–3999: accounts by id, never by login.</summary>
internal static partial class AccessLog
{
    [LoggerMessage(3001, LogLevel.Information, "Account {AccountId} was confirmed by {Means}")]
    public static partial void Confirmed(ILogger logger, Guid accountId, string means);

    [LoggerMessage(3002, LogLevel.Warning, "Account {AccountId} was refused: wrong password, or locked after wrong ones: {IsLocked}")]
    public static partial void PasswordRefused(ILogger logger, Guid accountId, bool isLocked);

    [LoggerMessage(3003, LogLevel.Warning, "A login that does not exist was tried")]
    public static partial void UnknownLogin(ILogger logger);

    [LoggerMessage(3004, LogLevel.Warning, "A passkey was refused")]
    public static partial void PasskeyRefused(ILogger logger);

    [LoggerMessage(3005, LogLevel.Warning, "Account {AccountId} registered a passkey; it has {Passkeys} now")]
    public static partial void PasskeyAdded(ILogger logger, Guid accountId, int passkeys);

    [LoggerMessage(3006, LogLevel.Warning, "Account {AccountId} removed a passkey; it has {Passkeys} now")]
    public static partial void PasskeyRemoved(ILogger logger, Guid accountId, int passkeys);
}
