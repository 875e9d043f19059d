using System.Net;
using System.Text;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Hub.Features.Dissemination;
using Chiyoda.Bousai.Hub.Tests.Notices;
using Chiyoda.Bousai.Hub.Tests.Relays;
using Chiyoda.Bousai.TestHub;
using Chiyoda.Bousai.TestServices.PushService;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Hq;

/// <summary>What is stopped on its way out, and what was stopped because nobody released it, is said on every page of headquarters (design rules 1, 10, 11).</summary>
public sealed class AlarmsOnEveryPageTests
{
    private const string Stopped = "止めている配信が";

    private const string Unreleased = "発信の許可のない送信を止めました";

    private static readonly string[] Pages = ["/hq", "/hq/proposals", "/hq/notices", "/hq/relays", "/hq/tasks", "/hq/chronology", "/hq/warnings", "/hq/sources", "/hq/account"];

    [Fact]
    public async Task AnOrderThatIsHeld_IsSaidOnEveryPage_UntilAReleaserLetsItGoOn()
    {
        await using var hub = await RunningHub.StartAsync();
        using var author = await Seat.TakeAsync(hub, "Recorder");
        using var releaser = await Seat.TakeAsync(hub, "Releaser");
        using var viewer = await Seat.TakeAsync(hub, "Viewer");
        var order = (await Chain.IssueAsync(hub, author, releaser)).Address.AbsolutePath;
        await QuietAsync(hub);
        Assert.DoesNotContain(Stopped, (await viewer.GetAsync("/hq")).Text, StringComparison.Ordinal);

        await HoldAsync(hub, "'Order'");

        foreach (var page in Pages)
        {
            var screen = await viewer.GetAsync(page);
            Assert.Contains($"{Stopped} 1件あります", screen.Text, StringComparison.Ordinal);
            Assert.Contains("避難情報の発令（", screen.Text, StringComparison.Ordinal);
            Assert.Equal($"{order}#reach", screen.Link("#reach"));
            Assert.DoesNotContain(screen.Actions, action => action.EndsWith("handler=Resume", StringComparison.Ordinal));
        }

        Assert.DoesNotContain((await viewer.GetAsync(order)).Actions, action => action.EndsWith("handler=Resume", StringComparison.Ordinal));
        var resumed = await releaser.SendAsync(await releaser.GetAsync(order), "handler=Resume");

        Assert.Contains("止めていた配信を再開しました（1件）", resumed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Stopped, resumed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Stopped, (await viewer.GetAsync("/hq/tasks")).Text, StringComparison.Ordinal);
    }

