using System.Net.Http.Headers;
using System.Net.Http.Json;
using Chiyoda.Bousai.Hub.Cli;
using Chiyoda.Bousai.TestHub;
using Chiyoda.Bousai.TestServices.PushService;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Contracts;

/// <summary>One evening of rain over HTTP, from a device that asks for messages to the lift of the order; everything that anybody heard is kept.</summary>
public sealed class Evening : IAsyncLifetime
{
    private const string Area = "13101001003";

    private readonly DateTimeOffset _now = TimeProvider.System.GetUtcNow();
    private readonly Guid _device = Guid.NewGuid();
    private RunningHub _hub = null!;
    private LocalPushService _push = null!;
    private Desks _desks = null!;
    private Subscriber _subscriber = null!;
    private RawDoorbell _page = null!;

    internal Wire Wire { get; } = new();

    public async ValueTask InitializeAsync()
    {
        _hub = await RunningHub.StartAsync();
        _push = await LocalPushService.StartAsync();
        _desks = await Desks.OpenAsync(_hub);
        _subscriber = _push.NewSubscriber(await _hub.PushKeyAsync());
        await BeforeAnythingAsync();
        await SubscribingAsync();
        await SensingAsync();
        await DecidingAsync();
        await TellingAsync();
        await LiftingAsync();
        await RefusingAsync();
        await LookingBackAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _page?.Dispose();
        _desks.Dispose();
        await _hub.DisposeAsync();
        await _push.DisposeAsync();
    }

    private HttpClient Anybody => _hub.Public;

    private HttpClient Author => _desks.Author.Http;

    private HttpClient Releaser => _desks.Releaser.Http;

    private async Task BeforeAnythingAsync()
    {
        await Wire.AnswerAsync("health-live", Anybody.GetAsync("/health/live"));
        await Eventually.TrueAsync(
            async () => (await _hub.GetAsync("/health/ready")).GetProperty("degraded").GetArrayLength() == 1, "nothing but the silence of the source is degraded");
        await Wire.AnswerAsync("health-ready", Anybody.GetAsync("/health/ready"));
        await Wire.AnswerAsync("status-unknown", Anybody.GetAsync("/status.json"));
        await Wire.AnswerAsync("warnings-unknown", Anybody.GetAsync("/api/v1/warnings"));
        await Wire.AnswerAsync("authorities", Author.GetAsync("/api/v1/authorities"));
    }

    private async Task SubscribingAsync()
    {
        var body = new
        {
            endpoint = _subscriber.Url.AbsoluteUri,
            keys = new { p256dh = _subscriber.Keys.P256dh, auth = _subscriber.Keys.Auth },
            places = new[] { new { area = Area, relation = "works" } },
            language = "ja",
            orders = new[] { 3, 4, 5 },
            relays = Array.Empty<string>(),
            notices = Array.Empty<string>(),
        };
        await Wire.AnswerAsync("push-key", Anybody.GetAsync("/api/v1/push-key"));
        await Wire.AnswerAsync("subscription-made", Anybody.PutAsJsonAsync($"/api/v1/subscriptions/{_device}", body));
        await Wire.AnswerAsync("subscription-changed", Anybody.PutAsJsonAsync($"/api/v1/subscriptions/{_device}", body));
        await Wire.AnswerAsync("subscription", Anybody.GetAsync($"/api/v1/subscriptions/{_device}"));
        await Wire.AnswerAsync("subscription-refused", Anybody.PutAsJsonAsync($"/api/v1/subscriptions/{_device}", body with { language = "tlh" }));
    }

    private async Task SensingAsync()
    {
        _page = await RawDoorbell.OpenAsync(_hub, "/live/public");
        var rain = Restamp.Apply(await File.ReadAllBytesAsync(Path.Combine(Repository.Config, "exercises/heavy-rain/03_VPWW55_level3.xml")), _now.AddMinutes(-30));
        await Wire.AnswerAsync("telegram-accepted", PostAsync(rain));
        Wire.Message("doorbell-public", await _page.RingAsync("warnings.changed"));
        await Wire.AnswerAsync("telegram-duplicate", PostAsync(rain));
        await Wire.AnswerAsync("telegram-unreadable", PostAsync([1, 2, 3]));
        await Wire.AnswerAsync("telegram-wrong-key", PostAsync(rain, "another"));
        await Wire.AnswerAsync("telegram-accepted-flood", PostAsync(Floods.Telegram(Floods.Kanda, 4, _now)));
        await _hub.HeartbeatAsync(complete: true);
        await Wire.AnswerAsync("warnings", Anybody.GetAsync("/api/v1/warnings"));
        await Wire.AnswerAsync("telegrams", Author.GetAsync("/api/v1/telegrams"));
    }

