using System.Net.Http.Json;
using System.Text.Json;
using Chiyoda.Bousai.Hub.Tests.Relays;
using Chiyoda.Bousai.TestHub;
using Chiyoda.Bousai.TestServices.PushService;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Notices;

/// <summary>A hub, two people at the interface, and a strict push service on real sockets.</summary>
internal sealed class NoticeWorld : IAsyncDisposable
{
    public const string Here = "13101001003";

    public const string Elsewhere = "13101001001";

    private NoticeWorld(MovableClock clock, RunningHub hub, LocalPushService push, StaffClient author, StaffClient second) =>
        (Clock, Hub, Push, Author, Second) = (clock, hub, push, author, second);

    public MovableClock Clock { get; }

    public RunningHub Hub { get; }

    public LocalPushService Push { get; }

    public StaffClient Author { get; }

    public StaffClient Second { get; }

    public static async Task<NoticeWorld> StartAsync()
    {
        var clock = new MovableClock();
        var push = await LocalPushService.StartAsync(new LocalPushServiceOptions { Clock = clock });
        var hub = await RunningHub.StartAsync(adjust: services => services.AddSingleton<TimeProvider>(clock));
        return new NoticeWorld(clock, hub, push, await hub.SignInAsync("Recorder"), await hub.SignInAsync("Releaser"));
    }

    public async Task<Subscriber> SubscribeAsync(string area, string language = "ja", params string[] notices)
    {
        var subscriber = Push.NewSubscriber(await Hub.PushKeyAsync());
        using var answer = await Hub.Public.PutAsJsonAsync($"/api/v1/subscriptions/{Guid.NewGuid()}", new
        {
            endpoint = subscriber.Url.AbsoluteUri,
            keys = new { p256dh = subscriber.Keys.P256dh, auth = subscriber.Keys.Auth },
            places = new[] { new { area, relation = "works" } },
            language,
            orders = new[] { 4, 5 },
            relays = Array.Empty<string>(),
            notices,
        });
        answer.EnsureSuccessStatusCode();
        return subscriber;
    }

    /// <summary>What a person fills in for the opening of a shelter.</summary>
    public object Shelter(string shelter = "麹町小学校", string[]? areas = null, double hours = 6) => new
    {
        template = "shelter-opening",
        slots = new Dictionary<string, string> { ["shelter"] = shelter, ["hour"] = "15時30分" },
        areas = areas ?? [Here],
        validUntil = Clock.GetUtcNow().AddHours(hours),
    };

    /// <summary>From nothing to out, by two people.</summary>
    public async Task<Guid> PublishAsync(object? content = null)
    {
        var id = Guid.NewGuid();
        await WriteAsync(id, content ?? Shelter());
        await DoneAsync(Author, id, "submit", new { version = 1 });
        var sent = await DoneAsync(Second, id, "release", new { version = 2, confirm = new[] { "wholeWard" } });
        Assert.Equal("current", sent.GetProperty("state").GetString());
        return id;
    }

    /// <summary>Writes a draft; the answer, or the code of the «no».</summary>
    public async Task<(JsonElement Answer, string Code)> WriteAsync(Guid id, object content) =>
        await ReadAsync(await Author.Http.PutAsJsonAsync(Path(id), content));

    /// <summary>Takes a step that is not refused.</summary>
    public static async Task<JsonElement> DoneAsync(StaffClient staff, Guid id, string act, object body)
    {
        var (answer, code) = await StepAsync(staff, id, act, body);
        Assert.Equal(string.Empty, code);
        return answer;
    }

    /// <summary>Takes a step; the answer, or the code of the «no».</summary>
    public static async Task<(JsonElement Answer, string Code)> StepAsync(StaffClient staff, Guid id, string act, object body) =>
        await ReadAsync(await staff.Http.PostAsJsonAsync(Path(id, act), body));

    private static async Task<(JsonElement Answer, string Code)> ReadAsync(HttpResponseMessage response)
    {
        using (response)
        {
            var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
            return (answer, response.IsSuccessStatusCode ? string.Empty : answer.GetProperty("code").GetString()!);
        }
    }

    public static string Path(Guid id, string? act = null) => act is null ? $"/api/v1/notices/{id}" : $"/api/v1/notices/{id}/{act}";

    public static async Task<Told> NextAsync(Subscriber device) => await RelayWorld.NextAsync(device);

    public async Task<IReadOnlyList<JsonElement>> ListAsync()
    {
        using var answer = await Hub.Public.GetAsync("/api/v1/notices");
        answer.EnsureSuccessStatusCode();
        return [.. (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("items").EnumerateArray()];
    }

    public async Task<IReadOnlyList<string>> KindsAsync()
    {
        using var viewer = await Hub.SignInAsync("Viewer");
        return
        [
            .. (await viewer.GetAsync("/api/v1/chronology?after=0&limit=500")).GetProperty("items").EnumerateArray()
                .Select(entry => entry.GetProperty("kind").GetString()!)
                .Where(kind => kind.StartsWith("notices.", StringComparison.Ordinal)),
        ];
    }

    public async Task<string> PageAsync(string path) => await Hub.Public.GetStringAsync(new Uri(path, UriKind.Relative));

    /// <summary>Waits until the page says something.</summary>
    public Task ShowsAsync(string path, string words) => Eventually.TrueAsync(
        async () => (await PageAsync(path)).Contains(words, StringComparison.Ordinal), $"{path} shows «{words}»");

    /// <summary>Waits until nothing is on its way, so that what did not come will not come.</summary>
    public Task QuietAsync() => Eventually.TrueAsync(
        async () => (await TestDatabase.ReadAsync<string>(
            Hub.DataDirectory, "SELECT Channel FROM dissemination_dispatches WHERE State IN ('Waiting', 'Sending')")).Count == 0,
        "every dispatch is closed");

    public async ValueTask DisposeAsync()
    {
        Author.Dispose();
        Second.Dispose();
        await Hub.DisposeAsync();
        await Push.DisposeAsync();
    }
}
