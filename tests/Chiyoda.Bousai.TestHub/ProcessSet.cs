using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Chiyoda.Bousai.TestHub;

/// <summary>Programs of a whole deployment as processes on loopback, by <c>tests/set</c>: to stop, freeze, kill and start again.</summary>
internal sealed class ProcessSet(bool isPostgres, IReadOnlyDictionary<string, string?>? environment = null) : IAsyncDisposable
{
    private const string Password = "a-long-password-for-tests";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(180);

    private readonly string _folder = Directory.CreateTempSubdirectory("bousai-set-").FullName;

    private readonly ConcurrentBag<HubClient> _clients = [];

    /// <summary>What a machine lacks for a set, or <see langword="null"/>.</summary>
    public static string? Missing { get; } =
        !Directory.Exists("/usr/lib/postgresql") ? "PostgreSQL is not installed (apt-get install postgresql)"
        : !File.Exists("/usr/bin/redis-server") ? "Redis is not installed (apt-get install redis-server)"
        : null;

    public HubDatabase Database => new(isPostgres ? ConnectionTo("bousai") : null, Path.Combine(_folder, "data", "bousai.db"));

    public string ConnectionTo(string database) => $"Host=127.0.0.1;Port={PortOf("postgres")};Username=postgres;Database={database};Maximum Pool Size=40;Connection Idle Lifetime=5;Connection Pruning Interval=2";

    public Task StartAsync(params string[] names) => RunAsync("start", names);

    public Task StopAsync(params string[] names) => RunAsync("stop", names);

    public Task KillAsync(params string[] names) => RunAsync("kill", names);

    /// <summary>Stopped in its tracks: connections stay open and nothing answers.</summary>
    public Task FreezeAsync(params string[] names) => RunAsync("freeze", names);

    public Task ThawAsync(params string[] names) => RunAsync("thaw", names);

    public int PortOf(string name) => int.Parse(File.ReadAllText(Path.Combine(_folder, $"{name}.port")), CultureInfo.InvariantCulture);

    public string LogOf(string name) => File.ReadAllText(Path.Combine(_folder, $"{name}.log"));

    /// <summary>Speaks to a hub of the set.</summary>
    public HubClient ClientOf(string name)
    {
        var client = new HubClient(new Uri($"http://127.0.0.1:{PortOf(name)}"));
        _clients.Add(client);
        return client;
    }

    /// <summary>Makes an account and signs it in.</summary>
    public async Task<StaffClient> SignInAsync(HubClient hub, string role)
    {
        var login = $"{role.ToLowerInvariant()}-{Guid.NewGuid():N}"[..24];
        var added = await HubProcess.RunAsync(
            Password,
            new Dictionary<string, string?> { ["ConnectionStrings__Database"] = Database.Postgres },
            "staff", "add", "--login", login, "--name", $"試験 {role}", "--role", role, "--password-stdin",
            "--data", Path.Combine(_folder, "data"), "--config", Repository.Config);
        return added.Status == 0 ? await hub.SignInAsync(login, Password) : throw new InvalidOperationException(added.Error);
    }

    /// <summary>Re-computes the chain with <c>hub verify</c>.</summary>
    public Task<Ended> VerifyAsync() => HubProcess.RunAsync(
        string.Empty, new Dictionary<string, string?> { ["ConnectionStrings__Database"] = Database.Postgres }, "verify", "--data", Path.Combine(_folder, "data"), "--config", Repository.Config);

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients)
        {
            await client.DisposeAsync();
        }

        await RunAsync("down");
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task RunAsync(string act, params string[] names)
    {
        var start = new ProcessStartInfo(Path.Combine(Repository.Root, "tests", "set"), [act, _folder, .. names]) { RedirectStandardError = true };
        start.Environment["BOUSAI_HUB"] = Path.Combine(AppContext.BaseDirectory, "Chiyoda.Bousai.Hub.dll");
        start.Environment["BOUSAI_SET_DATABASE"] = isPostgres ? "postgresql" : "sqlite";
        start.Environment["BOUSAI_SET_OWNER"] = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        start.Environment["Feeds__Key"] = HubClient.FeedKey;
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
        {
            start.Environment[name] = value;
        }

        using var script = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        var said = await script.StandardError.ReadToEndAsync(patience.Token);
        await script.WaitForExitAsync(patience.Token);
        if (script.ExitCode != 0)
        {
            throw new InvalidOperationException($"tests/set {act} {string.Join(' ', names)}: {said}");
        }
    }
}
