using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Chiyoda.Bousai.TestHub;
using Chiyoda.Bousai.TestServices.PushService;

namespace Chiyoda.Bousai.Hub.Tests.Logs;

/// <summary>The whole chain, and what strangers try besides, with everything in it that may never be written down.</summary>
internal sealed class SecretNight : IAsyncDisposable
{
    public const string Password = "right-password-of-this-night";
    public const string AuthorLogin = "login-of-the-author";
    public const string ReleaserLogin = "login-of-the-releaser";
    public const string AuthorName = "起案担当として試す人";
    public const string ReleaserName = "発信担当として試す人";

    private const string WrongPassword = "wrong-password-of-this-night";
    private const string FreeText = "連絡は resident@mail.example まで、電話 03-5555-0142";
    private const string Query = "mail=asked%40mail.example&tel=0355550143";
    private const string Agent = "agent-of-somebody/1.0";

    /// <summary>Where the client asks from, and for whom it says that it asks.</summary>
    private static readonly (IPAddress Own, string Said) Address = (IPAddress.Parse("127.0.0.77"), "203.0.113.77");

    private readonly DateTimeOffset _now = TimeProvider.System.GetUtcNow();
    private readonly Guid _device = Guid.NewGuid();
    private readonly LocalPushService _push;
    private readonly Subscriber _reached;
    private readonly Subscriber _refusing;
    private readonly CookieContainer _authorCookies = new();
    private readonly CookieContainer _releaserCookies = new();
    private readonly HttpClient _anybody;
    private readonly HttpClient _author;
    private readonly HttpClient _releaser;
    private readonly Dictionary<string, string> _secrets;

    private SecretNight(Uri hub, LocalPushService push)
    {
        _push = push;
        (_reached, _refusing) = (push.NewSubscriber(), push.NewSubscriber());
        (_anybody, _author, _releaser) = (ClientOf(hub, new CookieContainer()), ClientOf(hub, _authorCookies), ClientOf(hub, _releaserCookies));
        _secrets = new Dictionary<string, string>
        {
            ["id of a subscription"] = _device.ToString(),
            ["id of a subscription, without hyphens"] = _device.ToString("N"),
            ["address of a device"] = _reached.Endpoint.Token,
            ["address of a device that is refused"] = _refusing.Endpoint.Token,
            ["p256dh"] = _reached.Keys.P256dh,
            ["auth"] = _reached.Keys.Auth,
            ["login of the author"] = AuthorLogin,
            ["login of the releaser"] = ReleaserLogin,
            ["name of the author"] = AuthorName,
            ["name of the releaser"] = ReleaserName,
            ["right password"] = Password,
            ["wrong password"] = WrongPassword,
            ["mail in a text"] = "resident@mail.example",
            ["number in a text"] = "03-5555-0142",
            ["mail in a query"] = "mail.example",
            ["number in a query"] = "0355550143",
            ["query"] = Query,
            ["agent"] = Agent,
            ["address of a client"] = Address.Own.ToString(),
            ["address of a client behind a proxy"] = Address.Said,
            ["feed key"] = HubClient.FeedKey,
            ["line that somebody forged"] = "forged line",
        };
    }

    /// <summary>What may never be written down, by what it is.</summary>
    public IReadOnlyDictionary<string, string> Secrets => _secrets;

    public static async Task<SecretNight> PlayAsync(Uri hub)
    {
        var night = new SecretNight(hub, await LocalPushService.StartAsync());
        await night.SubscribeAsync();
        await night.SignInAsync();
        await night.TellAsync();
        await night.MolestAsync();
        return night;
    }

    public async ValueTask DisposeAsync()
    {
        _anybody.Dispose();
        _author.Dispose();
        _releaser.Dispose();
        await _push.DisposeAsync();
    }

    private async Task SubscribeAsync()
    {
        _refusing.Endpoint.Fault = new PushFault.Answer(403) { Body = $"{_refusing.Url} is not ours" };
        await DoneAsync(_anybody.PutAsJsonAsync($"/api/v1/subscriptions/{_device}?{Query}", RequestOf(_reached)));
        await DoneAsync(_anybody.PutAsJsonAsync($"/api/v1/subscriptions/{Guid.NewGuid()}", RequestOf(_refusing)));
        await DoneAsync(_anybody.GetAsync($"/api/v1/subscriptions/{_device}"));
    }

    private async Task SignInAsync()
    {
        foreach (var (client, login, cookies) in new[] { (_author, AuthorLogin, _authorCookies), (_releaser, ReleaserLogin, _releaserCookies) })
        {
            await client.PostAsJsonAsync("/api/v1/session", new { login, password = WrongPassword });
            await DoneAsync(client.PostAsJsonAsync("/api/v1/session", new { login, password = Password }));
            _secrets[$"session of {login}"] = cookies.GetAllCookies().Single(cookie => cookie.Name == "bousai-session").Value;
        }
    }

