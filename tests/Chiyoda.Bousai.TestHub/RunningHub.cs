using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Hub.Features.Access;
using Chiyoda.Bousai.Hub.Hosting;
using Chiyoda.Bousai.Infrastructure.Dissemination;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Chiyoda.Bousai.TestHub;

/// <summary>The real hub on a free port of this machine, on a data directory of its own. Tests speak HTTP to it and never touch its services.</summary>
internal sealed class RunningHub : HubClient
{
    private const string Password = "a-long-password-for-tests";

    private readonly WebApplication _app;
    private readonly bool _ownsData;

    private RunningHub(WebApplication app, string data, bool ownsData)
        : base(new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First())) =>
        (_app, DataDirectory, _ownsData) = (app, data, ownsData);

    public string DataDirectory { get; }

    /// <summary>Whether anything still holds it in memory, once it has ended.</summary>
    public WeakReference Trace => new(_app.Services);

    /// <summary>Every route that is mapped, as the router knows it.</summary>
    public IReadOnlyList<MappedEndpoint> Endpoints =>
    [
        .. _app.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().SelectMany(MappedEndpoint.Of)
            .Distinct().OrderBy(endpoint => endpoint.Route, StringComparer.Ordinal).ThenBy(endpoint => endpoint.Verb, StringComparer.Ordinal),
    ];

    /// <summary>Everything that can be asked of it, the forms of pages one by one.</summary>
    public async Task<IReadOnlyList<MappedCall>> CallsAsync()
    {
        var pages = _app.Services.GetRequiredService<PageLoader>();
        var endpoints = _app.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>();
        var calls = await Task.WhenAll(endpoints.Select(endpoint => MappedCall.OfAsync(endpoint, pages)));
        return [.. calls.SelectMany(each => each).Distinct().OrderBy(call => call.Route, StringComparer.Ordinal).ThenBy(call => call.Verb, StringComparer.Ordinal)];
    }

    /// <summary>Starts a hub.</summary>
    /// <param name="data">An existing data directory to start again on; <see langword="null"/> = a new one that goes with the hub.</param>
    /// <param name="adjust">Last word on the services, for a clock of the test.</param>
    /// <param name="settings">Settings over those of the pack, by their names in configuration.</param>
    /// <param name="live">A verified pack makes it a live hub; <see langword="null"/> = an exercise.</param>
    /// <param name="pack">Folder of the ward pack of an exercise; <see langword="null"/> = the shipped one.</param>
    public static async Task<RunningHub> StartAsync(
        string? data = null, Action<IServiceCollection>? adjust = null, IReadOnlyDictionary<string, string?>? settings = null, ConfigCopy? live = null, string? pack = null)
    {
        var directory = data ?? Directory.CreateTempSubdirectory("bousai-hub-").FullName;
        var database = await TestDatabase.EnsureAsync(directory);
        var hub = HubSettings.Default with
        {
            Mode = live is null ? HubMode.Exercise : HubMode.Live,
            ConfigDirectory = live?.Path ?? pack ?? Repository.Config,
            DataDirectory = directory,
            Urls = "http://127.0.0.1:0",
            Overrides = new Dictionary<string, string?>([.. Usual(live is not null, database.Postgres).Where(usual => settings?.ContainsKey(usual.Key) != true), .. settings ?? new Dictionary<string, string?>()]),
        };
        var app = await HubHost.BuildAsync(hub, adjust, CancellationToken.None);
        await app.StartAsync();
        return new RunningHub(app, directory, ownsData: data is null);
    }

    private static Dictionary<string, string?> Usual(bool isLive, string? database) => new()
    {
        ["ConnectionStrings:Database"] = database,
        ["Feeds:Key"] = FeedKey,
        ["Push:AllowLoopback"] = isLive ? "false" : "true",
        ["Limits:Trusted"] = "127.0.0.1/32,::1/128",
    };

    /// <summary>Makes an account and signs it in.</summary>
    /// <param name="role">One of the staff roles.</param>
    /// <param name="person">The person behind it; <see langword="null"/> = a new one.</param>
    public async Task<StaffClient> SignInAsync(string role, Guid? person = null)
    {
        var login = $"{role.ToLowerInvariant()}-{Guid.NewGuid():N}"[..24];
        await AddAccountAsync(login, role, person);
        return await SignInAsync(login, Password);
    }

    /// <summary>Makes an account and tells how to sign in, for a browser.</summary>
    public async Task<(string Login, string Password)> AddAccountAsync(string login, string role, Guid? person = null, string? name = null)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var wrong = await scope.ServiceProvider.GetRequiredService<AccountRegister>().AddAsync(login, name ?? $"試験 {role}", [role], Password, person);
        return wrong.Length == 0 ? (login, Password) : throw new InvalidOperationException(wrong);
    }

    /// <summary>Ends this hub and leaves its data.</summary>
    /// <summary>A sign of life at once: after a clock was moved for hours, what is made next is not held as if the hub had stood still.</summary>
    public Task BeatAsync() => _app.Services.GetRequiredService<Heartbeat>().BeatAsync(CancellationToken.None);

    public Task StopAsync() => _app.StopAsync();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _app.StopAsync();
        await _app.DisposeAsync();
        if (_ownsData)
        {
            await TestDatabase.DropAsync(DataDirectory);
            Directory.Delete(DataDirectory, recursive: true);
        }
    }
}
