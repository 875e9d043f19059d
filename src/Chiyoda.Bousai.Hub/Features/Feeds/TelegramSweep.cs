using Microsoft.Extensions.Options;

namespace Chiyoda.Bousai.Hub.Features.Feeds;

/// <summary>Every few seconds: finishes telegrams that were stored and not worked out, and takes new files from the watched folder.</summary>
internal sealed class TelegramSweep(TelegramInbox inbox, IOptions<FeedsOptions> options, TimeProvider clock, ILogger<TelegramSweep> logger) : BackgroundService
{
    private readonly Dictionary<string, Look> _looks = new(StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.FolderInterval, clock);
        do
        {
            try
            {
                await inbox.SweepAsync(stoppingToken);
                await TakeFolderAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                FeedsLog.SweepFailed(logger, fault);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>A file counts once it has kept its size and time between two looks: a half-written one is left for the next.</summary>
    private async Task TakeFolderAsync(CancellationToken cancellationToken)
    {
        var folder = options.Value.Folder;
        if (folder.Length == 0)
        {
            return;
        }

        try
        {
            foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*.xml").OrderBy(file => file.Name, StringComparer.Ordinal))
            {
                await TakeAsync(file, cancellationToken);
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            FeedsLog.FolderUnreadable(logger, folder, fault);
        }
    }

    /// <summary>A file that cannot be read does not keep the others from being taken.</summary>
    private async Task TakeAsync(FileInfo file, CancellationToken cancellationToken)
    {
        try
        {
            var look = new Look(file.LastWriteTimeUtc.Ticks, file.Length, IsTaken: false);
            var before = _looks.GetValueOrDefault(file.Name);
            if (before == look)
            {
                await using var stream = file.OpenRead();
                await inbox.ReceiveAsync(await TelegramBody.ReadAsync(stream, cancellationToken), TelegramInbox.Folder, string.Empty, cancellationToken);
                _looks[file.Name] = look with { IsTaken = true };
            }
            else if (before != look with { IsTaken = true })
            {
                _looks[file.Name] = look;
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            FeedsLog.FileUnreadable(logger, file.Name, fault);
        }
    }

    private sealed record Look(long WrittenTicks, long Length, bool IsTaken);
}
