using System.Runtime.InteropServices;

namespace Chiyoda.Bousai.Hub.Cli;

/// <summary>
/// Somebody asks this process to end: a supervisor (SIGTERM), a person at the console (Ctrl+C). Heard from the first moment, so that a
/// start that is still preparing the database ends in order too; once the hub runs, its host hears the same.
/// </summary>
internal sealed class StopRequest : IDisposable
{
    private readonly CancellationTokenSource _asked = new();
    private readonly PosixSignalRegistration[] _signals;

    public StopRequest() => _signals =
    [
        .. new[] { PosixSignal.SIGTERM, PosixSignal.SIGINT, PosixSignal.SIGQUIT }.Select(signal => PosixSignalRegistration.Create(signal, Hear)),
    ];

    public CancellationToken Token => _asked.Token;

    public void Dispose()
    {
        foreach (var signal in _signals)
        {
            signal.Dispose();
        }

        _asked.Dispose();
    }

    private void Hear(PosixSignalContext signal)
    {
        signal.Cancel = true;
        _asked.Cancel();
    }
}
