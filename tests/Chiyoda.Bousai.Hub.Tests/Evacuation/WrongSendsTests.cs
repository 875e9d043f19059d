using System.Net;
using System.Text.Json;
using Chiyoda.Bousai.Hub.Tests.Hq;
using Chiyoda.Bousai.TestHub;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Evacuation;

/// <summary>
/// Wrong sends that happened in Japan, played against the hub: each ends before anything leaves the house, or with a person asked.
/// Exercise marks, area echo, orphans and holds after a restore are with Dissemination and Backups.
/// </summary>
public sealed class WrongSendsTests
{
    private static readonly object LargeFire = new
    {
        hazard = "fire",
        action = "leaveNow",
        areas = new[] { "13101001003" },
        reason = "大規模な火事のため",
    };

    private readonly DateTimeOffset _now = TimeProvider.System.GetUtcNow();

    /// <summary>Left-over drill data went out with a real shelter opening (宮古島).</summary>
    [Fact]
    public async Task ALeftOverDraft_DiesAfterADay_AndTheChronologySaysSo()
    {
        var clock = new MovableClock();
        await using var hub = await RunningHub.StartAsync(adjust: services => services.AddSingleton<TimeProvider>(clock));
        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, _now));
        clock.Advance(TimeSpan.FromHours(24) + TimeSpan.FromMinutes(1));
        using var viewer = await hub.SignInAsync("Viewer");

        await Eventually.TrueAsync(async () => (await viewer.ProposalsAsync("discarded")).Count == 1, "the draft has died");

        Assert.Contains("24時間", (await viewer.ProposalAsync("discarded")).GetProperty("note").GetString(), StringComparison.Ordinal);
        Assert.Contains("evacuation.discarded", await KindsAsync(viewer));
    }

    /// <summary>Somebody works on it: a draft is as old as the last step that a person took with it.</summary>
    [Fact]
    public async Task WhatWasReturnedToday_IsNotOldYet()
    {
        var clock = new MovableClock();
        await using var hub = await RunningHub.StartAsync(adjust: services => services.AddSingleton<TimeProvider>(clock));
        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, _now));
        using (var evening = await Desks.OpenAsync(hub))
        {
            await DecidedAsync(evening, LargeFire);
        }

        clock.Advance(TimeSpan.FromHours(23));
        using var releaser = await hub.SignInAsync("Releaser");
        var decided = await releaser.ProposalAsync("decided");
        await Answers.OkAsync(releaser.ActAsync(decided, "return", new { version = StaffClient.VersionOf(decided), reason = "区域を直してください" }));
        clock.Advance(TimeSpan.FromHours(2));
        using var viewer = await hub.SignInAsync("Viewer");
        await Eventually.TrueAsync(async () => (await viewer.ProposalsAsync("discarded")).Count == 1, "what nobody touched has died");

        Assert.Single(await viewer.ProposalsAsync("returned"));
        clock.Advance(TimeSpan.FromHours(23));
        using var later = await hub.SignInAsync("Viewer");
        await Eventually.TrueAsync(async () => (await later.ProposalsAsync("discarded")).Count == 2, "a day after that it has died");
    }

    /// <summary>The same when it had been decided and nobody released it: a day later nobody sends it by the push of a button.</summary>
    [Fact]
    public async Task ADecisionThatNobodyReleased_DiesAfterADay()
    {
        var clock = new MovableClock();
        await using var hub = await RunningHub.StartAsync(adjust: services => services.AddSingleton<TimeProvider>(clock));
        using var desks = await Desks.OpenAsync(hub);
        await DecidedAsync(desks, LargeFire);
        clock.Advance(TimeSpan.FromHours(24) + TimeSpan.FromMinutes(1));
        using var viewer = await hub.SignInAsync("Viewer");

        await Eventually.TrueAsync(async () => (await viewer.ProposalsAsync("discarded")).Count == 1, "what was decided has died");

        Assert.Equal(2, (await KindsAsync(viewer)).Count(kind => kind is "evacuation.returned" or "evacuation.discarded"));
        Assert.Empty((await hub.GetAsync("/api/v1/orders")).GetProperty("items").EnumerateArray());
    }

    /// <summary>An old alert was sent again: an hour later the person who decided is asked first.</summary>
    [Fact]
    public async Task ADecisionOfAnHourAgo_IsAskedAgain()
    {
        var clock = new MovableClock();
        await using var hub = await RunningHub.StartAsync(adjust: services => services.AddSingleton<TimeProvider>(clock));
        using (var desks = await Desks.OpenAsync(hub))
        {
            await DecidedAsync(desks, LargeFire);
        }

        clock.Advance(TimeSpan.FromMinutes(61));
        using var releaser = await hub.SignInAsync("Releaser");
        var decided = await releaser.ProposalAsync("decided");
        await Answers.RefusedAsync(releaser.ReleaseAsync(decided), HttpStatusCode.Conflict, "evacuation.old-decision");
        await Answers.OkAsync(releaser.ReleaseAsync(decided, new { confirm = new[] { "oldDecision" } }));
    }

    /// <summary>A level was raised by mistake, and taking that back took the right order away too.</summary>
    [Fact]
    public async Task VoidingAMistakenRaise_IsAskedAgain_BecauseTheOrderBeforeEndsToo()
    {
        await using var hub = await RunningHub.StartAsync();
        using var desks = await Desks.OpenAsync(hub);
        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 3, _now));
        await desks.IssueDraftAsync(_now);
        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, _now.AddSeconds(1), 2));
        await desks.IssueDraftAsync(_now);
        await AcceptedAsync(desks.Author.AskChangeAsync(await OrderAsync(hub), "void"));
        var asked = await Answers.OkAsync(desks.Author.DecideAsync(await desks.Author.ProposalAsync("submitted"), _now));

        await Answers.RefusedAsync(desks.Releaser.ReleaseAsync(asked), HttpStatusCode.Conflict, "evacuation.voids-what-stood");
        Assert.Equal("issued", (await OrderAsync(hub)).GetProperty("state").GetString());
        await Answers.OkAsync(desks.Releaser.ReleaseAsync(asked, new { confirm = new[] { "voidsWhatStood" } }));
    }

    /// <summary>Everybody in the areas reads a message: one for «named facilities» would tell them all to leave.</summary>
    [Theory]
    [InlineData("namedFacilities", 4, "leaveNow")]
    [InlineData("elderlyAndSlow", 4, "goUp")]
    [InlineData("everyone", 3, "goUp")]
    [InlineData("underground", 4, "leaveNow")]
    public async Task AnAudienceToWhomNoMessageSpeaks_IsRefused(string audience, int level, string action)
    {
        await using var hub = await RunningHub.StartAsync();
        using var author = await hub.SignInAsync("Recorder");

        await Answers.RefusedAsync(
            author.DrawUpAsync(new { hazard = "flood", cause = Floods.Kanda, level, action, audience, areas = new[] { "13101001003" }, reason = "水位が上がっているため" }),
            HttpStatusCode.BadRequest, "evacuation.audience-unspoken");
    }

    /// <summary>Widening an order made the work of the first one vanish from the list.</summary>
    [Fact]
    public async Task WhatIsToBeDone_StaysWhenTheOrderIsWidened()
    {
        await using var hub = await RunningHub.StartAsync();
        using var desks = await Desks.OpenAsync(hub);
        await IssueAsync(desks, LargeFire);

        await ChangeAsync(hub, desks, "update", new { areas = new[] { "13101001003", "13101001004" } });

        var open = (await desks.Author.GetAsync("/api/v1/tasks")).GetProperty("open").EnumerateArray()
            .Select(task => task.GetProperty("rule").GetString()).ToList();
        Assert.Contains("facilities", open);
        Assert.Contains("open-shelters", open);

        // An instruction without a level is reported to the governor like one of level 4.
        Assert.Contains("report-governor", open);
        Assert.Single(open, "re-evaluate");
    }

    /// <summary>Not to issue is a decision too: what a dropped draft rested on is kept.</summary>
    [Fact]
    public async Task ADroppedDraft_KeepsWhatItRestedOn()
    {
        await using var hub = await RunningHub.StartAsync();
        using var desks = await Desks.OpenAsync(hub);
        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 5, _now));
        var dropped = await Answers.OkAsync(desks.Author.ActAsync(await desks.Author.ProposalAsync(), "discard", new { version = 1, reason = "現地を確認した" }));

        Assert.Equal("discarded", dropped.GetProperty("state").GetString());
        Assert.Contains(dropped.GetProperty("consequences").GetProperty("criteria").EnumerateArray(), criterion => criterion.GetProperty("matched").GetBoolean());
    }

    /// <summary>One name typed in two ways made two orders for one place.</summary>
    [Fact]
    public async Task ACauseTypedInAnotherWay_IsTheSameOrder()
    {
        await using var hub = await RunningHub.StartAsync();
        using var desks = await Desks.OpenAsync(hub);
        object Gas(string cause, params string[] areas) => new { hazard = "other", cause, action = "leaveNow", areas, reason = "ガスが漏れているため" };
        await IssueAsync(desks, Gas("ガス漏れ", "13101001003"));

        var second = await DecidedAsync(desks, Gas("ｶﾞｽ漏れ\u202e", "13101001003", "13101001004"));
        await Answers.OkAsync(desks.Releaser.ReleaseAsync(second, StaffClient.Again));

        var order = await OrderAsync(hub);
        Assert.Equal(("ガス漏れ", 2), (order.GetProperty("cause").GetString(), order.GetProperty("version").GetInt32()));
    }

    /// <summary>A drill ran with the settings of the real system (日野 2024, 吉備中央 2024): an exercise never reads those of live.</summary>
    [Fact]
    public async Task AnExercise_CannotReadTheSettingsOfLive()
    {
        using var pack = new ConfigCopy();
        using var folder = new TemporaryFolder();
        folder.Write("duty.csv", "職,手段,宛先\nduty-1,mail,duty@example.jp\n"u8);
        pack.Write("appsettings.live.json", JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["CallOut"] = new { DutyList = folder.PathOf("duty.csv"), Mail = new { Host = "127.0.0.1", From = "bousai@example.jp" } },
        }));
        await using var hub = await RunningHub.StartAsync(pack: pack.Path);
        using var viewer = await Seat.TakeAsync(hub, "Viewer");

        Assert.Contains("呼出しは未接続（off）です", (await viewer.GetAsync("/hq/call-outs")).Text, StringComparison.Ordinal);
    }

    /// <summary>Deletion was sent as a lifting: here a draft that is dropped, or a proposal rejected, sends nothing.</summary>
    [Fact]
    public async Task DeletingADraft_OrRejectingAProposal_SendsNothing()
    {
        await using var hub = await RunningHub.StartAsync();
        using var desks = await Desks.OpenAsync(hub);
        var drawn = await CreatedAsync(desks.Author.DrawUpAsync(LargeFire));
        await Answers.OkAsync(desks.Author.ActAsync(drawn, "discard", new { version = 1, reason = "不要" }));
        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, _now));
        await Answers.OkAsync(desks.Author.SubmitAsync(await desks.Author.ProposalAsync()));
        var submitted = await desks.Author.ProposalAsync("submitted");
        await Answers.OkAsync(desks.Releaser.ActAsync(submitted, "reject", new { version = StaffClient.VersionOf(submitted), reason = "不要" }));

        Assert.Empty((await hub.GetAsync("/api/v1/orders")).GetProperty("items").EnumerateArray());
        Assert.DoesNotContain(await KindsAsync(desks.Author), kind => kind.StartsWith("dissemination.", StringComparison.Ordinal) || kind.StartsWith("evacuation.order", StringComparison.Ordinal));
    }

    /// <summary>The same message was sent again by a double click or a nervous hand.</summary>
    [Fact]
    public async Task TheSameAgainWithinAMinute_NeedsAReason()
    {
        await using var hub = await RunningHub.StartAsync();
        using var desks = await Desks.OpenAsync(hub);
        await IssueAsync(desks, LargeFire);
        var again = await DecidedAsync(desks, LargeFire);

        await Answers.RefusedAsync(desks.Releaser.ReleaseAsync(again), HttpStatusCode.Conflict, "evacuation.duplicate-send");
        await Answers.RefusedAsync(desks.Releaser.ReleaseAsync(again, new { confirm = new[] { "duplicateSend" } }), HttpStatusCode.Conflict, "evacuation.duplicate-send");
        await Answers.OkAsync(desks.Releaser.ReleaseAsync(again, new { confirm = new[] { "duplicateSend" }, words = "聞こえなかったとの通報" }));

        Assert.Contains("evacuation.cautions-confirmed", await KindsAsync(desks.Author));
    }

    /// <summary>An order for a district went out to a whole city.</summary>
    [Fact]
    public async Task TheWholeWard_IsAskedAgain()
    {
        await using var hub = await RunningHub.StartAsync();
        using var desks = await Desks.OpenAsync(hub);
        var areas = File.ReadLines(Path.Combine(Repository.Root, "config", "areas", "areas.csv")).Skip(1)
            .Select(line => line.Split(',').First(cell => cell.Length == 11 && cell.All(char.IsAsciiDigit))).ToArray();
        var decided = await DecidedAsync(desks, new { hazard = "fire", action = "leaveNow", areas, reason = "大規模な火事のため" });

        await Answers.RefusedAsync(desks.Releaser.ReleaseAsync(decided), HttpStatusCode.Conflict, "evacuation.whole-ward");
        Assert.Empty((await hub.GetAsync("/api/v1/orders")).GetProperty("items").EnumerateArray());
        await Answers.OkAsync(desks.Releaser.ReleaseAsync(decided, new { confirm = new[] { "wholeWard" } }));
    }

    /// <summary>An old order was sent for an area that had just been lifted.</summary>
    [Fact]
    public async Task AnOrderOverAFreshLift_IsAskedAgain()
    {
        await using var hub = await RunningHub.StartAsync();
        using var desks = await Desks.OpenAsync(hub);
        await IssueAsync(desks, LargeFire);
        await ChangeAsync(hub, desks, "lift");
        var again = await DecidedAsync(desks, LargeFire);

        await Answers.RefusedAsync(desks.Releaser.ReleaseAsync(again), HttpStatusCode.Conflict, "evacuation.contradicts-lift");
        await Answers.OkAsync(desks.Releaser.ReleaseAsync(again, new { confirm = new[] { "contradictsLift" } }));
    }

    /// <summary>A district was forgotten in a lift (萩市), or an update was made from an old screen.</summary>
    [Fact]
    public async Task AnUpdateOfASupersededVersion_IsRefused()
    {
        await using var hub = await RunningHub.StartAsync();
        using var desks = await Desks.OpenAsync(hub);
        await IssueAsync(desks, LargeFire);
        var seen = await OrderAsync(hub);
        await AcceptedAsync(desks.Author.AskChangeAsync(seen, "lift"));
        await ChangeAsync(hub, desks, "update", new { areas = new[] { "13101001003", "13101001004" } });

        await Answers.RefusedAsync(desks.Author.AskChangeAsync(seen, "update", new { publicReason = "古い画面" }), HttpStatusCode.Conflict, "evacuation.stale-version");
        var lift = await desks.Author.ProposalAsync("submitted");
        await Answers.OkAsync(desks.Author.DecideAsync(lift, _now));
        await Answers.RefusedAsync(desks.Releaser.ReleaseAsync(await desks.Releaser.ProposalAsync("decided")), HttpStatusCode.Conflict, "evacuation.order-changed");
        Assert.Equal("issued", (await OrderAsync(hub)).GetProperty("state").GetString());
    }

    /// <summary>Two browsers submit the same proposal: one wins, the other reads why.</summary>
    [Fact]
    public async Task TwoBrowsersSubmittingOneProposal_OneWins_TheOtherReadsWhy()
    {
        await using var hub = await RunningHub.StartAsync();
        using var first = await hub.SignInAsync("Recorder");
        using var second = await hub.SignInAsync("Recorder");
        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, _now));
        var draft = await first.ProposalAsync();

        var answers = await Task.WhenAll(first.SubmitAsync(draft), second.SubmitAsync(draft));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], answers.Select(answer => answer.StatusCode).Order());
        var refused = answers.Single(answer => answer.StatusCode == HttpStatusCode.Conflict);
        Assert.Contains("evacuation.stale-version", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    /// <summary>A drill message that was sent by mistake was «lifted»: people took the danger for over. Here it is voided.</summary>
    [Fact]
    public async Task ASendByMistake_IsVoided_AndNeverCalledALift()
    {
        await using var hub = await RunningHub.StartAsync();
        using var desks = await Desks.OpenAsync(hub);
        await IssueAsync(desks, LargeFire);

        await ChangeAsync(hub, desks, "void");

        Assert.Equal("corrected", (await OrderAsync(hub)).GetProperty("state").GetString());
        var kinds = await KindsAsync(desks.Author);
        Assert.Contains("evacuation.order-voided", kinds);
        Assert.DoesNotContain("evacuation.order-lifted", kinds);
    }

    /// <summary>A level was lowered by lifting and issuing anew; between the two nobody was warned.</summary>
    [Fact]
    public async Task LoweringAPart_IsOneAct_AndTheRestKeepsItsLevel()
    {
        await using var hub = await RunningHub.StartAsync();
        using var desks = await Desks.OpenAsync(hub);
        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, _now));
        await desks.IssueDraftAsync(_now);
        var all = (await OrderAsync(hub)).GetProperty("areas").EnumerateArray().Select(area => area.GetString()!).ToList();

        await ChangeAsync(hub, desks, "lower", new { areas = all.Take(2), level = 3 });

        var orders = (await hub.GetAsync("/api/v1/orders")).GetProperty("items").EnumerateArray()
            .ToDictionary(order => order.GetProperty("level").GetInt32(), order => order.GetProperty("areas").GetArrayLength());
        Assert.Equal((all.Count - 2, 2), (orders[4], orders[3]));
    }

    /// <summary>A session left open on a desk: after five minutes a release asks for the password again.</summary>
    [Fact]
    public async Task ASessionLeftOpen_ReleasesNothing_WithoutThePassword()
    {
        var clock = new MovableClock();
        await using var hub = await RunningHub.StartAsync(adjust: services => services.AddSingleton<TimeProvider>(clock));
        using var desks = await Desks.OpenAsync(hub);
        var decided = await DecidedAsync(desks, LargeFire);
        clock.Advance(TimeSpan.FromMinutes(5));

        await Answers.RefusedAsync(desks.Releaser.ReleaseAsync(decided), HttpStatusCode.Forbidden, "access.step-up-needed");
        await Answers.RefusedAsync(desks.Releaser.ReleaseAsync(decided, new { password = "wrong-password" }), HttpStatusCode.Forbidden, "access.wrong-password");

        Assert.Empty((await hub.GetAsync("/api/v1/orders")).GetProperty("items").EnumerateArray());
    }

    /// <summary>Alone in the building at level 4 or more: released by one person, marked, and only then.</summary>
    [Fact]
    public async Task BreakGlass_OnlyWhenNobodyElseIsSignedIn_AndMarkedForever()
    {
        var clock = new MovableClock();
        await using var hub = await RunningHub.StartAsync(adjust: services => services.AddSingleton<TimeProvider>(clock));
        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, _now));
        using (var colleague = await hub.SignInAsync("Releaser"))
        {
            await colleague.ProposalAsync();
            clock.Advance(TimeSpan.FromMinutes(14));
            using var early = await hub.SignInAsync("Releaser");
            await Answers.OkAsync(early.SubmitAsync(await early.ProposalAsync()));
            await Answers.OkAsync(early.DecideAsync(await early.ProposalAsync("submitted"), _now));
            await Answers.RefusedAsync(
                early.ReleaseAsync(await early.ProposalAsync("decided"), new { breakGlass = "ほかにだれもいない" }), HttpStatusCode.Forbidden, "evacuation.break-glass-not-alone");
            clock.Advance(TimeSpan.FromMinutes(2));
            await Answers.RefusedAsync(early.ReleaseAsync(await early.ProposalAsync("decided")), HttpStatusCode.Forbidden, "evacuation.releaser-is-submitter");

            await Answers.OkAsync(early.ReleaseAsync(await early.ProposalAsync("decided"), new { breakGlass = "ほかにだれもいない" }));

            Assert.Equal("ほかにだれもいない", (await early.ProposalAsync("released")).GetProperty("breakGlassReason").GetString());
            Assert.Contains("evacuation.glass-broken", await KindsAsync(early));
        }

        Assert.Equal("issued", (await OrderAsync(hub)).GetProperty("state").GetString());
    }

    /// <summary>Nobody reached the mayor: attempts, then the declaration, then the deputy decides.</summary>
    [Fact]
    public async Task AHolderOutOfReach_IsDeclaredWithAttempts_AndBothAreFacts()
    {
        await using var hub = await RunningHub.StartAsync();
        using var author = await hub.SignInAsync("Recorder");
        var drawn = await CreatedAsync(author.DrawUpAsync(LargeFire));
        await Answers.OkAsync(author.SubmitAsync(drawn));

        await Answers.RefusedAsync(author.ActAsync(drawn, "unreachable", new { version = 2, by = "mayor", basis = "地方自治法152条1項" }), HttpStatusCode.Conflict, "evacuation.no-attempt");
        await Answers.RefusedAsync(author.DecideAsync(await author.ProposalAsync("submitted"), _now, "deputy-mayor"), HttpStatusCode.Conflict, "evacuation.principal-not-declared");
        await Answers.OkAsync(author.ActAsync(drawn, "attempts", new { version = 2, by = "mayor", means = "telephone", at = _now, result = "応答なし" }));
        await Answers.OkAsync(author.ActAsync(drawn, "unreachable", new { version = 3, by = "mayor", basis = "地方自治法152条1項" }));
        await Answers.OkAsync(author.DecideAsync(await author.ProposalAsync("submitted"), _now, "deputy-mayor"));

        var kinds = await KindsAsync(author);
        Assert.Contains("evacuation.attempt-noted", kinds);
        Assert.Contains("evacuation.unreachable-declared", kinds);
    }

    /// <summary>A declaration holds for the next proposal too, until the holder decides something.</summary>
    [Fact]
    public async Task ADeclaration_DoesNotOutliveTheReturnOfTheHolder()
    {
        await using var hub = await RunningHub.StartAsync();
        using var author = await hub.SignInAsync("Recorder");
        async Task<JsonElement> SubmitAsync(string area)
        {
            var drawn = await CreatedAsync(author.DrawUpAsync(new { hazard = "fire", action = "leaveNow", areas = new[] { area }, reason = "大規模な火事のため" }));
            return await Answers.OkAsync(author.SubmitAsync(drawn));
        }

        var first = await SubmitAsync("13101001003");
        var tried = await Answers.OkAsync(author.ActAsync(first, "attempts", new { version = 2, by = "mayor", means = "telephone", at = _now, result = "応答なし" }));
        await Answers.OkAsync(author.ActAsync(tried, "unreachable", new { version = 3, by = "mayor", basis = "地方自治法152条1項" }));

        await Answers.OkAsync(author.DecideAsync(await SubmitAsync("13101001004"), _now, "deputy-mayor"));
        await Answers.OkAsync(author.DecideAsync(await SubmitAsync("13101042002"), _now, "mayor"));
        await Answers.RefusedAsync(author.DecideAsync(await SubmitAsync("13101044000"), _now, "deputy-mayor"), HttpStatusCode.Conflict, "evacuation.principal-not-declared");
    }

    /// <summary>A 町丁目 that is not in danger is taken out of a draft before it is submitted.</summary>
    [Fact]
    public async Task ADraft_LosesAnArea_BeforeItIsSubmitted()
    {
        await using var hub = await RunningHub.StartAsync();
        using var author = await hub.SignInAsync("Recorder");
        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, _now));
        var draft = await author.ProposalAsync();
        var areas = draft.GetProperty("areas").EnumerateArray().Select(area => area.GetString()!).ToList();
        object Content(IEnumerable<string> kept) => new { hazard = "flood", cause = draft.GetProperty("cause").GetString(), level = 4, action = "goUp", areas = kept, reason = "水位が上がっているため" };

        await Answers.OkAsync(author.ActAsync(draft, "revise", new { version = 1, content = Content(areas.Skip(1)) }));
        await Answers.RefusedAsync(author.SubmitAsync(draft), HttpStatusCode.Conflict, "evacuation.stale-version");
        await Answers.RefusedAsync(author.ActAsync(draft, "revise", new { version = 2, content = Content(["13101999999"]) }), HttpStatusCode.BadRequest, "evacuation.unknown-area");
        await Answers.RefusedAsync(author.ActAsync(draft, "revise", new { version = 2, content = Content([]) }), HttpStatusCode.BadRequest, "evacuation.areas-missing");

        Assert.Equal(areas.Count - 1, (await author.ProposalAsync()).GetProperty("areas").GetArrayLength());
    }

    private static async Task<JsonElement> OrderAsync(RunningHub hub) =>
        Assert.Single((await hub.GetAsync("/api/v1/orders")).GetProperty("items").EnumerateArray());

    private static async Task<IReadOnlyList<string>> KindsAsync(StaffClient staff) =>
        [.. (await staff.GetAsync("/api/v1/chronology")).GetProperty("items").EnumerateArray().Select(entry => entry.GetProperty("kind").GetString()!)];

    private static async Task<JsonElement> CreatedAsync(Task<HttpResponseMessage> asked)
    {
        using var answer = await asked;
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, text);
        return JsonDocument.Parse(text).RootElement;
    }

    private static async Task AcceptedAsync(Task<HttpResponseMessage> asked)
    {
        using var answer = await asked;
        Assert.True(answer.StatusCode == HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private async Task<JsonElement> DecidedAsync(Desks desks, object content)
    {
        var drawn = await CreatedAsync(desks.Author.DrawUpAsync(content));
        var submitted = await Answers.OkAsync(desks.Author.SubmitAsync(drawn));
        return await Answers.OkAsync(desks.Author.DecideAsync(submitted, _now));
    }

    private async Task IssueAsync(Desks desks, object content) => await Answers.OkAsync(desks.Releaser.ReleaseAsync(await DecidedAsync(desks, content)));

    /// <summary>Asks a change of the one order in force, has it decided and released.</summary>
    private async Task ChangeAsync(RunningHub hub, Desks desks, string act, object? body = null)
    {
        var order = (await hub.GetAsync("/api/v1/orders")).GetProperty("items").EnumerateArray().First(each => each.GetProperty("state").GetString() == "issued");
        using var answer = await desks.Author.AskChangeAsync(order, act, body);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == HttpStatusCode.Accepted, text);
        var id = JsonDocument.Parse(text).RootElement.GetProperty("proposalId").GetString();
        var asked = (await desks.Author.ProposalsAsync("submitted")).Single(proposal => proposal.GetProperty("id").GetString() == id);
        await Answers.OkAsync(desks.Releaser.ReleaseAsync(await Answers.OkAsync(desks.Author.DecideAsync(asked, _now))));
    }
}
