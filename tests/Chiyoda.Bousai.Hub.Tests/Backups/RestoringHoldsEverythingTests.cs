using System.Net;
using System.Text.Json;
using Chiyoda.Bousai.TestHub;
using Chiyoda.Bousai.TestServices.PushService;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Backups;

/// <summary>Design rule 10 with a restored copy: it does not know what was told since, so it tells nothing until a person lets it.</summary>
public sealed class RestoringHoldsEverythingTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task WhatWasOnItsWay_IsHeld_AndGoesToTheSameDevices_WhenAReleaserLetsIt()
    {
        using var folder = new TemporaryFolder();
        var (data, copy, file) = (folder.PathOf("hub"), folder.PathOf("copy"), folder.PathOf("backup.zip"));
        await using var push = await LocalPushService.StartAsync();
        var (device, orderId) = await LeaveUnfinishedAsync(data, push);
        await MakeAwkwardAsync(data);
        await Backup.MakeAsync(data, file);
        var asked = push.RequestCount;
        device.Endpoint.Fault = null;

        var printed = await Backup.RestoredAsync(file, copy);
        Assert.Matches(@"held=[1-3] dispatches", printed);
        await using (var hub = await RunningHub.StartAsync(copy))
        {
            using var releaser = await hub.SignInAsync("Releaser");
            var held = await WebPushAsync(releaser, orderId);
            Assert.Equal(("held", 1), (held.GetProperty("state").GetString(), held.GetProperty("pending").GetInt32()));
            Assert.Equal((0, asked), (device.Received, push.RequestCount));

            await Answers.OkAsync(releaser.Http.PostAsync(
                $"/api/v1/dispatches/{held.GetProperty("decisionId").GetString()}/resume", null, TestContext.Current.CancellationToken));
            var message = await device.NextAsync(Patience);
            await Eventually.TrueAsync(async () => (await WebPushAsync(releaser, orderId)).GetProperty("state").GetString() == "done", "the dispatch is done");

            Assert.Contains("レベル4", message.Text, StringComparison.Ordinal);
            Assert.Equal((1, asked + 1), (device.Received, push.RequestCount));
            await ShowsItselfToStaffAloneAsync(hub, releaser);
            Assert.Equal([1], await TestDatabase.ReadAsync<long>(copy, "SELECT count(*) FROM hosting_nodes"));

            await hub.SubscribeAsync(push.NewSubscriber(await hub.PushKeyAsync()), "*");
            Assert.Equal([3], await TestDatabase.ReadAsync<long>(copy, "SELECT max(Key) FROM subscriptions"));
        }

        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(data, "vapid.json"), TestContext.Current.CancellationToken), await File.ReadAllTextAsync(Path.Combine(copy, "vapid.json"), TestContext.Current.CancellationToken));
    }

    private static async Task ShowsItselfToStaffAloneAsync(RunningHub hub, StaffClient staff)
    {
        var seen = (await staff.GetAsync("/api/v1/chronology?after=0&limit=500")).GetProperty("items").EnumerateArray().ToList();
        var at = seen.FindIndex(entry => entry.GetProperty("kind").GetString() == "hosting.restored");
        Assert.Matches("バックアップから復元: .*時点の記録[0-9]+件.*保留", seen[at].GetProperty("summary").GetString());
        Assert.Equal("dissemination.held", seen[at + 1].GetProperty("kind").GetString());
        Assert.Matches("理由: バックアップ（.*時点）から復元", seen[at + 1].GetProperty("summary").GetString());
        var open = (await hub.GetAsync("/api/v1/chronology?after=0&limit=500")).GetProperty("items").EnumerateArray();
        Assert.DoesNotContain(open, entry => entry.GetProperty("kind").GetString() == "hosting.restored");
    }

    /// <summary>An order whose only device could not be reached before the hub stopped.</summary>
    private static async Task<(Subscriber Device, string OrderId)> LeaveUnfinishedAsync(string data, LocalPushService push)
    {
        Directory.CreateDirectory(data);
        await using var hub = await RunningHub.StartAsync(data);
        using var desks = await Desks.OpenAsync(hub);
        var now = TimeProvider.System.GetUtcNow();
        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, now));
        var area = (await desks.Author.ProposalAsync()).GetProperty("areas")[0].GetString()!;
        var key = await hub.PushKeyAsync();
        var device = push.NewSubscriber(key);
        device.Endpoint.Fault = new PushFault.Answer((int)HttpStatusCode.InternalServerError);
        await hub.SubscribeAsync(device, area);
        await hub.SubscribeAsync(push.NewSubscriber(key), "13101001001");
        var released = await desks.IssueDraftAsync(now);
        await push.WaitForRequestsAsync(1, Patience);
        return (device, released.GetProperty("orderId").GetString()!);
    }

    /// <summary>A page that somebody holds for a day yet, a node that never said good-bye, a key that is given and free.</summary>
    private static async Task MakeAwkwardAsync(string data)
    {
        var tomorrow = TestDatabase.IsPostgres ? "now() + interval '1 day'" : $"{TimeProvider.System.GetUtcNow().AddDays(1).UtcTicks}";
        await TestDatabase.ExecuteAsync(data, $"UPDATE dissemination_pages SET LeaseUntil = {tomorrow}");
        await TestDatabase.ExecuteAsync(data, $"INSERT INTO hosting_nodes (Id, Name, Roles, StartedAt, AliveAt, PublicConnections) VALUES ('0199A0F0-0000-7000-8000-000000000001', 'old', 'web', {tomorrow}, {tomorrow}, 700)");
        Assert.Equal(1, await TestDatabase.ExecuteAsync(data, "DELETE FROM subscriptions WHERE Key = 2"));
    }

    private static async Task<JsonElement> WebPushAsync(StaffClient staff, string orderId) =>
        (await staff.GetAsync($"/api/v1/dispatches/{orderId}")).GetProperty("items").EnumerateArray()
            .Single(item => item.GetProperty("channel").GetString() == "webpush");
}
