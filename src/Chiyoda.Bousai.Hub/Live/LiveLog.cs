namespace Chiyoda.Bousai.Hub.Live;

/// <summary>Following and ringing, 7000–7999.</summary>
internal static partial class LiveLog
{
    [LoggerMessage(7101, LogLevel.Error, "Following the chronology failed; it goes on in 2 s")]
    public static partial void FollowingFailed(ILogger logger, Exception fault);

    [LoggerMessage(7102, LogLevel.Error, "Listener {Listener} failed")]
    public static partial void ListenerFailed(ILogger logger, string listener, Exception fault);

    [LoggerMessage(7103, LogLevel.Information, "Redis rings between the nodes")]
    public static partial void BackplaneUp(ILogger logger);

    [LoggerMessage(7104, LogLevel.Warning, "Redis does not ring ({Fault}); nodes read the chronology every 2 s instead")]
    public static partial void BackplaneDown(ILogger logger, string fault);
}
