using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Chiyoda.Bousai.Hub.Features.Feeds;
using Chiyoda.Bousai.TestServices.PushService;

namespace Chiyoda.Bousai.TestHub;

/// <summary>What tests say to a hub over HTTP, wherever it runs.</summary>
internal class HubClient(Uri url) : IAsyncDisposable
{
    public const string FeedKey = "a-feed-key-for-tests-only";

    public Uri Url => url;

    /// <summary>A client without a session.</summary>
    public HttpClient Public { get; } = NewClient(url);

    public HttpClient NewClient(CookieContainer? cookies = null) => NewClient(Url, cookies);

    /// <summary>Posts a telegram and tells what became of it.</summary>
    public async Task<Receipt> PublishTelegramAsync(ReadOnlyMemory<byte> octets)
    {
        using var content = new ReadOnlyMemoryContent(octets);
        using var answer = await PostTelegramAsync(content);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<Receipt>())!;
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

    public async Task HeartbeatAsync(bool complete)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/feeds/heartbeat") { Content = JsonContent.Create(new { complete }) };
        request.Headers.Add(PostTelegram.KeyHeader, FeedKey);
        using var answer = await Public.SendAsync(request);
        answer.EnsureSuccessStatusCode();
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

    /// <summary>Signs an account in.</summary>
    public async Task<StaffClient> SignInAsync(string login, string password)
    {
        var cookies = new CookieContainer();
        var client = NewClient(cookies);
        client.DefaultRequestHeaders.Add("X-Requested-With", "bousai");
        using var answer = await client.PostAsJsonAsync("/api/v1/session", new { login, password });
        answer.EnsureSuccessStatusCode();
        return new StaffClient(client, cookies);
    }

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Public.Dispose();
        return ValueTask.CompletedTask;
    }

    private static HttpClient NewClient(Uri url, CookieContainer? cookies = null) =>
        new(new DescribedAnswers(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies ?? new CookieContainer() })) { BaseAddress = url };
}
