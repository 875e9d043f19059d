using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Chiyoda.Bousai.Hub.Tests.CallOuts;
using Chiyoda.Bousai.Hub.Tests.Hq;
using Chiyoda.Bousai.TestHub;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Evacuation;

/// <summary>Rain, an earthquake or a tsunami never proposes an order for the ward; it proposes notices and calls, and people take them up.</summary>
public sealed class ProposingNoticesAndCallsTests
{
    private readonly DateTimeOffset _now = TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task HeavyRain_ProposesANoticeAndCalls_Once_AndSendsNothing()
    {
        await using var hub = await RunningHub.StartAsync();
        using var author = await Seat.TakeAsync(hub, "Recorder");
        using var desks = await Desks.OpenAsync(hub);
        await hub.PublishTelegramAsync(Alerts.Rain(4, _now.AddMinutes(-3)));
        await hub.PublishTelegramAsync(Alerts.Rain(4, _now.AddMinutes(-2)));

        Assert.Empty(await desks.Author.ProposalsAsync());
        var situation = await author.GetAsync("/hq");
        Assert.Contains("基準による案 地下にいる方は、雨水の流れ込みに注意", situation.Text, StringComparison.Ordinal);
        Assert.Contains("発令基準による施設への連絡を行う", situation.Text, StringComparison.Ordinal);
        var facilities = await author.GetAsync("/hq/facilities");
        Assert.Contains("雨水：レベル４大雨危険警報", facilities.Text, StringComparison.Ordinal);
        Assert.Empty((await hub.GetAsync("/api/v1/notices")).GetProperty("items").EnumerateArray());

        // The calls are worked through by people who read why, and what there is not.
        var path = Regex.Match(facilities.Html, "/hq/facilities/calls/[0-9a-f-]{36}").Value;
        var list = await author.GetAsync(path);
        Assert.Contains("避難情報は出ていません。", list.Text, StringComparison.Ordinal);
        Assert.Contains("inland-flood-calls-4", list.Text, StringComparison.Ordinal);
        Assert.Contains("大手町駅（地下鉄） 未連絡", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("三井記念病院", list.Text, StringComparison.Ordinal);
        var form = list.Form("handler=Note").Fields;
        form["state"] = "Reached";
        Assert.Contains("連絡済", (await author.PostAsync(path + "?handler=Note", form)).Text, StringComparison.Ordinal);

        // 継続 proposed nothing anew.
        Assert.Single(await DraftsAsync(desks.Author));
        var kinds = (await desks.Author.GetAsync("/api/v1/chronology?limit=500")).GetProperty("items").EnumerateArray().Select(entry => entry.GetProperty("kind").GetString()).ToList();
        Assert.Equal((1, 1), (kinds.Count(kind => kind == "notices.proposed"), kinds.Count(kind => kind == "facilities.calls-proposed")));
    }

    [Fact]
    public async Task ADraftThatNobodyTookUp_FallsAwayWithTheRain_OneThatWasSubmittedStays()
    {
        await using var hub = await RunningHub.StartAsync();
        using var desks = await Desks.OpenAsync(hub);
        await hub.PublishTelegramAsync(Alerts.Rain(4, _now.AddMinutes(-9)));
        var first = Assert.Single(await DraftsAsync(desks.Author));
        Assert.Equal("inland-flood-notice-4", Assert.Single(first.GetProperty("grounds").EnumerateArray()).GetProperty("id").GetString());

        await hub.PublishTelegramAsync(Alerts.Rain(2, _now.AddMinutes(-8)));
        Assert.Empty(await DraftsAsync(desks.Author));

        await hub.PublishTelegramAsync(Alerts.Rain(4, _now.AddMinutes(-7)));
        var second = Assert.Single(await DraftsAsync(desks.Author));
        var id = second.GetProperty("noticeId").GetString()!;
        await Answers.OkAsync(desks.Author.Http.PostAsJsonAsync($"/api/v1/notices/{id}/submit", new { version = 1 }));
        await hub.PublishTelegramAsync(Alerts.Rain(2, _now.AddMinutes(-6)));
        await hub.PublishTelegramAsync(Alerts.Rain(4, _now.AddMinutes(-5)));

        // What waits for the second person is not proposed beside it, and is let out by that person.
        Assert.Equal("submitted", Assert.Single(await DraftsAsync(desks.Author)).GetProperty("state").GetString());
        await Answers.OkAsync(desks.Releaser.Http.PostAsJsonAsync($"/api/v1/notices/{id}/release", new { version = 2, confirm = new[] { "wholeWard" } }));
        Assert.Equal(id, Assert.Single((await hub.GetAsync("/api/v1/notices")).GetProperty("items").EnumerateArray()).GetProperty("id").GetString());

        // What is out already is not proposed again.
        await hub.PublishTelegramAsync(Alerts.Rain(2, _now.AddMinutes(-4)));
        await hub.PublishTelegramAsync(Alerts.Rain(4, _now.AddMinutes(-3)));
        Assert.Empty(await DraftsAsync(desks.Author));
    }

    [Fact]
    public async Task ADraftThatSomebodyRewrote_StaysWhenTheRainEnds()
    {
        await using var hub = await RunningHub.StartAsync();
        using var desks = await Desks.OpenAsync(hub);
        await hub.PublishTelegramAsync(Alerts.Rain(4, _now.AddMinutes(-9)));
        var draft = Assert.Single(await DraftsAsync(desks.Author));
        var content = new
        {
            template = draft.GetProperty("template").GetString(),
            slots = new Dictionary<string, string>(),
            areas = new[] { "13101001003" },
            validUntil = _now.AddHours(2),
        };
        await Answers.OkAsync(desks.Author.Http.PostAsJsonAsync($"/api/v1/notices/{draft.GetProperty("noticeId").GetString()}/revise", new { version = 1, content }));

        await hub.PublishTelegramAsync(Alerts.Rain(2, _now.AddMinutes(-8)));

        var kept = Assert.Single(await DraftsAsync(desks.Author));
        Assert.Equal(("draft", "13101001003"), (kept.GetProperty("state").GetString(), kept.GetProperty("areas")[0].GetString()));
    }

    /// <summary>A notice whose time is over, or nearly, tells nobody of the rain that comes then.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ANoticeWhoseTimeIsOver_IsProposedAnew(bool isOut)
    {
        var clock = new MovableClock();
        await using var hub = await RunningHub.StartAsync(adjust: services => services.AddSingleton<TimeProvider>(clock));
        using var desks = await Desks.OpenAsync(hub);
        await hub.PublishTelegramAsync(Alerts.Rain(4, clock.GetUtcNow()));
        var first = Assert.Single(await DraftsAsync(desks.Author));
        var path = $"/api/v1/notices/{first.GetProperty("noticeId").GetString()}";
        await Answers.OkAsync(desks.Author.Http.PostAsJsonAsync($"{path}/submit", new { version = 1 }));
        if (isOut)
        {
            await Answers.OkAsync(desks.Releaser.Http.PostAsJsonAsync($"{path}/release", new { version = 2, confirm = new[] { "wholeWard" } }));
        }

        // Ten minutes before its end, which is less than a notice is given.
        clock.Advance(first.GetProperty("validUntil").GetDateTimeOffset() - clock.GetUtcNow() - TimeSpan.FromMinutes(10));
        await hub.PublishTelegramAsync(Alerts.Rain(2, clock.GetUtcNow().AddMinutes(-1)));
        await hub.PublishTelegramAsync(Alerts.Rain(4, clock.GetUtcNow()));

        var proposed = Assert.Single(await DraftsAsync(desks.Author), open => open.GetProperty("state").GetString() == "draft");
        Assert.NotEqual(first.GetProperty("noticeId").GetString(), proposed.GetProperty("noticeId").GetString());
    }

    [Fact]
    public async Task AStrongEarthquake_ProposesTheNoticeToStay_ByTheWardsOwnIntensity()
    {
        await using var hub = await RunningHub.StartAsync();
        using var desks = await Desks.OpenAsync(hub);

        await hub.PublishTelegramAsync(Alerts.Intensity("4", "20261128100000", _now.AddMinutes(-9)));
        Assert.Empty(await DraftsAsync(desks.Author));
        await hub.PublishTelegramAsync(Alerts.Intensity("5-", "20261128101000", _now.AddMinutes(-5)));

        var draft = Assert.Single(await DraftsAsync(desks.Author));
        Assert.Equal(("stay-where-you-are", "*"), (draft.GetProperty("template").GetString(), draft.GetProperty("areas")[0].GetString()));
        Assert.Empty(await desks.Author.ProposalsAsync());
    }

    [Fact]
    public async Task ATsunamiAdvisoryForTheInnerBay_ProposesToKeepAwayFromRivers_AndItsEndTakesTheDraftBack()
    {
        await using var hub = await RunningHub.StartAsync();
        using var desks = await Desks.OpenAsync(hub);

        await hub.PublishTelegramAsync(Alerts.Tsunami("62", "312", _now.AddMinutes(-9)));
        Assert.Equal("tsunami-rivers", Assert.Single(await DraftsAsync(desks.Author)).GetProperty("template").GetString());
        await hub.PublishTelegramAsync(Alerts.Tsunami("60", "312", _now.AddMinutes(-5)));

        Assert.Empty(await DraftsAsync(desks.Author));
        Assert.Empty(await desks.Author.ProposalsAsync());
    }

    [Fact]
    public async Task AtNight_TheyWakeStaffToo()
    {
        await using var world = await CallOutWorld.StartAsync();

        await world.Hub.PublishTelegramAsync(Alerts.Rain(4, world.Clock.GetUtcNow()));

        await world.CarriedAsync(1);
        Assert.Contains("判断を待つ案が画面にあります", world.Carrier.Calls[0].Text, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<JsonElement>> DraftsAsync(StaffClient staff) =>
        [.. (await staff.GetAsync("/api/v1/notices/open")).GetProperty("items").EnumerateArray()];
}
