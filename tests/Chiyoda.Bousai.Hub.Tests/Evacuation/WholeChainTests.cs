using System.Net;
using System.Text.Json;
using Chiyoda.Bousai.TestHub;
using Chiyoda.Bousai.TestServices.PushService;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Evacuation;

/// <summary>Sense, know, decide, approve, tell, record: over HTTP, with a push service on real sockets.</summary>
public sealed class WholeChainTests
{
    private static readonly string[] OrderedKinds =
    [
        "feeds.telegram-received", "warnings.changed", "evacuation.proposed", "evacuation.submitted", "evacuation.decided", "evacuation.order-issued",
        "evacuation.lift-asked", "evacuation.decided", "evacuation.order-lifted",
    ];

    [Fact]
    public async Task LevelFourTelegramAlone_BecomesAnOrderThatResidentsHave_AndIsLifted()
    {
        await using var hub = await RunningHub.StartAsync();
        await using var push = await LocalPushService.StartAsync();
        using var author = await hub.SignInAsync("Recorder");
        using var releaser = await hub.SignInAsync("Releaser");
        var now = TimeProvider.System.GetUtcNow();

        var receipt = await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, now));
        Assert.Equal("accepted", receipt.Outcome);
        var proposal = await author.ProposalAsync();
        Assert.Equal((4, "goUp", "issue"), (proposal.GetProperty("level").GetInt32(), proposal.GetProperty("action").GetString(), proposal.GetProperty("act").GetString()));
        Assert.Contains(proposal.GetProperty("criteria").EnumerateArray(), criterion => criterion.GetProperty("matched").GetBoolean()
            && criterion.GetProperty("telegramId").GetGuid() == receipt.TelegramId);

        var subscriber = push.NewSubscriber(await hub.PushKeyAsync());
        await hub.SubscribeAsync(subscriber, proposal.GetProperty("areas")[0].GetString()!);
        await Answers.OkAsync(author.SubmitAsync(proposal));
        await Answers.OkAsync(author.DecideAsync(await author.ProposalAsync("submitted"), now));
        var released = await Answers.OkAsync(releaser.ReleaseAsync(await releaser.ProposalAsync("decided")));

        var message = JsonDocument.Parse((await subscriber.NextAsync(TimeSpan.FromSeconds(20))).Text).RootElement;
        Assert.Equal(8030, message.GetProperty("web_push").GetInt32());
        Assert.StartsWith("【訓練】", message.GetProperty("notification").GetProperty("title").GetString(), StringComparison.Ordinal);
        Assert.Contains("レベル4", message.GetProperty("notification").GetProperty("title").GetString(), StringComparison.Ordinal);

        var orderId = released.GetProperty("orderId").GetString()!;
        await Eventually.TrueAsync(async () => (await hub.Public.GetStringAsync("/")).Contains(orderId, StringComparison.Ordinal), "the portal shows the order");
        var order = (await hub.GetAsync("/api/v1/orders")).GetProperty("items").EnumerateArray().Single();
        Assert.Equal("issued", order.GetProperty("state").GetString());
        await Eventually.TrueAsync(async () => await AllDoneAsync(releaser, orderId, 3), "every channel has an outcome");

        var lift = await author.AskLiftAsync(order, "水位が下がり雨もやんだ");
        Assert.Equal(HttpStatusCode.Accepted, lift.StatusCode);
        await Answers.OkAsync(author.DecideAsync(await author.ProposalAsync("submitted"), now));
        await Answers.OkAsync(releaser.ReleaseAsync(await releaser.ProposalAsync("decided")));
        var lifted = JsonDocument.Parse((await subscriber.NextAsync(TimeSpan.FromSeconds(20))).Text).RootElement;
        Assert.Contains("解除", lifted.GetProperty("notification").GetProperty("title").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("安全", lifted.GetRawText(), StringComparison.Ordinal);
        await Eventually.TrueAsync(
            async () => (await hub.GetAsync("/api/v1/orders")).GetProperty("items")[0].GetProperty("state").GetString() == "lifted", "the order is lifted");

        var entries = (await author.GetAsync("/api/v1/chronology?after=0&limit=500")).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(Enumerable.Range(1, entries.Count).Select(n => (long)n), entries.Select(entry => entry.GetProperty("sequence").GetInt64()));
        Assert.Equal(OrderedKinds, entries.Select(entry => entry.GetProperty("kind").GetString()!).Where(kind => OrderedKinds.Contains(kind)));
    }

    [Fact]
    public async Task SubmitterCannotRelease_EvenWithASecondLogIn()
    {
        await using var hub = await RunningHub.StartAsync();
        var person = Guid.NewGuid();
        using var one = await hub.SignInAsync("Releaser", person);
        using var same = await hub.SignInAsync("Releaser", person);
        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, TimeProvider.System.GetUtcNow()));
        await Answers.OkAsync(one.SubmitAsync(await one.ProposalAsync()));
        await Answers.OkAsync(one.DecideAsync(await one.ProposalAsync("submitted"), TimeProvider.System.GetUtcNow()));

        await Answers.RefusedAsync(same.ReleaseAsync(await same.ProposalAsync("decided")), HttpStatusCode.Forbidden, "evacuation.releaser-is-submitter");

        Assert.Empty((await hub.GetAsync("/api/v1/orders")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task ReleaseWithoutDecision_IsRefused()
    {
        await using var hub = await RunningHub.StartAsync();
        using var author = await hub.SignInAsync("Recorder");
        using var releaser = await hub.SignInAsync("Releaser");
        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, TimeProvider.System.GetUtcNow()));
        await Answers.OkAsync(author.SubmitAsync(await author.ProposalAsync()));

        await Answers.RefusedAsync(releaser.ReleaseAsync(await releaser.ProposalAsync("submitted")), HttpStatusCode.Conflict, "evacuation.no-decision");
    }

    [Fact]
    public async Task StaleVersion_IsRefused()
    {
        await using var hub = await RunningHub.StartAsync();
        using var author = await hub.SignInAsync("Recorder");
        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, TimeProvider.System.GetUtcNow()));
        var seen = await author.ProposalAsync();
        await Answers.OkAsync(author.SubmitAsync(seen));

        await Answers.RefusedAsync(author.DecideAsync(seen, TimeProvider.System.GetUtcNow()), HttpStatusCode.Conflict, "evacuation.stale-version");
    }

    [Fact]
    public async Task TwentyPeopleReleaseAtOnce_OneOrderGoesOut()
    {
        await using var hub = await RunningHub.StartAsync();
        using var author = await hub.SignInAsync("Recorder");
        using var releaser = await hub.SignInAsync("Releaser");
        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, TimeProvider.System.GetUtcNow()));
        await Answers.OkAsync(author.SubmitAsync(await author.ProposalAsync()));
        await Answers.OkAsync(author.DecideAsync(await author.ProposalAsync("submitted"), TimeProvider.System.GetUtcNow()));
        var decided = await releaser.ProposalAsync("decided");

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => releaser.ReleaseAsync(decided)));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.All(answers, answer => Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.OK, HttpStatusCode.Conflict }));
        Assert.Single((await hub.GetAsync("/api/v1/orders")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task ReturnedProposal_IsSubmittedAgainAndNeedsANewDecision()
    {
        await using var hub = await RunningHub.StartAsync();
        using var author = await hub.SignInAsync("Recorder");
        using var releaser = await hub.SignInAsync("Releaser");
        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, TimeProvider.System.GetUtcNow()));
        await Answers.OkAsync(author.SubmitAsync(await author.ProposalAsync()));
        await Answers.OkAsync(author.DecideAsync(await author.ProposalAsync("submitted"), TimeProvider.System.GetUtcNow()));
        var decided = await releaser.ProposalAsync("decided");
        await Answers.OkAsync(releaser.ActAsync(decided, "return", new { version = StaffClient.VersionOf(decided), reason = "区域を確かめる" }));

        await Answers.OkAsync(author.SubmitAsync(await author.ProposalAsync("returned")));

        await Answers.RefusedAsync(releaser.ReleaseAsync(await releaser.ProposalAsync("submitted")), HttpStatusCode.Conflict, "evacuation.no-decision");
    }

    private static async Task<bool> AllDoneAsync(StaffClient staff, string orderId, int channels)
    {
        var items = (await staff.GetAsync($"/api/v1/dispatches/{orderId}")).GetProperty("items").EnumerateArray().ToList();
        return items.Count == channels && items.TrueForAll(item =>
            item.GetProperty("state").GetString() == "done"
            && Sum(item, "pending", "accepted", "gone", "failed", "superseded") == item.GetProperty("recipients").GetInt32());
    }

    private static int Sum(JsonElement item, params string[] names) => names.Sum(name => item.GetProperty(name).GetInt32());
}