    /// <summary>A page that stays open swaps what is marked; a line outside of it would never come and never go.</summary>
    [Fact]
    public async Task TheLines_AreInThePartThatAnOpenPageRenews()
    {
        var insider = new Insider();
        await using var hub = await RunningHub.StartAsync(adjust: insider.Enter);
        using var author = await Seat.TakeAsync(hub, "Recorder");
        using var releaser = await Seat.TakeAsync(hub, "Releaser");
        await Chain.IssueAsync(hub, author, releaser);
        await QuietAsync(hub);
        await HoldAsync(hub, "'Order'");
        await insider.RefuseOrphanAsync();

        var page = (await author.GetAsync("/hq/tasks")).Html;

        var part = page[page.IndexOf("<div id=\"alarm\" data-live>", StringComparison.Ordinal)..page.IndexOf("<main", StringComparison.Ordinal)];
        Assert.Contains(Stopped, part, StringComparison.Ordinal);
        Assert.Contains(Unreleased, part, StringComparison.Ordinal);
        Assert.Equal(2, part.Split("<p class=\"alarm\" role=\"alert\">").Length - 1);
        Assert.Contains("<div id=\"held\" data-live", (await author.GetAsync("/hq/relays")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnOrderOfLevel3_AndALift_AreSaidLikeAnyOther()
    {
        await using var hub = await RunningHub.StartAsync();
        using var author = await Seat.TakeAsync(hub, "Recorder");
        using var releaser = await Seat.TakeAsync(hub, "Releaser");
        var decided = await Chain.DecideAsync(author, await Chain.SubmitAsync(author, await Chain.OpenProposalAsync(hub, author, level: 3)));
        var order = await Chain.ReleaseAsync(releaser, await releaser.GetAsync(decided.Address.AbsolutePath), level: "3");
        await QuietAsync(hub);
        await HoldAsync(hub, "'Order'");
        Assert.Contains("避難情報の発令（", (await author.GetAsync("/hq/tasks")).Text, StringComparison.Ordinal);

        var asked = await author.SendAsync(await author.GetAsync(order.Address.AbsolutePath), "handler=Lift",
            ("falling", "Yes"), ("rain", "Yes"), ("site", "Yes"), ("whyNot", "気象台には朝に聞く"), ("reason", "水位が下がり、雨もやんだ"));
        var toLift = await Chain.DecideAsync(author, asked);
        var lifted = await Chain.ReleaseAsync(releaser, await releaser.GetAsync(toLift.Address.AbsolutePath), level: "3");
        Assert.DoesNotContain(Stopped, lifted.Text, StringComparison.Ordinal);
        await QuietAsync(hub);
        await HoldAsync(hub, "'Order'", "AND Act = 'Lift'");

        var page = await author.GetAsync("/hq/tasks");
        Assert.Contains("避難情報の解除（", page.Text, StringComparison.Ordinal);
        Assert.Equal($"{order.Address.AbsolutePath}#reach", page.Link("#reach"));
        Assert.Contains("止めていた配信を再開しました", (await releaser.SendAsync(await releaser.GetAsync(order.Address.AbsolutePath), "handler=Resume")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ANoticeThatIsHeld_LeadsToItsPage()
    {
        await using var world = await NoticeWorld.StartAsync();
        var notice = await world.PublishAsync();
        await world.QuietAsync();
        await HoldAsync(world.Hub, "'Notice'");
        using var viewer = await Seat.TakeAsync(world.Hub, "Viewer");
        using var releaser = await Seat.TakeAsync(world.Hub, "Releaser");

        var page = await viewer.GetAsync("/hq/tasks");
        Assert.Contains("お知らせ（", page.Text, StringComparison.Ordinal);
        Assert.Equal($"/hq/notices/{notice}#reach", page.Link("#reach"));

        var resumed = await releaser.SendAsync(await releaser.GetAsync($"/hq/notices/{notice}"), "handler=Resume");
        Assert.Contains("止めていた配信を再開しました（1件）", resumed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Stopped, resumed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARelayThatIsHeld_IsLetGoOnAmongTheRules_ByAReleaserAlone()
    {
        await using var world = await RelayWorld.StartAsync();
        await world.ReleaseRuleAsync();
        var device = await world.SubscribeAsync(RelayWorld.Riverside);
        device.Endpoint.Fault = new PushFault.Answer((int)HttpStatusCode.InternalServerError);
        await world.FloodAsync(4);
        await world.Push.WaitForRequestsAsync(1, TimeSpan.FromSeconds(20));
        await HoldAsync(world.Hub, "'Relay'");
        device.Endpoint.Fault = null;

        var page = await world.Author.GetAsync("/hq/tasks");
        Assert.Contains("気象庁発表の伝達（", page.Text, StringComparison.Ordinal);
        var rules = await world.Author.GetAsync(page.Link("#held"));
        Assert.Contains("止めている伝達", rules.Text, StringComparison.Ordinal);
        Assert.Contains("プッシュ通知：試験のため", rules.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(rules.Actions, action => action.EndsWith("handler=Resume", StringComparison.Ordinal));

        var offered = await world.Releaser.GetAsync("/hq/relays");
        var (action, fields) = offered.Form("handler=Resume");
        var (_, own) = (await world.Author.GetAsync("/hq/relays")).Form("handler=Revoke");
        fields["__RequestVerificationToken"] = own["__RequestVerificationToken"];
        Assert.EndsWith("/denied", (await world.Author.PostAsync(action, fields)).Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains(Stopped, (await world.Author.GetAsync("/hq/tasks")).Text, StringComparison.Ordinal);

        var resumed = await world.Releaser.SendAsync(offered, "handler=Resume");
        Assert.Contains("止めていた配信を再開しました（1件）", resumed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Stopped, resumed.Text, StringComparison.Ordinal);
        Assert.Contains("神田川", (await RelayWorld.NextAsync(device)).Body, StringComparison.Ordinal);

        var again = await world.Releaser.SendAsync(offered, "handler=Resume");
        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Contains("dissemination.not-held", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatNobodyReleased_IsSaidForADay_AndLeadsToItsEntry()
    {
        var clock = new MovableClock();
        var insider = new Insider();
        await using var hub = await RunningHub.StartAsync(adjust: services =>
        {
            services.AddSingleton<TimeProvider>(clock);
            insider.Enter(services);
        });
        using (var viewer = await Seat.TakeAsync(hub, "Viewer"))
        {
            Assert.DoesNotContain(Unreleased, (await viewer.GetAsync("/hq")).Text, StringComparison.Ordinal);
            await insider.RefuseOrphanAsync();
            var sequence = await insider.HeadAsync();
            var at = clock.GetUtcNow();

            foreach (var page in Pages)
            {
                Assert.Contains(Unreleased, (await viewer.GetAsync(page)).Text, StringComparison.Ordinal);
            }

            Assert.Matches($"{Unreleased}（(\\d+月\\d+日 )?({at.Clock()}|{at.AddMinutes(-1).Clock()})）", (await viewer.GetAsync("/hq")).Text);
            var entry = (await viewer.GetAsync("/hq")).Link("/hq/chronology?before=");
            Assert.EndsWith($"#entry-{sequence}", entry, StringComparison.Ordinal);
            var chronology = await viewer.GetAsync(entry);
            Assert.Contains($"<tr id=\"entry-{sequence}\">", chronology.Html, StringComparison.Ordinal);
            Assert.Contains("決裁・発信の記録がない配信を止めました", chronology.Text, StringComparison.Ordinal);

            await insider.RefuseOrphanAsync();
            Assert.Contains("24時間で2件", (await viewer.GetAsync("/hq/tasks")).Text, StringComparison.Ordinal);
        }

        clock.Advance(TimeSpan.FromHours(24) + TimeSpan.FromMinutes(1));
        using var nextDay = await Seat.TakeAsync(hub, "Viewer");
        Assert.DoesNotContain(Unreleased, (await nextDay.GetAsync("/hq")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ANodeThatStarts_FindsThemBehindManyEntries_AndNothingOlderThanADay()
    {
        var clock = new MovableClock();
        var insider = new Insider();
        await using var hub = await RunningHub.StartAsync(adjust: services =>
        {
            services.AddSingleton<TimeProvider>(clock);
            insider.Enter(services);
        });
        await insider.RefuseOrphanAsync();
        await WriteEntriesAsync(hub, 4);
        clock.Advance(TimeSpan.FromHours(25));
        await insider.RefuseOrphanAsync();
        var first = await insider.HeadAsync();
        await WriteEntriesAsync(hub, 8);
        var watch = new OrphanWatch(stretch: 3);

        Assert.Equal([first], await LookAsync(watch));
        await insider.RefuseOrphanAsync();
        var second = await insider.HeadAsync();
        await WriteEntriesAsync(hub, 2);
        Assert.Equal([first, second], await LookAsync(watch));
        Assert.Equal([first, second], await LookAsync(new OrphanWatch(stretch: 3)));

        // A page that began earlier does not show what came after it.
        Assert.Equal([first], (await insider.WithAsync(db => watch.LatelyAsync(db, second - 1, clock.GetUtcNow(), CancellationToken.None))).Select(orphan => orphan.Sequence));

        async Task<IEnumerable<long>> LookAsync(OrphanWatch from)
        {
            var head = await insider.HeadAsync();
            return (await insider.WithAsync(db => from.LatelyAsync(db, head, clock.GetUtcNow(), CancellationToken.None))).Select(orphan => orphan.Sequence);
        }
    }

    private static async Task WriteEntriesAsync(RunningHub hub, int count)
    {
        for (var n = 0; n < count; n++)
        {
            await hub.PublishTelegramAsync(Encoding.UTF8.GetBytes($"no telegram {Guid.NewGuid()}"));
        }
    }

    /// <summary>Holds what goes out by web push, as the area echo or a long silence does.</summary>
    private static async Task HoldAsync(RunningHub hub, string kind, string and = "") => Assert.Equal(1, await TestDatabase.ExecuteAsync(
        hub.DataDirectory,
        $"UPDATE dissemination_dispatches SET State = 'Held', HoldReason = '試験のため', Version = Version + 1 WHERE Channel = 'webpush' AND Kind = {kind} {and}"));

    private static Task QuietAsync(RunningHub hub) => Eventually.TrueAsync(
        async () => (await TestDatabase.ReadAsync<string>(
            hub.DataDirectory, "SELECT Channel FROM dissemination_dispatches WHERE State IN ('Waiting', 'Sending')")).Count == 0,
        "every dispatch is closed");
}
