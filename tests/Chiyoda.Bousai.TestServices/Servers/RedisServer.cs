using System.Diagnostics;

namespace Chiyoda.Bousai.TestServices.Servers;

/// <summary>A throw-away Redis without persistence.</summary>
public sealed class RedisServer : ServerProcess
{
    private RedisServer()
        : base(Directory.CreateTempSubdirectory("bousai-redis-").FullName)
    {
    }

    public static bool IsInstalled => Array.Exists(["/usr/bin/redis-server", "/usr/local/bin/redis-server"], File.Exists);

    public string Connection => $"127.0.0.1:{Port}";

    protected override string StopSignal => "TERM";

    public static async Task<RedisServer> StartNewAsync()
    {
        var server = new RedisServer();
        await server.StartAsync();
        return server;
    }

    /// <summary>A Redis that is not there yet: its address is known, nobody listens.</summary>
    public static RedisServer Absent() => new();

    protected override ProcessStartInfo Command() => new(
        "redis-server", ["--port", $"{Port}", "--bind", "127.0.0.1", "--save", string.Empty, "--appendonly", "no", "--dir", Folder]);

    protected override Task<bool> AnswersAsync() => AcceptsAsync(Port);
}
