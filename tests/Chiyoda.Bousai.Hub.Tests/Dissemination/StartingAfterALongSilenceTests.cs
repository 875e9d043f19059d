using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Chiyoda.Bousai.Hub.Tests.Hq;
using Chiyoda.Bousai.TestHub;
using Chiyoda.Bousai.TestServices.PushService;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Dissemination;

/// <summary>Design rule 10, with the whole hub: it was away, and does not know what the world was told.</summary>
public sealed class StartingAfterALongSilenceTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task WhatWasUnfinished_GoesOutOnlyWhenAReleaserLetsIt()
    {
        var data = Directory.CreateTempSubdirectory("bousai-hub-").FullName;
        await using var push = await LocalPushService.StartAsync();
        var (device, orderId) = await LeaveUnfinishedAsync(data, push);
        await MakeSilentAsync(data);
        device.Endpoint.Fault = null;

        await using (var hub = await RunningHub.StartAsync(data))
        {
            using var releaser = await hub.SignInAsync("Releaser");
            var held = await WebPushAsync(releaser, orderId);
            Assert.Equal(("held", 1), (held.GetProperty("state").GetString(), held.GetProperty("pending").GetInt32()));
            Assert.Equal(0, device.Received);

            var resumed = await Answers.OkAsync(releaser.Http.PostAsync(
                $"/api/v1/dispatches/{held.GetProperty("decisionId").GetString()}/resume", null, TestContext.Current.CancellationToken));
            var message = await device.NextAsync(Patience);

            Assert.InRange(resumed.GetProperty("resumed").GetInt32(), 1, 3);
            Assert.Contains("レベル4", message.Text, StringComparison.Ordinal);
            await Eventually.TrueAsync(async () => (await WebPushAsync(releaser, orderId)).GetProperty("state").GetString() == "done", "the dispatch is done");
            var kinds = (await releaser.GetAsync("/api/v1/chronology?after=0&limit=500")).GetProperty("items").EnumerateArray()
                .Select(entry => entry.GetProperty("kind").GetString()).ToList();
            Assert.Contains("dissemination.held", kinds);
            Assert.Contains("dissemination.resumed", kinds);
        }

        Directory.Delete(data, recursive: true);
    }

    /// <summary>A session left open on a desk lets nothing go on, as it releases nothing.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task SixMinutesAfterSigningIn_LettingItGoOnAsksForThePassword(bool isOnPage)
    {
        var data = Directory.CreateTempSubdirectory("bousai-hub-").FullName;
        await using var push = await LocalPushService.StartAsync();
        var (device, orderId) = await LeaveUnfinishedAsync(data, push);
        await MakeSilentAsync(data);
        device.Endpoint.Fault = null;
        var clock = new MovableClock();

        await using (var hub = await RunningHub.StartAsync(data, adjust: services => services.AddSingleton<TimeProvider>(clock)))
        {
            var (login, password) = await hub.AddAccountAsync("releaser-for-later", "Releaser");
            using var program = await hub.SignInAsync(login, password);
            using var seat = Seat.Take(hub);
            await seat.SignInAsync(login, password);
            clock.Advance(TimeSpan.FromMinutes(6));

            if (isOnPage)
            {
                await ResumeOnPageAsync(seat, orderId, password, device);
            }
            else
            {
                var path = $"/api/v1/dispatches/{(await WebPushAsync(program, orderId)).GetProperty("decisionId").GetString()}/resume";
                await Answers.RefusedAsync(program.Http.PostAsync(path, null, TestContext.Current.CancellationToken), HttpStatusCode.Forbidden, "access.step-up-needed");
                await Answers.RefusedAsync(
                    program.Http.PostAsJsonAsync(path, new { password = "not-the-password" }, TestContext.Current.CancellationToken), HttpStatusCode.Forbidden, "access.wrong-password");
                Assert.Equal(0, device.Received);
                await Answers.OkAsync(program.Http.PostAsJsonAsync(path, new { password }, TestContext.Current.CancellationToken));
            }

            Assert.Contains("レベル4", (await device.NextAsync(Patience)).Text, StringComparison.Ordinal);
        }

        Directory.Delete(data, recursive: true);
    }

    private static async Task ResumeOnPageAsync(Seat seat, string orderId, string password, Subscriber device)
    {
        var order = await seat.GetAsync($"/hq/orders/{orderId}");
        Assert.Contains("name=\"password\"", order.Html, StringComparison.Ordinal);
        Assert.Contains("access.step-up-needed", (await seat.SendAsync(order, "handler=Resume")).Text, StringComparison.Ordinal);
        Assert.Contains("access.wrong-password", (await seat.SendAsync(order, "handler=Resume", ("password", "not-the-password"))).Text, StringComparison.Ordinal);
        Assert.Equal(0, device.Received);

        Assert.Contains("止めていた配信を再開しました", (await seat.SendAsync(order, "handler=Resume", ("password", password))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AfterAShortRestart_ItGoesOnByItself()
    {
        var data = Directory.CreateTempSubdirectory("bousai-hub-").FullName;
        await using var push = await LocalPushService.StartAsync();
        var (device, _) = await LeaveUnfinishedAsync(data, push);
        device.Endpoint.Fault = null;

        await using (var hub = await RunningHub.StartAsync(data))
        {
            Assert.Contains("レベル4", (await device.NextAsync(Patience)).Text, StringComparison.Ordinal);
        }

        Directory.Delete(data, recursive: true);
    }

    /// <summary>An order whose only device could not be reached before the hub stopped.</summary>
    private static async Task<(Subscriber Device, string OrderId)> LeaveUnfinishedAsync(string data, LocalPushService push)
    {
        await using var hub = await RunningHub.StartAsync(data);
        using var author = await hub.SignInAsync("Recorder");
        using var releaser = await hub.SignInAsync("Releaser");
        var now = TimeProvider.System.GetUtcNow();
        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, now));
        var proposal = await author.ProposalAsync();
        var device = push.NewSubscriber(await hub.PushKeyAsync());
        device.Endpoint.Fault = new PushFault.Answer((int)HttpStatusCode.InternalServerError);
        await hub.SubscribeAsync(device, proposal.GetProperty("areas")[0].GetString()!);
        await Answers.OkAsync(author.SubmitAsync(proposal));
        await Answers.OkAsync(author.DecideAsync(await author.ProposalAsync("submitted"), now));
        var released = await Answers.OkAsync(releaser.ReleaseAsync(await releaser.ProposalAsync("decided")));
        await push.WaitForRequestsAsync(1, Patience);
        return (device, released.GetProperty("orderId").GetString()!);
    }

    /// <summary>Puts the last sign of life far into the past, as a restored copy has it.</summary>
    private static async Task MakeSilentAsync(string data) => Assert.Equal(
        1, await TestDatabase.ExecuteAsync(data, $"UPDATE hosting_stamp SET AliveAt = AliveAt - {(TestDatabase.IsPostgres ? "interval '1 hour'" : "36000000000")}"));

    private static async Task<JsonElement> WebPushAsync(StaffClient staff, string orderId) =>
        (await staff.GetAsync($"/api/v1/dispatches/{orderId}")).GetProperty("items").EnumerateArray()
            .Single(item => item.GetProperty("channel").GetString() == "webpush");
}