    private async Task TellAsync()
    {
        using var telegram = new HttpRequestMessage(HttpMethod.Post, "/api/v1/telegrams") { Content = new ByteArrayContent(Floods.Telegram(Floods.Kanda, 4, _now)) };
        telegram.Headers.Add("X-Feed-Key", HubClient.FeedKey);
        await DoneAsync(_anybody.SendAsync(telegram));
        using var author = new StaffClient(_author, _authorCookies);
        using var releaser = new StaffClient(_releaser, _releaserCookies);
        await DoneAsync(author.SubmitAsync(await author.ProposalAsync()));
        await DecideAsync(author);
        var decided = await author.ProposalAsync("decided");
        await DoneAsync(releaser.ActAsync(decided, "return", new { version = StaffClient.VersionOf(decided), reason = FreeText }));
        await DoneAsync(author.SubmitAsync(await author.ProposalAsync("returned")));
        await DecideAsync(author);
        await DoneAsync(releaser.ReleaseAsync(await releaser.ProposalAsync("decided")));
        var push = JsonDocument.Parse((await _reached.NextAsync(TimeSpan.FromSeconds(60))).Text).RootElement;
        var token = push.GetProperty("notification").GetProperty("data").GetProperty("receipt").GetString()!;
        _secrets["token of a receipt"] = token;
        await DoneAsync(_anybody.PostAsJsonAsync("/api/v1/receipts", new { token, @event = "opened" }));
        var order = (await releaser.GetAsync("/api/v1/orders")).GetProperty("items")[0];
        await Eventually.TrueAsync(
            async () => (await releaser.GetAsync($"/api/v1/dispatches/{order.GetProperty("id").GetString()}")).GetProperty("items").EnumerateArray().All(item => item.GetProperty("state").GetString() == "done"),
            "all is told", 60);
        await DoneAsync(author.AskLiftAsync(order, FreeText));
        await MolestAsStaffAsync();
    }

    private async Task DecideAsync(StaffClient author)
    {
        var submitted = await author.ProposalAsync("submitted");
        await DoneAsync(author.ActAsync(
            submitted, "decide", new { version = StaffClient.VersionOf(submitted), by = "mayor", means = "telephone", at = _now, heardBy = AuthorName, words = FreeText }));
    }

    private async Task MolestAsStaffAsync()
    {
        await _author.GetAsync($"/api/v1/proposals?{Query}");
        await _author.PostAsJsonAsync($"/api/v1/proposals/{Guid.NewGuid()}/submit?{Query}", new { version = FreeText });
        await _author.GetAsync($"/hq/telegrams/{Guid.NewGuid()}?{Query}");
        await _author.PostAsync("/hq/sign-out", new FormUrlEncodedContent([new("reason", FreeText)]));
    }

    /// <summary>What is refused, by binding, validation, routing, the forgery guard, the limits of a body: each has words of its own in some framework.</summary>
    private async Task MolestAsync()
    {
        await _anybody.GetAsync("/api/v1/chronology?after=asked%40mail.example&limit=0355550143");
        await _anybody.GetAsync($"/nothing?{Query}");
        await _anybody.GetAsync($"/live/public?access_token=asked%40mail.example&{Query}");
        await _anybody.PostAsync($"/live/staff/negotiate?{Query}", null);
        await _anybody.PostAsJsonAsync("/api/v1/session", new { login = "resident@mail.example\nforged line", password = WrongPassword });
        await _anybody.PostAsync("/hq/sign-in", new FormUrlEncodedContent([new("Login", "resident@mail.example"), new("password", WrongPassword)]));
        await _anybody.PostAsJsonAsync("/api/v1/receipts", new { token = FreeText, @event = FreeText });
        await _anybody.PutAsJsonAsync($"/api/v1/subscriptions/{_device}", new { endpoint = _reached.Url, keys = 5, places = FreeText });
        await _anybody.PutAsync($"/api/v1/subscriptions/{_device}", new StringContent($$"""{"endpoint":"{{_reached.Url}}","keys":""", new MediaTypeHeaderValue("application/json")));
        await _anybody.PutAsync($"/api/v1/subscriptions/{_device}", new StringContent(new string('x', 100_000), new MediaTypeHeaderValue("application/json")));
        await DoneAsync(_anybody.DeleteAsync($"/api/v1/subscriptions/{_device}"));
    }

    private static object RequestOf(Subscriber device) => new
    {
        endpoint = device.Url.AbsoluteUri,
        keys = new { p256dh = device.Keys.P256dh, auth = device.Keys.Auth },
        places = new[] { new { area = "*", relation = "works" } },
        language = "ja",
        orders = new[] { 4 },
        relays = Array.Empty<string>(),
        notices = Array.Empty<string>(),
    };

    private static async Task DoneAsync(Task<HttpResponseMessage> asked)
    {
        using var answer = await asked;
        answer.EnsureSuccessStatusCode();
    }

    private static HttpClient ClientOf(Uri hub, CookieContainer cookies)
    {
        var client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            CookieContainer = cookies,
            ConnectCallback = async (context, cancellationToken) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                socket.Bind(new IPEndPoint(Address.Own, 0));
                await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            },
        })
        { BaseAddress = hub };
        client.DefaultRequestHeaders.Add("X-Requested-With", "bousai");
        client.DefaultRequestHeaders.Add("X-Forwarded-For", Address.Said);
        client.DefaultRequestHeaders.UserAgent.ParseAdd(Agent);
        client.DefaultRequestHeaders.Referrer = new Uri($"https://mail.example/?{Query}");
        return client;
    }
}
