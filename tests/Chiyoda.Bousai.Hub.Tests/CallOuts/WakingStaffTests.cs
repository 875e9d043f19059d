using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Chiyoda.Bousai.Domain.CallOuts;
using Chiyoda.Bousai.Hub.Tests.Hq;
using Chiyoda.Bousai.TestHub;
using Chiyoda.Bousai.TestServices.Staff;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.CallOuts;

/// <summary>In turn, over real sockets, until somebody answers; with every page of headquarters closed.</summary>
public sealed class WakingStaffTests
{
    /// <summary>What wakes for a draft; hours without a telegram wake for another reason.</summary>
    private const string Awaited = "判断を待つ案が画面にあります";

    [Fact]
    public async Task PostsAreCalledInTurn_WhoWasCalledFirstAnswersLate_AndTheStaffingLevelIsMustered()
    {
        await using var world = await CallOutWorld.StartAsync();

        await world.WakeAsync();
        await world.CarriedAsync(1);
        var first = world.Carrier.Calls[0];
        Assert.Equal(("sms", "000-0000-0001"), (first.Means, first.To));
        Assert.StartsWith("【訓練】", first.Text, StringComparison.Ordinal);
        Assert.Contains("判断を待つ案が画面にあります", first.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("避難指示", first.Text, StringComparison.Ordinal);

        world.PassATurn();
        await world.CarriedAsync(2);
        Assert.Equal("000-0000-0002", world.Carrier.Calls[1].To);

        // Looking at a link changes nothing: mail programs do it by themselves. No cookie is set.
        var link = CallOutWorld.LinkIn(first.Text);
        using var phone = Seat.Take(world.Hub);
        var page = await phone.GetAsync(link);
        Assert.Contains("呼出中", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Set-Cookie", page.Headers.Keys, StringComparer.OrdinalIgnoreCase);
        var answered = await phone.PostAsync(link, new() { ["step"] = "take" });
        Assert.Contains("防災当直が受けました", answered.Text, StringComparison.Ordinal);
        using var second = Seat.Take(world.Hub);
        var late = await second.PostAsync(CallOutWorld.LinkIn(world.Carrier.Calls[1].Text), new() { ["step"] = "take" });
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("防災当直が受けました", late.Text, StringComparison.Ordinal);

        // First staffing level: both posts by SMS, the manager by mail; the information post has no contact.
        await world.CarriedAsync(4);
        await world.MailedAsync(1);
        var mail = world.Mail.Mails[0];
        Assert.Equal("manager@example.jp", mail.To);
        Assert.Contains("災害対策・危機管理課長は警戒態勢として参集し、到着の見込みを次のリンクで知らせてください。", mail.Text, StringComparison.Ordinal);
        Assert.Empty(world.Mail.Faults);
        Assert.Empty(world.Carrier.Faults);
        var coming = await second.PostAsync(CallOutWorld.LinkIn(mail.Text), new() { ["step"] = "30" });
        Assert.Contains("到着の見込み", coming.Text, StringComparison.Ordinal);

        using var recorder = await Seat.TakeAsync(world.Hub, "Recorder");
        var hq = await recorder.GetAsync("/hq/call-outs");
        Assert.Contains("到着 0 参集中 1 返事なし 3 参集できない 0", hq.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("000-0000-0001", hq.Html, StringComparison.Ordinal);
        var chronology = await recorder.GetAsync("/hq/chronology");
        Assert.Contains("参集の呼出しに応答: 防災当直", chronology.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("000-0000-0001", chronology.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("example.jp", chronology.Html, StringComparison.Ordinal);

        world.PassATurn();
        using var viewer = await world.Hub.SignInAsync("Viewer");
        Assert.Equal("answered", (await CallOutWorld.OnlyAsync(viewer)).GetProperty("state").GetString());
    }

    [Fact]
    public async Task NobodyAnswers_IsTheLoudestAlarm_UntilHeadquartersTakesIt()
    {
        await using var world = await CallOutWorld.StartAsync();
        using var viewer = await world.Hub.SignInAsync("Viewer");
        using var recorder = await Seat.TakeAsync(world.Hub, "Recorder");

        await world.WakeAsync();
        await world.CarriedAsync(1);
        world.PassATurn();
        await world.CarriedAsync(2);
        world.PassATurn();
        await world.MailedAsync(1);
        world.PassATurn();
        await CallOutWorld.ReachesAsync(viewer, "unanswered");

        Assert.Contains("だれも応答していません", (await recorder.GetAsync("/hq/proposals")).Text, StringComparison.Ordinal);
        await Eventually.TrueAsync(
            async () => (await world.Hub.GetAsync("/health/ready")).GetProperty("degraded").EnumerateArray().Any(part => part.GetProperty("part").GetString() == "call-out"), "health says so");
        Assert.Equal((2, 1), (world.Carrier.Calls.Count, world.Mail.Mails.Count));

        var taken = await recorder.SendAsync(await recorder.GetAsync("/hq/call-outs"), "handler=Take");
        Assert.Contains("試験 Recorder が受けました", taken.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("だれも応答していません", (await recorder.GetAsync("/hq/proposals")).Text, StringComparison.Ordinal);
    }

    /// <summary>Who slept through Monday's call is woken on Thursday, though nobody opened a page in between.</summary>
    [Fact]
    public async Task ACallOutThatNobodyAnswered_KeepsNoLaterEventFromCalling()
    {
        await using var world = await CallOutWorld.StartAsync("duty-1,sms,000-0000-0001");
        using var viewer = await world.Hub.SignInAsync("Viewer");
        await world.WakeAsync();
        for (var round = 1; round <= CallOut.Rounds; round++)
        {
            await world.CarriedAsync(round, Awaited);
            world.PassATurn();
            await Eventually.TrueAsync(async () => IsThrough((await AwaitedAsync(viewer)).Single(), round), $"the list is through for time {round}");
            world.PassATurn();
        }

        await world.WakeAsync(Floods.Arakawa);

        await world.CarriedAsync(CallOut.Rounds + 1, Awaited);
        Assert.Equal(["calling", "unanswered"], (await AwaitedAsync(viewer)).Select(callOut => callOut.GetProperty("state").GetString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task TwoAnswersAtOnce_OneCounts_AndForeignLinksAnswerNothing()
    {
        await using var world = await CallOutWorld.StartAsync();
        await world.WakeAsync();
        await world.CarriedAsync(1);
        world.PassATurn();
        await world.CarriedAsync(2);

        var links = world.Carrier.Calls.Select(call => CallOutWorld.LinkIn(call.Text)).ToList();
        using var one = Seat.Take(world.Hub);
        using var other = Seat.Take(world.Hub);
        var forged = await one.PostAsync(links[0][..^2] + "AA", new() { ["step"] = "take" });
        Assert.Equal(HttpStatusCode.NotFound, forged.Status);
        var answers = await Task.WhenAll(one.PostAsync(links[0], new() { ["step"] = "take" }), other.PostAsync(links[1], new() { ["step"] = "take" }));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], answers.Select(answer => answer.Status).Order());
        using var viewer = await world.Hub.SignInAsync("Viewer");
        var answered = (await CallOutWorld.OnlyAsync(viewer)).GetProperty("answeredBy").GetString();
        Assert.All(answers, answer => Assert.Contains($"{answered}が受けました", answer.Text, StringComparison.Ordinal));
        Assert.Single((await viewer.GetAsync("/api/v1/chronology?limit=500")).GetProperty("items").EnumerateArray(), entry => entry.GetProperty("kind").GetString() == "callouts.answered");
    }

    /// <summary>Break-glass waives the second person, so the others hear of it: somebody else looks at what went out.</summary>
    [Fact]
    public async Task AnOrderReleasedByOnePerson_CallsTheOthers()
    {
        await using var world = await CallOutWorld.StartAsync();
        using var alone = await world.Hub.SignInAsync("Releaser");
        await world.WakeAsync();
        await Answers.OkAsync(alone.SubmitAsync(await alone.ProposalAsync()));
        await Answers.OkAsync(alone.DecideAsync(await alone.ProposalAsync("submitted"), world.Clock.GetUtcNow()));
        Assert.DoesNotContain(world.Carrier.Calls, call => call.Text.Contains("二人確認のない発信", StringComparison.Ordinal));

        await Answers.OkAsync(alone.ReleaseAsync(await alone.ProposalAsync("decided"), new { breakGlass = "ほかにだれもいない" }));

        await Eventually.TrueAsync(
            () => Task.FromResult(world.Carrier.Calls.Any(call => call.Text.Contains("二人確認のない発信がありました", StringComparison.Ordinal))), "the first post is called");
    }

    /// <summary>A carrier that refuses for good is not waited for; one that is busy is asked again; a list that broke leaves the last good one.</summary>
    [Fact]
    public async Task ACarrierThatRefuses_IsNotWaitedFor_TheNextPostIsCalledAtOnce()
    {
        await using var world = await CallOutWorld.StartAsync();
        using var recorder = await Seat.TakeAsync(world.Hub, "Recorder");
        Assert.Contains("防災担当係長、災害対策・危機管理課長、危機管理監（連絡先なし）", (await recorder.GetAsync("/hq/call-outs")).Text, StringComparison.Ordinal);
        world.Carrier.Status = 400;
        world.WriteDuty("duty-1;sms");

        await world.WakeAsync();
        await world.MailedAsync(1);

        Assert.Equal("manager@example.jp", world.Mail.Mails[0].To);
        var page = await recorder.GetAsync("/hq/call-outs");
        Assert.Contains("送信できず（webhook-400）", page.Text, StringComparison.Ordinal);
        Assert.Contains("当直表のファイルを読めません", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AHubWithoutADutyList_SaysThatNobodyIsCalled_AndRefusesWhatIsNotThere()
    {
        await using var hub = await RunningHub.StartAsync();
        using var recorder = await hub.SignInAsync("Recorder");
        using var seat = await Seat.TakeAsync(hub, "Viewer");
        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, TimeProvider.System.GetUtcNow()));

        Assert.Contains("呼出しは未接続（off）です", (await seat.GetAsync("/hq/call-outs")).Text, StringComparison.Ordinal);
        Assert.False((await recorder.GetAsync("/api/v1/call-outs")).GetProperty("isOn").GetBoolean());
        await Answers.RefusedAsync(recorder.Http.PostAsync(new Uri($"/api/v1/call-outs/{Guid.NewGuid()}/take", UriKind.Relative), null), HttpStatusCode.NotFound, "callouts.unknown");
        await Answers.RefusedAsync(
            recorder.Http.PostAsJsonAsync($"/api/v1/call-outs/{Guid.NewGuid()}/close", new { version = 1, reason = "誤報" }), HttpStatusCode.NotFound, "callouts.unknown");
        await Answers.RefusedAsync(
            recorder.Http.PostAsJsonAsync($"/api/v1/call-outs/{Guid.NewGuid()}/arrive", new { post = "duty-1", state = "arrived" }), HttpStatusCode.NotFound, "callouts.unknown");
    }

    /// <summary>Killed after the carrier took a call and before that was noted: it is said again under the same key, and the turn goes on.</summary>
    [Fact]
    public async Task KilledInTheMiddle_TheNextStartGoesOn_AndNobodyIsCalledTwiceForOneStep()
    {
        using var folder = new TemporaryFolder();
        await using var mail = new LocalMailServer();
        await using var carrier = await LocalWebhook.StartAsync();
        folder.Write("duty.csv", "職,手段,宛先\nduty-1,sms,000-0000-0001\nduty-2,voice,000-0000-0002\n"u8);
        var environment = CallOutWorld.SettingsFor(folder.PathOf("duty.csv"), mail, carrier).ToDictionary(pair => pair.Key.Replace(":", "__", StringComparison.Ordinal), pair => pair.Value);
        environment["Feeds__Key"] = HubClient.FeedKey;
        environment["CallOut__SendWithin"] = "00:00:02";
        var never = new TaskCompletionSource();
        carrier.AnswerAfter = never.Task;
        await using (var killed = await HubProcess.StartServingAsync(folder.PathOf("data"), environment))
        {
            await killed.PrintsAsync(line => line.StartsWith("portal=", StringComparison.Ordinal), "its address");
            await using var client = new HubClient(killed.Url);
            await client.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, TimeProvider.System.GetUtcNow()));
            await Eventually.TrueAsync(() => Task.FromResult(carrier.Calls.Count == 1), "the carrier has the first call");
        }

        carrier.AnswerAfter = Task.CompletedTask;
        await using var next = await HubProcess.StartServingAsync(folder.PathOf("data"), environment);
        await next.PrintsAsync(line => line.StartsWith("portal=", StringComparison.Ordinal), "its address");

        await Eventually.TrueAsync(() => Task.FromResult(carrier.Repeats == 1), "the call is handed over again under its key");
        using var phone = new HttpClient { BaseAddress = next.Url };
        using var answer = await phone.PostAsync(new Uri(CallOutWorld.LinkIn(carrier.Calls[0].Text), UriKind.Relative), new FormUrlEncodedContent([new("step", "take")]));
        Assert.True(answer.IsSuccessStatusCode);
        Assert.Equal((1, 1), (carrier.Calls.Count(call => !call.Text.Contains("参集（", StringComparison.Ordinal)), carrier.Repeats));
    }

    private static async Task<IReadOnlyList<JsonElement>> AwaitedAsync(StaffClient staff) =>
        [.. (await staff.GetAsync("/api/v1/call-outs")).GetProperty("items").EnumerateArray().Where(callOut => callOut.GetProperty("reason").GetString() == Awaited)];

    private static bool IsThrough(JsonElement callOut, int round) =>
        callOut.GetProperty("state").GetString() == "unanswered" && (round < CallOut.Rounds ? callOut.GetProperty("round").GetInt32() == round + 1 : callOut.GetProperty("nextAt").ValueKind == JsonValueKind.Null);
}
