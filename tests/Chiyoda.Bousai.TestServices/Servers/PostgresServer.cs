using System.Diagnostics;

namespace Chiyoda.Bousai.TestServices.Servers;

/// <summary>A throw-away PostgreSQL. It refuses to run as root, so root hands it to the user that Debian's package makes.</summary>
public sealed class PostgresServer : ServerProcess
{
    private const string User = "postgres";

    private static readonly string? Programs = Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin"))
            .Where(bin => File.Exists(Path.Combine(bin, "initdb"))).Order(StringComparer.Ordinal).LastOrDefault()
        : null;

    private readonly bool _isDurable;

    private PostgresServer(bool isDurable)
        : base(Directory.CreateTempSubdirectory("bousai-postgres-").FullName) => _isDurable = isDurable;

    public static bool IsInstalled => Programs is not null;

    /// <summary>Without a database: each hub has one of its own.</summary>
    public string Server => $"Host=127.0.0.1;Port={Port};Username={User}";

    /// <summary>Fast shutdown.</summary>
    protected override string StopSignal => "INT";

    /// <summary>Starts one.</summary>
    /// <param name="isDurable">Whether it waits for the disk, as in production; tests that measure or cut the power need it.</param>
    public static async Task<PostgresServer> StartNewAsync(bool isDurable = false)
    {
        var server = new PostgresServer(isDurable);
        await server.PrepareAsync();
        await server.StartAsync();
        return server;
    }

    protected override ProcessStartInfo Command()
    {
        var durability = _isDurable ? "on" : "off";
        return As(
            "postgres", "-D", Data, "-p", $"{Port}", "-c", "listen_addresses=127.0.0.1", "-c", $"unix_socket_directories={Data}",
            "-c", $"fsync={durability}", "-c", $"synchronous_commit={durability}", "-c", "max_connections=300", "-c", "logging_collector=off");
    }

    protected override async Task<bool> AnswersAsync()
    {
        using var ready = Process.Start(new ProcessStartInfo(Path.Combine(Programs!, "pg_isready"), ["-q", "-h", "127.0.0.1", "-p", $"{Port}"]))!;
        await ready.WaitForExitAsync();
        return ready.ExitCode == 0;
    }

    private string Data => Path.Combine(Folder, "data");

    private async Task PrepareAsync()
    {
        if (Environment.IsPrivilegedProcess)
        {
            await RunAsync(new ProcessStartInfo("chown", [$"{User}:", Folder]));
        }

        await RunAsync(As("initdb", "-D", Data, "-U", User, "-E", "UTF8", "--locale=C.UTF-8", "-A", "trust", "--no-sync"));
    }

    private static ProcessStartInfo As(string program, params string[] arguments)
    {
        var path = Path.Combine(Programs!, program);
        return Environment.IsPrivilegedProcess
            ? new ProcessStartInfo("setpriv", ["--reuid", User, "--regid", User, "--clear-groups", "--", path, .. arguments]) { WorkingDirectory = "/" }
            : new ProcessStartInfo(path, arguments) { WorkingDirectory = "/" };
    }

    private static async Task RunAsync(ProcessStartInfo command)
    {
        command.RedirectStandardOutput = true;
        command.RedirectStandardError = true;
        using var process = Process.Start(command)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{command.FileName} failed: {await output} {error}");
        }
    }
}
