using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Chiyoda.Bousai.Benchmarks;

/// <summary>A program started as a process of its own, from its start until it answers, and what memory it then holds.</summary>
internal sealed class StartedProgram : IAsyncDisposable
{
    private readonly Process _process;

    private StartedProgram(Process process, TimeSpan startedIn) => (_process, StartedIn) = (process, startedIn);

    /// <summary>From the start of the process to the first good answer of <c>/health/ready</c>.</summary>
    public TimeSpan StartedIn { get; }

    /// <summary>Resident set now, in MB (10^6 octets).</summary>
    public double ResidentMegabytes
    {
        get
        {
            var line = File.ReadLines($"/proc/{_process.Id}/status").First(line => line.StartsWith("VmRSS", StringComparison.Ordinal));
            return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024 / 1e6;
        }
    }

    public static async Task<StartedProgram> StartAsync(string dll, Func<string, string[]> arguments)
    {
        var url = $"http://127.0.0.1:{FreePort()}";
        var info = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, dll), .. arguments(url)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var since = Stopwatch.GetTimestamp();
        var process = Process.Start(info)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        using var http = new HttpClient { BaseAddress = new Uri(url), Timeout = TimeSpan.FromSeconds(5) };
        while (Stopwatch.GetElapsedTime(since) < TimeSpan.FromSeconds(60))
        {
            try
            {
                using var answer = await http.GetAsync(new Uri("/health/ready", UriKind.Relative));
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    return new StartedProgram(process, Stopwatch.GetElapsedTime(since));
                }
            }
            catch (HttpRequestException)
            {
                await Task.Delay(10);
            }
        }

        process.Kill();
        throw new InvalidOperationException($"{dll} was not ready within 60 s: {await process.StandardError.ReadToEndAsync()}");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
