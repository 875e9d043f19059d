using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Chiyoda.Bousai.TestServices.Servers;

/// <summary>A real server program on loopback, with a folder of its own, that can be stopped, frozen, killed and started again.</summary>
public abstract class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private Process? _process;

    protected ServerProcess(string folder) => (Folder, Port) = (folder, FreePort());

    public int Port { get; }

    protected string Folder { get; }

    public bool IsRunning => _process is { HasExited: false };

    /// <summary>Starts it, or starts it again on the same folder and port.</summary>
    public async Task StartAsync()
    {
        var start = Command();
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        var since = Stopwatch.StartNew();
        while (!await AnswersAsync())
        {
            if (_process.HasExited || since.Elapsed > Patience)
            {
                throw new InvalidOperationException($"{start.FileName} did not come up on port {Port}.");
            }

            await Task.Delay(20);
        }
    }

    /// <summary>Asks it to stop, and waits until it has.</summary>
    public Task StopAsync() => EndAsync(StopSignal);

    /// <summary>Ends it as a power cut does.</summary>
    public Task KillAsync() => EndAsync("KILL");

    /// <summary>Stops it in its tracks: connections stay open and nothing answers.</summary>
    public Task FreezeAsync() => SignalAsync("STOP");

    public Task ThawAsync() => SignalAsync("CONT");

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (IsRunning)
        {
            await ThawAsync();
            await KillAsync();
        }

        _process?.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    protected abstract ProcessStartInfo Command();

    protected abstract string StopSignal { get; }

    /// <summary>Whether it is ready for clients.</summary>
    protected abstract Task<bool> AnswersAsync();

    protected static async Task<bool> AcceptsAsync(int port)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private async Task EndAsync(string signal)
    {
        if (_process is { HasExited: false } running)
        {
            await SignalAsync(signal);
            using var patience = new CancellationTokenSource(Patience);
            await running.WaitForExitAsync(patience.Token);
        }
    }

    /// <summary>Only ever the process that was started here.</summary>
    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", ["-s", signal, _process!.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
