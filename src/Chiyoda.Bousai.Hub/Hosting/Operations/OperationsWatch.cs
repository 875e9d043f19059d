namespace Chiyoda.Bousai.Hub.Hosting.Operations;

/// <summary>Keeps a reading for the meter while somebody listens to it; collecting metrics then waits for nothing.</summary>
internal sealed partial class OperationsWatch(OperationsReader reader, TimeProvider clock, ILogger<OperationsWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    /// <summary>What is older says nothing: an unknown figure is left out, never repeated.</summary>
    private static readonly TimeSpan OldAfter = TimeSpan.FromSeconds(30);

    private readonly TaskCompletionSource _listened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private OperationsSnapshot? _last;

    /// <summary>The last reading; <see langword="null"/> when there is none that still counts. The first question begins the readings.</summary>
    public OperationsSnapshot? Last
    {
        get
        {
            _listened.TrySetResult();
            return Volatile.Read(ref _last) is { } last && clock.GetUtcNow() - last.ReadAt < OldAfter ? last : null;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await _listened.Task.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            try
            {
                Volatile.Write(ref _last, await reader.ReadAsync(Every, stoppingToken));
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Log.ReadFailed(logger, fault.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private static partial class Log
    {
        [LoggerMessage(9301, LogLevel.Warning, "The figures for operations could not be read: {Kind}")]
        public static partial void ReadFailed(ILogger logger, string kind);
    }
}