    private async Task DecidingAsync()
    {
        await Wire.AnswerAsync("proposals", Author.GetAsync("/api/v1/proposals"));
        var draft = (await _desks.Author.ProposalsAsync()).Single(proposal => proposal.GetProperty("level").GetInt32() == 4);
        using var bell = await RawDoorbell.OpenAsync(_hub, "/live/staff", _desks.Author.Cookies);
        await Wire.AnswerAsync("proposal-submitted", _desks.Author.SubmitAsync(draft));
        Wire.Message("doorbell-staff", await bell.RingAsync("evacuation.submitted"));
        var decided = await Wire.AnswerAsync("proposal-decided", _desks.Author.DecideAsync(await _desks.Author.ProposalAsync("submitted"), _now));
        await Wire.AnswerAsync("proposal-returned", _desks.Releaser.ActAsync(decided, "return", new { version = StaffClient.VersionOf(decided), reason = "区域を確かめる" }));
        await Wire.AnswerAsync("proposal-submitted-again", _desks.Author.SubmitAsync(await _desks.Author.ProposalAsync("returned")));
        await _desks.Author.DecideAsync(await _desks.Author.ProposalAsync("submitted"), _now);
        await Wire.AnswerAsync("proposal-released", _desks.Releaser.ReleaseAsync(await _desks.Releaser.ProposalAsync("decided")));
        await Wire.AnswerAsync("proposal", Author.GetAsync($"/api/v1/proposals/{draft.GetProperty("id").GetString()}"));
    }

    private async Task TellingAsync()
    {
        var push = (await _subscriber.NextAsync(TimeSpan.FromSeconds(20))).Text;
        Wire.Message("push-issued", push);
        var order = (await Wire.AnswerAsync("orders", Anybody.GetAsync("/api/v1/orders"))).GetProperty("items")[0].GetProperty("id").GetString();
        await Eventually.TrueAsync(
            async () => (await _desks.Author.GetAsync($"/api/v1/dispatches/{order}")).GetProperty("items").EnumerateArray().All(item => item.GetProperty("state").GetString() == "done"), "all is told");
        await Wire.AnswerAsync("dispatches", Author.GetAsync($"/api/v1/dispatches/{order}"));
        var token = System.Text.Json.JsonDocument.Parse(push).RootElement.GetProperty("notification").GetProperty("data").GetProperty("receipt").GetString();
        await Wire.AnswerAsync("receipt-taken", Anybody.PostAsJsonAsync("/api/v1/receipts", new { token, @event = "opened" }));
        await Eventually.TrueAsync(async () => (await _hub.GetAsync("/status.json")).GetProperty("ordersInForce").GetInt32() == 1, "the status shows the order");
        await Wire.AnswerAsync("status", Anybody.GetAsync("/status.json"));
    }

    private async Task LiftingAsync()
    {
        var order = (await _hub.GetAsync("/api/v1/orders")).GetProperty("items")[0];
        await Wire.AnswerAsync("lift-asked", _desks.Author.AskLiftAsync(order, "水位が下がった"));
        await _desks.ReleaseSubmittedAsync(_now);
        Wire.Message("push-lifted", (await _subscriber.NextAsync(TimeSpan.FromSeconds(20))).Text);
        await Wire.AnswerAsync("orders-after-the-lift", Anybody.GetAsync("/api/v1/orders"));
    }

    private async Task RefusingAsync()
    {
        var proposal = (await _desks.Author.ProposalsAsync("released"))[0];
        await Wire.AnswerAsync("problem-no-session", Anybody.GetAsync("/api/v1/proposals"));
        await Wire.AnswerAsync("problem-no-role", _desks.Author.ActAsync(proposal, "release", new { version = 1 }));
        await Wire.AnswerAsync("problem-stale", _desks.Releaser.ActAsync(proposal, "return", new { version = 1, reason = "試験" }));
        await Wire.AnswerAsync("problem-unknown", Releaser.GetAsync($"/api/v1/dispatches/{Guid.NewGuid()}"));
        await Wire.AnswerAsync("problem-wrong-members", _desks.Author.ActAsync(proposal, "submit", new { version = 0 }));
        await Wire.AnswerAsync("problem-no-json", Author.PostAsync($"/api/v1/proposals/{Guid.NewGuid()}/submit", new StringContent("version=1")));
        await Wire.AnswerAsync("problem-unreadable", Author.PostAsync($"/api/v1/proposals/{Guid.NewGuid()}/submit", new StringContent("{", new MediaTypeHeaderValue("application/json"))));
        await Wire.AnswerAsync("problem-not-there", Anybody.GetAsync("/api/v1/nothing"));
        await Wire.AnswerAsync("problem-wrong-login", Anybody.PostAsJsonAsync("/api/v1/session", new { login = "nobody", password = "not-the-password" }));
        var (login, password) = await _hub.AddAccountAsync("evening", "Viewer");
        await Wire.AnswerAsync("session-begun", Anybody.PostAsJsonAsync("/api/v1/session", new { login, password }));
        await Wire.AnswerAsync("session-ended", Author.DeleteAsync("/api/v1/session"));
    }

    private async Task LookingBackAsync()
    {
        await Wire.KindsAsync("chronology-public", Anybody.GetAsync("/api/v1/chronology?limit=500"));
        await Wire.KindsAsync("chronology-staff", Releaser.GetAsync("/api/v1/chronology?limit=500"));
        await Wire.AnswerAsync("subscription-taken-back", Anybody.DeleteAsync($"/api/v1/subscriptions/{_device}"));
    }

    private Task<HttpResponseMessage> PostAsync(byte[] octets, string? key = RunningHub.FeedKey) => _hub.PostTelegramAsync(new ByteArrayContent(octets), key);
}
