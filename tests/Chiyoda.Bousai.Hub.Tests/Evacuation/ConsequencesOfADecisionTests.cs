using System.Net;
using System.Text.Json;
using Chiyoda.Bousai.Hub.Tests.Hq;
using Chiyoda.Bousai.TestHub;
using Chiyoda.Bousai.TestServices.PushService;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Evacuation;

/// <summary>What a decision would do is shown before it, and kept with it.</summary>
public sealed class ConsequencesOfADecisionTests
{
    [Fact]
    public async Task WhatWasSeenAtTheDecision_StaysAsItWas_ForADecisionToIssueAndForOneNotTo()
    {
        await using var hub = await RunningHub.StartAsync();
        await using var push = await LocalPushService.StartAsync();
        using var author = await hub.SignInAsync("Recorder");
        using var releaser = await hub.SignInAsync("Releaser");
        var now = TimeProvider.System.GetUtcNow();
        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 3, now));
        var draft = await author.ProposalAsync();
        Assert.Equal(JsonValueKind.Null, draft.GetProperty("consequences").ValueKind); // not in lists
        var area = draft.GetProperty("areas")[0].GetString()!;
        await hub.SubscribeAsync(push.NewSubscriber(await hub.PushKeyAsync()), area);

        var seen = await ConsequencesAsync(author, draft);
        Assert.Equal((1, 1), Told(seen));
        Assert.Equal(JsonValueKind.Null, seen.GetProperty("residents").GetProperty("persons").ValueKind);
        Assert.Equal(draft.GetProperty("areas").GetArrayLength(), seen.GetProperty("areas").GetArrayLength());
        Assert.DoesNotContain(seen.GetProperty("shelters").EnumerateArray(), shelter => shelter.GetProperty("standing").GetString() == "recommended");
        Assert.All(seen.GetProperty("shelters").EnumerateArray(), shelter => Assert.Equal(JsonValueKind.Null, shelter.GetProperty("report").ValueKind));
        Assert.Equal(
            ["kanda-river-5 False", "kanda-river-4 False", "kanda-river-3 True"],
            seen.GetProperty("criteria").EnumerateArray().Select(criterion => $"{criterion.GetProperty("id").GetString()} {criterion.GetProperty("matched").GetBoolean()}"));
        Assert.Equal(JsonValueKind.Null, seen.GetProperty("lead").ValueKind);
        Assert.InRange(seen.GetProperty("daylight").GetProperty("sunsetAt").GetDateTimeOffset() - now, TimeSpan.Zero, TimeSpan.FromHours(25));

        await Answers.OkAsync(author.SubmitAsync(draft));
        await Answers.OkAsync(author.DecideAsync(await author.ProposalAsync("submitted"), now));
        await hub.SubscribeAsync(push.NewSubscriber(await hub.PushKeyAsync()), area);
        await Answers.OkAsync(releaser.ReleaseAsync(await author.ProposalAsync("decided")));
        Assert.Equal((1, 1), Told(await ConsequencesAsync(author, draft)));

        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, now.AddMinutes(1), serial: 2));
        var higher = await author.ProposalAsync();
        var before = (await ConsequencesAsync(author, higher)).GetProperty("before");
        Assert.Equal((3, true), (before[0].GetProperty("measure").GetProperty("level").GetInt32(), before[0].GetProperty("isTouched").GetBoolean()));
        await Answers.OkAsync(author.SubmitAsync(higher));
        var rejected = await Answers.OkAsync(releaser.ActAsync(
            await author.ProposalAsync("submitted"), "reject", new { version = 2, reason = "観測が下がっている" }));
        Assert.Equal((2, 2), Told(rejected.GetProperty("consequences")));
        await hub.SubscribeAsync(push.NewSubscriber(await hub.PushKeyAsync()), area);
        Assert.Equal((2, 2), Told(await ConsequencesAsync(author, higher)));

        using var seat = await Seat.TakeAsync(hub, "Viewer");
        var page = await seat.GetAsync($"/hq/proposals/{higher.GetProperty("id").GetString()}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("決定時の状況", page.Text, StringComparison.Ordinal);
        Assert.Contains("2件に通知", page.Text, StringComparison.Ordinal);
        Assert.Contains("不明（町丁目別の人数が設定にありません）", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("閉鎖（", page.Text, StringComparison.Ordinal);
    }

    private static async Task<JsonElement> ConsequencesAsync(StaffClient staff, JsonElement proposal) =>
        (await staff.GetAsync($"/api/v1/proposals/{proposal.GetProperty("id").GetString()}")).GetProperty("consequences");

    private static (int InAreas, int Told) Told(JsonElement consequences)
    {
        var lines = consequences.GetProperty("subscribers").GetProperty("lines").EnumerateArray().ToList();
        return (lines.Sum(line => line.GetProperty("inAreas").GetInt32()), lines.Sum(line => line.GetProperty("told").GetInt32()));
    }
}
