using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Chiyoda.Bousai.TestServices.Browsers;

/// <summary>A program that was started for one test, with a folder of its own; both are gone when this is disposed.</summary>
internal sealed class BrowserProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan EndPatience = TimeSpan.FromSeconds(5);

    private readonly Process _process;
    private readonly List<string> _output = [];
    private readonly AsyncSignal _printed = new();

    public BrowserProcess(string program, IEnumerable<string> arguments, string folder)
    {
        Folder = folder;
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };

        // Caches and settings of a browser lie in the home folder, too; nothing of one test may reach another.
        start.Environment["HOME"] = folder;
        start.Environment["TZ"] = "Asia/Tokyo";
        start.Environment.Remove("DISPLAY");
        start.Environment.Remove("DBUS_SESSION_BUS_ADDRESS");
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Note(line.Data);
        _process.ErrorDataReceived += (_, line) => Note(line.Data);
        _process.Exited += (_, _) => _printed.Pulse();
        _process.EnableRaisingEvents = true;
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string Folder { get; }

    /// <summary>Waits until the program prints a line that matches.</summary>
    /// <exception cref="TimeoutException">It does not in time; with what it printed instead.</exception>
    public async Task<Match> WaitForLineAsync(Regex pattern)
    {
        Match? match = null;
        bool HasMatch()
        {
            lock (_output)
            {
                match = _output.Select(line => pattern.Match(line)).FirstOrDefault(m => m.Success);
            }

            return match is not null || _process.HasExited;
        }

        string Describe()
        {
            lock (_output)
            {
                return $"«{pattern}» from {_process.StartInfo.FileName}; it printed: {string.Join('\n', _output)}";
            }
        }

        await _printed.WaitUntilAsync(HasMatch, StartPatience, Describe);
        return match ?? throw new TimeoutException($"The program ended before it printed {Describe()}");
    }

    /// <summary>Gives the program, asked to end already, a moment; then ends it and what it started.</summary>
    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(EndPatience);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
        DeleteFolder();
    }

    /// <summary>Ends the program and what it started at once.</summary>
    public void Kill()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }
    }

    private void DeleteFolder()
    {
        try
        {
            Directory.Delete(Folder, recursive: true);
        }
        catch (IOException)
        {
            // A child that is still ending writes into it; the folder is a temporary one.
        }
    }

    private void Note(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_output)
        {
            _output.Add(line);
        }

        _printed.Pulse();
    }
}
