namespace Chiyoda.Bousai.Hub.Features.Feeds.Polling;

/// <summary>What is asked for, 1200–1299. Each is said once when it begins, never each minute; addresses are not written, lists have names.</summary>
internal static partial class PollingLog
{
    [LoggerMessage(1201, LogLevel.Warning, "{List} does not answer: {Error}; it is asked again with growing pauses")]
    public static partial void Fails(ILogger logger, string list, string error);

    [LoggerMessage(1202, LogLevel.Information, "{List} answers again after {Failures} failures")]
    public static partial void AnswersAgain(ILogger logger, string list, int failures);

    [LoggerMessage(1203, LogLevel.Warning, "An entry of {List} is refused: {Refusal}")]
    public static partial void EntryRefused(ILogger logger, string list, string refusal);

    [LoggerMessage(1204, LogLevel.Warning, "A telegram of {List} could not be fetched: {Error}; it is tried again")]
    public static partial void EntryFailed(ILogger logger, string list, string error);

    [LoggerMessage(1205, LogLevel.Error, "A round of asking failed; the next one begins within a minute")]
    public static partial void RoundFailed(ILogger logger, Exception fault);

    [LoggerMessage(1206, LogLevel.Warning, "The scheduler could not be told to ask the feeds: {Kind}")]
    public static partial void ScheduleFailed(ILogger logger, string kind);

    [LoggerMessage(1207, LogLevel.Warning, "{Source} is silent since {Since}")]
    public static partial void Silent(ILogger logger, string source, DateTimeOffset since);

    [LoggerMessage(1208, LogLevel.Information, "{Source} is heard again; the gap began at {Since}")]
    public static partial void HeardAgain(ILogger logger, string source, DateTimeOffset since);

    [LoggerMessage(1210, LogLevel.Warning, "The socket of the second source failed: {Kind}; it is opened again")]
    public static partial void SocketFailed(ILogger logger, string kind);

    [LoggerMessage(1209, LogLevel.Error, "Noting the silence of sources failed; it goes on in a moment")]
    public static partial void NotingFailed(ILogger logger, Exception fault);
}
