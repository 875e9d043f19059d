using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Chiyoda.Bousai.TestHub;
using Chiyoda.Bousai.TestServices.PushService;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Dissemination;

/// <summary>What staff see of a decision's way to people, over HTTP.</summary>
public sealed class ReachOfADecisionTests
{
    [Fact]
    public async Task AReceipt_IsCountedForTheMessageItCameWith()
    {
        await using var hub = await RunningHub.StartAsync();
        await using var push = await LocalPushService.StartAsync();
        using var releaser = await hub.SignInAsync("Releaser");
        using var author = await hub.SignInAsync("Recorder");
        var (device, orderId) = await TellAsync(hub, push, author, releaser);
        var data = JsonDocument.Parse((await device.NextAsync(TimeSpan.FromSeconds(20))).Text).RootElement.GetProperty("notification").GetProperty("data");
        var token = data.GetProperty("receipt").GetString()!;

        Assert.Equal(HttpStatusCode.NoContent, await ReportAsync(hub, new { token, @event = "opened" }));
        Assert.Equal(HttpStatusCode.NoContent, await ReportAsync(hub, new { token = new string('A', token.Length), @event = "confirmed" }));

        await Eventually.TrueAsync(async () => (await WebPushAsync(releaser, orderId)).GetProperty("opened").GetInt32() == 1, "the receipt is counted");
        var item = await WebPushAsync(releaser, orderId);
        Assert.Equal(
            (1, 1, 1, 1, 0),
            (Figure(item, "recipients"), Figure(item, "accepted"), Figure(item, "shown"), Figure(item, "opened"), Figure(item, "confirmed")));
        Assert.Equal("issue", item.GetProperty("act").GetString());
        Assert.NotEqual(JsonValueKind.Null, item.GetProperty("firstAcceptedAt").ValueKind);
    }

    [Fact]
    public async Task AReportThatIsNone_IsRefused()
    {
        await using var hub = await RunningHub.StartAsync();

        await Answers.RefusedAsync(
            hub.Public.PostAsJsonAsync("/api/v1/receipts", new { token = "x", @event = "liked" }, TestContext.Current.CancellationToken), HttpStatusCode.BadRequest, "dissemination.receipt-malformed");
        Assert.Equal(HttpStatusCode.NoContent, await ReportAsync(hub, new { token = "x", @event = "shown" }));
    }

    [Fact]
    public async Task WithoutASession_NothingIsShownOrResumed()
    {
        await using var hub = await RunningHub.StartAsync();
        using var viewer = await hub.SignInAsync("Viewer");
        using var releaser = await hub.SignInAsync("Releaser");

        using var anonymous = await hub.Public.GetAsync($"/api/v1/dispatches/{Guid.NewGuid()}", TestContext.Current.CancellationToken);
        using var forbidden = await viewer.Http.PostAsync($"/api/v1/dispatches/{Guid.NewGuid()}/resume", null, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, anonymous.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        await Answers.RefusedAsync(viewer.Http.GetAsync($"/api/v1/dispatches/{Guid.NewGuid()}", TestContext.Current.CancellationToken), HttpStatusCode.NotFound, "dissemination.unknown-order");
        await Answers.RefusedAsync(
            releaser.Http.PostAsync($"/api/v1/dispatches/{Guid.NewGuid()}/resume", null, TestContext.Current.CancellationToken), HttpStatusCode.NotFound, "dissemination.unknown-decision");
    }

    [Fact]
    public async Task WhatIsNotHeld_CannotBeResumed()
    {
        await using var hub = await RunningHub.StartAsync();
        await using var push = await LocalPushService.StartAsync();
        using var releaser = await hub.SignInAsync("Releaser");
        using var author = await hub.SignInAsync("Recorder");
        var (device, orderId) = await TellAsync(hub, push, author, releaser);
        await device.NextAsync(TimeSpan.FromSeconds(20));
        var decisionId = (await WebPushAsync(releaser, orderId)).GetProperty("decisionId").GetString();

        await Answers.RefusedAsync(releaser.Http.PostAsync($"/api/v1/dispatches/{decisionId}/resume", null, TestContext.Current.CancellationToken), HttpStatusCode.Conflict, "dissemination.not-held");
    }

    private static async Task<(Subscriber Device, string OrderId)> TellAsync(RunningHub hub, LocalPushService push, StaffClient author, StaffClient releaser)
    {
        var now = TimeProvider.System.GetUtcNow();
        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, now));
        var proposal = await author.ProposalAsync();
        var device = push.NewSubscriber(await hub.PushKeyAsync());
        await hub.SubscribeAsync(device, proposal.GetProperty("areas")[0].GetString()!);
        await Answers.OkAsync(author.SubmitAsync(proposal));
        await Answers.OkAsync(author.DecideAsync(await author.ProposalAsync("submitted"), now));
        var released = await Answers.OkAsync(releaser.ReleaseAsync(await releaser.ProposalAsync("decided")));
        return (device, released.GetProperty("orderId").GetString()!);
    }

    private static async Task<HttpStatusCode> ReportAsync(RunningHub hub, object report)
    {
        using var answer = await hub.Public.PostAsJsonAsync("/api/v1/receipts", report, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private static async Task<JsonElement> WebPushAsync(StaffClient staff, string orderId) =>
        (await staff.GetAsync($"/api/v1/dispatches/{orderId}")).GetProperty("items").EnumerateArray()
            .Single(item => item.GetProperty("channel").GetString() == "webpush");

    private static int Figure(JsonElement item, string name) => item.GetProperty(name).GetInt32();
}
