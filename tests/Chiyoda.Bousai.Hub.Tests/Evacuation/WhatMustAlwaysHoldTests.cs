using System.Data.Common;
using System.Net;
using System.Text.Json;
using Chiyoda.Bousai.TestHub;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Evacuation;

/// <summary>Rules of the design that hold for every deployment, over HTTP and over the database. Rules 1, 10, 11 and 12 are with Dissemination.</summary>
public sealed class WhatMustAlwaysHoldTests
{
    private readonly DateTimeOffset _now = TimeProvider.System.GetUtcNow();

    [Theory]
    [InlineData("ReleaserId = SubmitterId")]
    [InlineData("ReleaserId = '00000000-0000-0000-0000-000000000001', SubmitterId = NULL")]
    public async Task Rule02_TheDatabaseItselfRefusesAReleaseWithoutTwoPersons(string written)
    {
        await using var hub = await RunningHub.StartAsync();
        using var author = await hub.SignInAsync("Recorder");
        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, _now));
        await Answers.OkAsync(author.SubmitAsync(await author.ProposalAsync()));
        await Answers.OkAsync(author.DecideAsync(await author.ProposalAsync("submitted"), _now));

        var refused = await Assert.ThrowsAnyAsync<DbException>(
            () => TestDatabase.ExecuteAsync(hub.DataDirectory, $"UPDATE evacuation_proposals SET State = 'Released', {written}"));

        Assert.Contains("ck_releaser_is_not_submitter", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rule02_TheDeciderNeedsNoAccount_AndIsRecordedWithOfficeBasisMeansTimeAndHearer()
    {
        await using var hub = await RunningHub.StartAsync();
        using var author = await hub.SignInAsync("Recorder");
        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, _now));
        await Answers.OkAsync(author.SubmitAsync(await author.ProposalAsync()));

        await Answers.OkAsync(author.DecideAsync(await author.ProposalAsync("submitted"), _now));

        var decision = (await author.ProposalAsync("decided")).GetProperty("decision");
        Assert.Equal(("区長", "telephone", "当直", "発令する"), (Text(decision, "office"), Text(decision, "means"), Text(decision, "heardBy"), Text(decision, "words")));
        Assert.Contains("災害対策基本法", Text(decision, "basis"), StringComparison.Ordinal);
        Assert.Equal(_now, decision.GetProperty("at").GetDateTimeOffset(), TimeSpan.FromMilliseconds(1));
        var entry = (await author.GetAsync("/api/v1/chronology")).GetProperty("items").EnumerateArray().Single(item => Text(item, "kind") == "evacuation.decided");
        Assert.Contains("区長", Text(entry, "summary"), StringComparison.Ordinal);
        Assert.Contains("電話", Text(entry, "summary"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rule03_AnExerciseMarksEveryPage()
    {
        await using var hub = await RunningHub.StartAsync();

        foreach (var path in new[] { "/", "/lite", "/hq/sign-in" })
        {
            Assert.Contains("訓練", await hub.Public.GetStringAsync(path), StringComparison.Ordinal);
        }

        Assert.Equal("exercise", (await hub.GetAsync("/status.json")).GetProperty("mode").GetString());
    }

    [Fact]
    public async Task Rule06_ATelegramProposes_AndOrdersNothing()
    {
        await using var hub = await RunningHub.StartAsync();

        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 5, _now));

        Assert.Empty((await hub.GetAsync("/api/v1/orders")).GetProperty("items").EnumerateArray());
        Assert.Equal(0, (await hub.GetAsync("/status.json")).GetProperty("ordersInForce").GetInt32());
    }

    [Fact]
    public async Task Rule07_UnknownIsNeverShownAsNone()
    {
        await using var hub = await RunningHub.StartAsync();

        var page = await hub.Public.GetStringAsync("/lite");

        Assert.Equal("unknown", (await hub.GetAsync("/api/v1/warnings")).GetProperty("state").GetString());
        Assert.DoesNotContain("発表されていません", page, StringComparison.Ordinal);
        Assert.Contains("確認できて", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rule08_OrdersNeverExpireByAClock_AndALiftOfTheIssuerLiftsNothingOfOurs()
    {
        var clock = new MovableClock();
        await using var hub = await RunningHub.StartAsync(adjust: services => services.AddSingleton<TimeProvider>(clock));
        using (var desks = await Desks.OpenAsync(hub))
        {
            await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, _now));
            await desks.IssueDraftAsync(_now);
        }

        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, null, _now.AddMinutes(10), 2));
        clock.Advance(TimeSpan.FromDays(30));

        var order = Assert.Single((await hub.GetAsync("/api/v1/orders")).GetProperty("items").EnumerateArray());
        Assert.Equal(("issued", JsonValueKind.Null), (Text(order, "state"), order.GetProperty("liftedAt").ValueKind));
        Assert.Empty((await hub.GetAsync("/api/v1/warnings")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Rule08_AnEndedOrderIsListedForADay()
    {
        var clock = new MovableClock();
        await using var hub = await RunningHub.StartAsync(adjust: services => services.AddSingleton<TimeProvider>(clock));
        using var desks = await Desks.OpenAsync(hub);
        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, _now));
        await desks.IssueDraftAsync(_now);
        using (await desks.Author.AskLiftAsync((await hub.GetAsync("/api/v1/orders")).GetProperty("items")[0], "水位が下がった"))
        {
            await desks.ReleaseSubmittedAsync(_now);
        }

        clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromMinutes(1));
        var ended = Assert.Single((await hub.GetAsync("/api/v1/orders")).GetProperty("items").EnumerateArray());
        Assert.Equal("lifted", Text(ended, "state"));
        clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Empty((await hub.GetAsync("/api/v1/orders")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Rule13_TheLatestDecisionStands_OneOrderPerKey_RaisedInPlace()
    {
        await using var hub = await RunningHub.StartAsync();
        using var desks = await Desks.OpenAsync(hub);
        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 3, _now.AddMinutes(-5)));
        var first = await desks.IssueDraftAsync(_now);
        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, _now, 2));

        var second = await desks.IssueDraftAsync(_now);

        Assert.Equal(first.GetProperty("orderId").GetGuid(), second.GetProperty("orderId").GetGuid());
        Assert.Equal(2, second.GetProperty("orderVersion").GetInt32());
        Assert.NotEqual(first.GetProperty("decisionId").GetGuid(), second.GetProperty("decisionId").GetGuid());
        var order = Assert.Single((await hub.GetAsync("/api/v1/orders")).GetProperty("items").EnumerateArray());
        Assert.Equal((4, "issued", "evacuationInstruction"), (order.GetProperty("level").GetInt32(), Text(order, "state"), Text(order, "kind")));
    }

    [Fact]
    public async Task Rule13_TwoActionsInOneArea_CannotBeIssued()
    {
        await using var hub = await RunningHub.StartAsync();
        using var desks = await Desks.OpenAsync(hub);
        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, _now));
        await desks.IssueDraftAsync(_now);
        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Arakawa, 4, _now));
        await Answers.OkAsync(desks.Author.SubmitAsync(await desks.Author.ProposalAsync()));
        await Answers.OkAsync(desks.Author.DecideAsync(await desks.Author.ProposalAsync("submitted"), _now));

        await Answers.RefusedAsync(desks.Releaser.ReleaseAsync(await desks.Releaser.ProposalAsync("decided")), HttpStatusCode.Conflict, "evacuation.actions-differ");

        Assert.Single((await hub.GetAsync("/api/v1/orders")).GetProperty("items").EnumerateArray());
        Assert.Single(await desks.Releaser.ProposalsAsync("decided"));
    }

    [Fact]
    public async Task Rule15_EveryPublicStatementNamesItsSourceAndTime()
    {
        await using var hub = await RunningHub.StartAsync();
        await hub.HeartbeatAsync(complete: true);
        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, _now));

        var warnings = await hub.GetAsync("/api/v1/warnings");

        var item = Assert.Single(warnings.GetProperty("items").EnumerateArray());
        Assert.NotEmpty(Text(item, "source"));
        Assert.Equal(_now, item.GetProperty("reportedAt").GetDateTimeOffset(), TimeSpan.FromSeconds(1));
        Assert.NotEqual(JsonValueKind.Null, warnings.GetProperty("asOf").ValueKind);
        foreach (var path in new[] { "/", "/lite" })
        {
            var page = await hub.Public.GetStringAsync(path);
            Assert.Contains("119", page, StringComparison.Ordinal);
            Assert.Contains("110", page, StringComparison.Ordinal);
            Assert.Contains("171", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Restart_KeepsOrdersInForceWarningsAndWhatWaits()
    {
        using var folder = new TemporaryFolder();
        string before;
        await using (var hub = await RunningHub.StartAsync(folder.Path))
        {
            using var desks = await Desks.OpenAsync(hub);
            await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, _now));
            await desks.IssueDraftAsync(_now);
            await hub.PublishTelegramAsync(Floods.Telegram(Floods.Arakawa, 3, _now));
            before = await HeldAsync(hub);
        }

        await using var again = await RunningHub.StartAsync(folder.Path);
        using var viewer = await again.SignInAsync("Viewer");

        Assert.Equal(before, await HeldAsync(again));
        Assert.Equal(3, (await viewer.ProposalAsync()).GetProperty("level").GetInt32());
        await Eventually.TrueAsync(async () => (await again.Public.GetStringAsync("/lite")).Contains("警戒レベル4", StringComparison.Ordinal), "the page shows the order again");
    }

    private static async Task<string> HeldAsync(RunningHub hub) =>
        (await hub.GetAsync("/api/v1/orders")).GetRawText() + (await hub.GetAsync("/api/v1/warnings")).GetProperty("items").GetRawText();

    private static string Text(JsonElement item, string name) => item.GetProperty(name).GetString()!;
}
