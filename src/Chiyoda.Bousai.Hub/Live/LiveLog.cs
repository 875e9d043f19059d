namespace Chiyoda.Bousai.Hub.Live;

/// <summary>Following and ringing, 7000–7999.</summary>
internal static partial class LiveLog
{
    [LoggerMessage(7101, LogLevel.Error, "Following the chronology failed; it goes on in 2 s")]
    public static partial void FollowingFailed(ILogger logger, Exception fault);

    [LoggerMessage(7102, LogLevel.Error, "Listener {Listener} failed")]
    public static partial void ListenerFailed(ILogger logger, string listener, Exception fault);
}
