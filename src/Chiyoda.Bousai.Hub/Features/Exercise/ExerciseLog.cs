namespace Chiyoda.Bousai.Hub.Features.Exercise;

/// <summary>The watch over the live hub, 9400–9499.</summary>
internal static partial class ExerciseLog
{
    [LoggerMessage(9401, LogLevel.Warning, "The live hub could not be looked at; it is tried again")]
    public static partial void LookFailed(ILogger logger, Exception fault);
}
