using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Hub.Features.Access;
using Chiyoda.Bousai.Hub.Features.Feeds;
using Chiyoda.Bousai.Hub.Hosting;
using Chiyoda.Bousai.TestServices.PushService;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Chiyoda.Bousai.TestHub;

/// <summary>The real hub on a free port of this machine, on a data directory of its own. Tests speak HTTP to it and never touch its services.</summary>
internal sealed class RunningHub : IAsyncDisposable
{
    public const string FeedKey = "a-feed-key-for-tests-only";

    private const string Password = "a-long-password-for-tests";

    private readonly WebApplication _app;
    private readonly bool _ownsData;

    private RunningHub(WebApplication app, string data, bool ownsData)
    {
        (_app, DataDirectory, _ownsData) = (app, data, ownsData);
        Url = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        Public = NewClient();
    }

    public Uri Url { get; }

    public string DataDirectory { get; }

    /// <summary>A client without a session.</summary>
    public HttpClient Public { get; }

    /// <summary>Every route that is mapped, as the router knows it.</summary>
    public IReadOnlyList<MappedEndpoint> Endpoints =>
    [
        .. _app.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().SelectMany(MappedEndpoint.Of)
            .Distinct().OrderBy(endpoint => endpoint.Route, StringComparer.Ordinal).ThenBy(endpoint => endpoint.Verb, StringComparer.Ordinal),
    ];

    /// <summary>Starts a hub.</summary>
    /// <param name="data">An existing data directory to start again on; <see langword="null"/> = a new one that goes with the hub.</param>
    /// <param name="adjust">Last word on the services, for a clock of the test.</param>
    /// <param name="settings">Settings over those of the pack, by their names in configuration.</param>
    /// <param name="live">A verified pack makes it a live hub; <see langword="null"/> = an exercise on the shipped one.</param>
    public static async Task<RunningHub> StartAsync(
        string? data = null, Action<IServiceCollection>? adjust = null, IReadOnlyDictionary<string, string?>? settings = null, ConfigCopy? live = null)
    {
        var directory = data ?? Directory.CreateTempSubdirectory("bousai-hub-").FullName;
        var database = await TestDatabase.EnsureAsync(directory);
        var hub = HubSettings.Default with
        {
            Mode = live is null ? HubMode.Exercise : HubMode.Live,
            ConfigDirectory = live?.Path ?? Repository.Config,
            DataDirectory = directory,
            Urls = "http://127.0.0.1:0",
            Overrides = new Dictionary<string, string?>([.. Usual(live is not null, database).Where(usual => settings?.ContainsKey(usual.Key) != true), .. settings ?? new Dictionary<string, string?>()]),
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

    public HttpClient NewClient(CookieContainer? cookies = null) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies ?? new CookieContainer() }) { BaseAddress = Url };

    /// <summary>Makes an account and signs it in.</summary>
    /// <param name="role">One of the staff roles.</param>
    /// <param name="person">The person behind it; <see langword="null"/> = a new one.</param>
    public async Task<StaffClient> SignInAsync(string role, Guid? person = null)
    {
        var login = $"{role.ToLowerInvariant()}-{Guid.NewGuid():N}"[..24];
        await AddAccountAsync(login, role, person);
        var cookies = new CookieContainer();
        var client = NewClient(cookies);
        client.DefaultRequestHeaders.Add("X-Requested-With", "bousai");
        using var answer = await client.PostAsJsonAsync("/api/v1/session", new { login, password = Password });
        answer.EnsureSuccessStatusCode();
        return new StaffClient(client, cookies);
    }

    /// <summary>Makes an account and tells how to sign in, for a browser.</summary>
    public async Task<(string Login, string Password)> AddAccountAsync(string login, string role, Guid? person = null, string? name = null)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var wrong = await scope.ServiceProvider.GetRequiredService<AccountRegister>().AddAsync(login, name ?? $"試験 {role}", [role], Password, person);
        return wrong.Length == 0 ? (login, Password) : throw new InvalidOperationException(wrong);
    }

    /// <summary>Posts a telegram and tells what became of it.</summary>
    public async Task<Receipt> PublishTelegramAsync(ReadOnlyMemory<byte> octets)
    {
        using var content = new ReadOnlyMemoryContent(octets);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/telegrams") { Content = content };
        request.Headers.Add(PostTelegram.KeyHeader, FeedKey);
        using var answer = await Public.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<Receipt>())!;
    }

    public async Task HeartbeatAsync(bool complete)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/feeds/heartbeat") { Content = JsonContent.Create(new { complete }) };
        request.Headers.Add(PostTelegram.KeyHeader, FeedKey);
        using var answer = await Public.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Posts octets with a key, and answers whatever the hub says.</summary>
    public async Task<HttpResponseMessage> PostTelegramAsync(HttpContent content, string? key = FeedKey)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/telegrams") { Content = content };
        if (key is not null)
        {
            request.Headers.Add(PostTelegram.KeyHeader, key);
        }

        return await Public.SendAsync(request);
    }

    public async Task<string> PushKeyAsync() => (await GetAsync("/api/v1/push-key")).GetProperty("publicKey").GetString()!;

    /// <summary>A device asks for orders of every level in one area.</summary>
    public async Task SubscribeAsync(Subscriber subscriber, string area, string language = "ja")
    {
        using var answer = await Public.PutAsJsonAsync($"/api/v1/subscriptions/{Guid.NewGuid()}", new
        {
            endpoint = subscriber.Url.AbsoluteUri,
            keys = new { p256dh = subscriber.Keys.P256dh, auth = subscriber.Keys.Auth },
            places = new[] { new { area, relation = "works" } },
            language,
            orders = new[] { 3, 4, 5 },
            relays = Array.Empty<string>(),
            notices = Array.Empty<string>(),
        });
        answer.EnsureSuccessStatusCode();
    }

    public async Task<JsonElement> GetAsync(string path) => await Public.GetFromJsonAsync<JsonElement>(path);

    /// <summary>Ends this hub and leaves its data.</summary>
    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Public.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        if (_ownsData)
        {
            await TestDatabase.DropAsync(DataDirectory);
            Directory.Delete(DataDirectory, recursive: true);
        }
    }
}
