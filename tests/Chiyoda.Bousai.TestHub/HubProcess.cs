using System.Diagnostics;
using System.Globalization;
using System.Text;
using Xunit.Sdk;

namespace Chiyoda.Bousai.TestHub;

/// <summary>The built program as a process of its own, as somebody at a console starts it.</summary>
internal sealed class HubProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _error = new();

    private HubProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Keep(_output, line.Data);
        process.ErrorDataReceived += (_, line) => Keep(_error, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Where it listens, as it printed it.</summary>
    public Uri Url => new(Lines.First(line => line.StartsWith("portal=", StringComparison.Ordinal))["portal=".Length..]);

    public IReadOnlyList<string> Lines => Text(_output).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Runs a command to its end.</summary>
    public static Task<Ended> RunAsync(params string[] arguments) => RunAsync(string.Empty, new Dictionary<string, string?>(), arguments);

    public static async Task<Ended> RunAsync(string input, IReadOnlyDictionary<string, string?> environment, params string[] arguments)
    {
        await using var hub = await StartAsync(environment, arguments);
        await hub._process.StandardInput.WriteLineAsync(input);
        hub._process.StandardInput.Close();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await hub._process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            throw new XunitException($"hub {string.Join(' ', arguments)} did not end: {Text(hub._output)} {Text(hub._error)}");
        }

        hub._process.WaitForExit();
        return new Ended(hub._process.ExitCode, Text(hub._output), Text(hub._error));
    }

    /// <summary>Starts a hub on a free port and waits until it has printed where it is.</summary>
    public static async Task<HubProcess> ServeAsync(string data, IReadOnlyDictionary<string, string?> environment, params string[] more)
    {
        var hub = await StartServingAsync(data, environment, more);
        await hub.PrintsAsync(line => line.StartsWith("hq=", StringComparison.Ordinal), "hq=");
        return hub;
    }

    /// <summary>Starts a hub and does not wait for it.</summary>
    public static Task<HubProcess> StartServingAsync(string data, IReadOnlyDictionary<string, string?> environment, params string[] more) =>
        StartAsync(environment, ["serve", "--config", Repository.Config, "--data", data, "--urls", "http://127.0.0.1:0", .. more]);

    /// <summary>Asks it to end, as a supervisor does, and waits until it has.</summary>
    public async Task<Ended> TerminateAsync()
    {
        using var signal = Process.Start("kill", ["-s", "TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await signal.WaitForExitAsync();
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
        return new Ended(_process.ExitCode, Text(_output), Text(_error));
    }

    /// <summary>Waits for a line.</summary>
    public Task PrintsAsync(Func<string, bool> line, string what) => Eventually.TrueAsync(
        () => _process.HasExited
            ? throw new XunitException($"The hub ended with {_process.ExitCode.ToString(CultureInfo.InvariantCulture)} before it printed {what}: {Text(_output)} {Text(_error)}")
            : Task.FromResult(Lines.Any(line)),
        $"the console shows {what}",
        (int)Patience.TotalSeconds);

    /// <summary>Ends it without a warning, as a power cut does.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private static async Task<HubProcess> StartAsync(IReadOnlyDictionary<string, string?> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Chiyoda.Bousai.Hub.dll"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.Environment.Remove("Feeds__Key");
        if (Array.IndexOf(arguments, "--data") is var data and >= 0 && data + 1 < arguments.Length)
        {
            start.Environment["ConnectionStrings__Database"] = (await TestDatabase.OfAsync(arguments[data + 1])).Postgres;
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new HubProcess(Process.Start(start)!);
    }

    private static void Keep(StringBuilder kept, string? line)
    {
        if (line is not null)
        {
            lock (kept)
            {
                kept.Append(line).Append('\n');
            }
        }
    }

    private static string Text(StringBuilder kept)
    {
        lock (kept)
        {
            return kept.ToString();
        }
    }
}

/// <summary>A command that ended.</summary>
/// <param name="Status">Exit status.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
internal sealed record Ended(int Status, string Output, string Error);
