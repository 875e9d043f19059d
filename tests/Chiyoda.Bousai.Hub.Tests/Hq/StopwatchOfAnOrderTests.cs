using Chiyoda.Bousai.TestHub;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Hq;

/// <summary>From the decision to the last recipient, for every act on an order; putting a wrong message right against its goal (design rule 9).</summary>
public sealed class StopwatchOfAnOrderTests
{
    private static readonly (string Name, string Value)[] RightContent =
    [
        ("level", "4"), ("action", "GoUp"), ("audience", "Everyone"), ("areas", "13101001003"), ("publicReason", "区域の誤りのため"), ("reason", "区域を誤った"),
    ];

    private static readonly (string Name, string Value)[] Ending =
    [
        ("falling", "Yes"), ("rain", "Yes"), ("site", "Yes"), ("whyNot", "気象台には朝に聞く"), ("reason", "水位が下がった"),
    ];

    [Fact]
    public async Task EachAct_KeepsItsTimes_WhateverComesAfterIt()
    {
        var clock = new StandingClock();
        var insider = new Insider();
        await using var hub = await StartAsync(clock, insider);
        var order = await IssueAsync(hub, clock, waits: TimeSpan.FromSeconds(40));
        Assert.Contains("決裁から最後の受付まで（合計） 0:40", order.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("目標", order.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("これまでの発信でかかった時間", order.Text, StringComparison.Ordinal);

        clock.Advance(TimeSpan.FromMinutes(10));
        var path = order.Address.AbsolutePath;
        var corrected = await ChangeAsync(hub, clock, $"{path}/change?act=Correct", "handler=Correct", RightContent, decideAfter: TimeSpan.FromSeconds(30), releaseAfter: TimeSpan.FromSeconds(75), "1");
        Assert.Contains("決裁から最後の受付まで（合計） 1:15", corrected.Text, StringComparison.Ordinal);
        Assert.Contains("訂正の作成から最後の受付まで 1:45 （目標 3分）", corrected.Text, StringComparison.Ordinal);
        Assert.Contains("発令（第1版）", corrected.Text, StringComparison.Ordinal);
        Assert.Contains("決裁から最後の受付まで 0:40 決裁→発信 0:40、発信→最後の受付 0:00", corrected.Text, StringComparison.Ordinal);

        clock.Advance(TimeSpan.FromMinutes(10));
        var lifted = await ChangeAsync(
            hub, clock, path, "handler=Lift", Ending, TimeSpan.Zero, TimeSpan.FromSeconds(20), "1");
        Assert.Contains("解除済", lifted.Text, StringComparison.Ordinal);
        Assert.Contains("決裁から最後の受付まで（合計） 0:20", lifted.Text, StringComparison.Ordinal);
        var earlier = lifted.Text[lifted.Text.IndexOf("これまでの発信でかかった時間", StringComparison.Ordinal)..];
        Assert.Contains("訂正（第2版）", earlier, StringComparison.Ordinal);
        Assert.Contains("決裁から最後の受付まで 1:15 決裁→発信 1:15、発信→最後の受付 0:00", earlier, StringComparison.Ordinal);
        Assert.Contains("訂正の作成から最後の受付まで 1:45 （目標 3分）", earlier, StringComparison.Ordinal);
        Assert.Contains("発令（第1版）", earlier, StringComparison.Ordinal);
        Assert.DoesNotContain("解除（第", earlier, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AVoidThatTakesLonger_SaysSo()
    {
        var clock = new StandingClock();
        var insider = new Insider();
        await using var hub = await StartAsync(clock, insider);
        var order = await IssueAsync(hub, clock, TimeSpan.Zero);

        var voided = await ChangeAsync(
            hub, clock, $"{order.Address.AbsolutePath}/change?act=Void", "handler=Void", [("reason", "訓練の内容を送った")], TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(90), "26");

        Assert.Contains("誤発信の取消しの作成から最後の受付まで 3:30 （目標 3分を超過）", voided.Text, StringComparison.Ordinal);
    }

    /// <summary>The console of an exercise times each delivery from the release that it delivers, not from the first issue.</summary>
    [Fact]
    public async Task TheBoardOfAnExercise_TimesEveryKindOfRelease()
    {
        var clock = new StandingClock();
        var insider = new Insider();
        await using var hub = await StartAsync(clock, insider);
        insider.Board.IsOn = true;
        var order = await IssueAsync(hub, clock, TimeSpan.Zero);
        clock.Advance(TimeSpan.FromMinutes(4));
        await ChangeAsync(hub, clock, $"{order.Address.AbsolutePath}/change?act=Correct", "handler=Correct", RightContent, TimeSpan.Zero, TimeSpan.Zero, "1");
        clock.Advance(TimeSpan.FromMinutes(4));
        await ChangeAsync(hub, clock, order.Address.AbsolutePath, "handler=Lift", Ending, TimeSpan.Zero, TimeSpan.Zero, "1");

        // Three ways out of each of three acts.
        await Eventually.TrueAsync(() => Task.FromResult(Completed().Length == 9), "nine deliveries are on the board");
        Assert.All(Completed(), line => Assert.EndsWith(" → 発信から 0 ms", line, StringComparison.Ordinal));

        string[] Completed() => [.. insider.Board.Table().Split(Environment.NewLine).Where(line => line.Contains("dissemination.completed", StringComparison.Ordinal))];
    }

    private static Task<RunningHub> StartAsync(StandingClock clock, Insider insider) => RunningHub.StartAsync(adjust: services =>
    {
        services.AddSingleton<TimeProvider>(clock);
        insider.Enter(services);
    });

    private static async Task<Screen> IssueAsync(RunningHub hub, StandingClock clock, TimeSpan waits)
    {
        using var author = await Seat.TakeAsync(hub, "Recorder");
        var decided = await Chain.DecideAsync(author, await Chain.SubmitAsync(author, await Chain.OpenProposalAsync(hub, author)), at: clock.GetUtcNow());
        clock.Advance(waits);
        return await ReleaseAsync(hub, decided, "26");
    }

    /// <summary>Two people change an order; each sits down anew, since a password counts for a few minutes.</summary>
    private static async Task<Screen> ChangeAsync(
        RunningHub hub, StandingClock clock, string page, string form, (string Name, string Value)[] typed, TimeSpan decideAfter, TimeSpan releaseAfter, string count)
    {
        using var author = await Seat.TakeAsync(hub, "Recorder");
        var asked = await author.SendAsync(await author.GetAsync(page), form, typed);
        clock.Advance(decideAfter);
        var decided = await Chain.DecideAsync(author, asked, at: clock.GetUtcNow());
        clock.Advance(releaseAfter);
        return await ReleaseAsync(hub, decided, count);
    }

    /// <returns>The order's page once everybody was served.</returns>
    private static async Task<Screen> ReleaseAsync(RunningHub hub, Screen decided, string count)
    {
        using var releaser = await Seat.TakeAsync(hub, "Releaser");
        var order = await Chain.ReleaseAsync(releaser, await releaser.GetAsync(decided.Address.AbsolutePath), count: count);
        Assert.StartsWith("/hq/orders/", order.Address.AbsolutePath, StringComparison.Ordinal);
        await Eventually.TrueAsync(
            async () => (await TestDatabase.ReadAsync<string>(
                hub.DataDirectory, "SELECT Channel FROM dissemination_dispatches WHERE State IN ('Waiting', 'Sending')")).Count == 0,
            "every dispatch is closed");
        return await releaser.GetAsync(order.Address.AbsolutePath);
    }
}
