namespace Chiyoda.Bousai.Hub.Features.Feeds;

/// <summary>What comes in, 1000–1999.</summary>
internal static partial class FeedsLog
{
    [LoggerMessage(1101, LogLevel.Information, "Telegram {TelegramId} {Type} received: {Outcome}")]
    public static partial void Received(ILogger logger, Guid telegramId, string type, string outcome);

    [LoggerMessage(1102, LogLevel.Error, "Reading telegram {TelegramId} failed; its octets are stored")]
    public static partial void ReaderFailed(ILogger logger, Guid telegramId, Exception defect);

    [LoggerMessage(1103, LogLevel.Error, "Working out telegram {TelegramId} failed; it will be tried again")]
    public static partial void WorkOutFailed(ILogger logger, Guid telegramId, Exception fault);

    [LoggerMessage(1104, LogLevel.Warning, "Folder {Folder} cannot be read")]
    public static partial void FolderUnreadable(ILogger logger, string folder, Exception fault);

    [LoggerMessage(1106, LogLevel.Warning, "File {File} of the watched folder cannot be read")]
    public static partial void FileUnreadable(ILogger logger, string file, Exception fault);

    [LoggerMessage(1105, LogLevel.Error, "The telegram sweep failed; it goes on in a moment")]
    public static partial void SweepFailed(ILogger logger, Exception fault);

    [LoggerMessage(1109, LogLevel.Warning, "Octets of replaced summaries are still kept; the next summary drops them")]
    public static partial void SummariesKept(ILogger logger, Exception fault);
}
