namespace Chiyoda.Bousai.Hub.Features.Portal;

/// <summary>The public pages, 8500–8999.</summary>
internal static partial class PortalLog
{
    [LoggerMessage(8501, LogLevel.Error, "The public pages could not be renewed; the last ones stay")]
    public static partial void PublishFailed(ILogger logger, Exception fault);

    [LoggerMessage(8502, LogLevel.Warning, "The mirror folder cannot be written; pages are served from memory")]
    public static partial void MirrorFailed(ILogger logger, Exception fault);

    [LoggerMessage(8503, LogLevel.Error, "The translated page {Path} is not served: {Problem}")]
    public static partial void TranslationDiffers(ILogger logger, string path, string problem);
}
