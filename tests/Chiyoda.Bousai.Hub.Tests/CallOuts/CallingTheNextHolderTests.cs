using Chiyoda.Bousai.Hub.Tests.Hq;
using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.CallOuts;

/// <summary>What was submitted and not decided, or decided and not released, calls the duty posts after the ward's minutes; no authority moves by it.</summary>
public sealed class CallingTheNextHolderTests
{
    [Fact]
    public async Task WaitingForADecision_AndForARelease_EachCallOnce_AndThePageNamesWhoIsNext()
    {
        await using var world = await CallOutWorld.StartAsync();
        using var author = await Seat.TakeAsync(world.Hub, "Recorder");
        using var staff = await world.Hub.SignInAsync("Recorder");
        using var releaser = await Seat.TakeAsync(world.Hub, "Releaser");
        await world.WakeAsync();
        await TakenAsync(staff, "proposal-3");
        var submitted = await Chain.SubmitAsync(author, await author.GetAsync((await author.GetAsync("/hq")).Link("/hq/proposals/")));
        Assert.DoesNotContain("決裁を待っています", submitted.Text, StringComparison.Ordinal);

        world.Clock.Advance(TimeSpan.FromMinutes(5));
        await TakenAsync(staff, "decision-4");
        var waiting = await author.GetAsync(submitted.Address.AbsolutePath);
        Assert.Contains("提出から 5 分、決裁を待っています", waiting.Text, StringComparison.Ordinal);
        Assert.Contains("次の権限者： 区長 呼び出してください", waiting.Text, StringComparison.Ordinal);

        var now = world.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(9));
        var tried = await author.SendAsync(
            waiting, "handler=Attempts", ("by", "mayor"), ("means", "Telephone"), ("day", now.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
            ("time", now.ToString("HHmm", System.Globalization.CultureInfo.InvariantCulture)), ("result", "応答なし"));
        var declared = await author.SendAsync(tried, "handler=Unreachable", ("by", "mayor"), ("basis", "地方自治法 第152条第1項"));
        Assert.Contains("次の権限者： 副区長（区長の職務代理者） 呼び出してください", declared.Text, StringComparison.Ordinal);

        var decided = await Chain.DecideAsync(author, declared, by: "deputy-mayor", at: world.Clock.GetUtcNow());
        Assert.DoesNotContain("principal-not-declared", decided.Text, StringComparison.Ordinal);
        world.Clock.Advance(TimeSpan.FromMinutes(3));
        await TakenAsync(staff, "release-4");
        var late = await releaser.GetAsync(decided.Address.AbsolutePath);
        Assert.Contains("決裁から 3 分、発信を待っています", late.Text, StringComparison.Ordinal);
        Assert.Matches("発信できる人： .+ 呼び出してください。", late.Text);
        Assert.DoesNotContain("宣言なし", late.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhereNobodyElseMayRelease_ThePageSaysSo()
    {
        await using var world = await CallOutWorld.StartAsync();
        using var author = await Seat.TakeAsync(world.Hub, "Recorder");
        using var staff = await world.Hub.SignInAsync("Recorder");
        await world.WakeAsync();
        await TakenAsync(staff, "proposal-3");
        var submitted = await Chain.SubmitAsync(author, await author.GetAsync((await author.GetAsync("/hq")).Link("/hq/proposals/")));
        var decided = await Chain.DecideAsync(author, submitted, at: world.Clock.GetUtcNow());

        world.Clock.Advance(TimeSpan.FromMinutes(3));
        await TakenAsync(staff, "release-4");

        Assert.Contains("提出者のほかに、発信の役割を持つ人がいません。 管理者に連絡してください。", (await author.GetAsync(decided.Address.AbsolutePath)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatWaitsNoMore_CallsNobodyAnyMore()
    {
        await using var world = await CallOutWorld.StartAsync();
        using var author = await Seat.TakeAsync(world.Hub, "Recorder");
        using var staff = await world.Hub.SignInAsync("Recorder");
        await world.WakeAsync();
        await TakenAsync(staff, "proposal-3");
        var submitted = await Chain.SubmitAsync(author, await author.GetAsync((await author.GetAsync("/hq")).Link("/hq/proposals/")));
        world.Clock.Advance(TimeSpan.FromMinutes(5));
        await world.CarriedAsync(1, "決裁を待っています");

        var decided = await Chain.DecideAsync(author, submitted, at: world.Clock.GetUtcNow());
        await ClosedAsync(staff, "decision-4", "案はもう決裁を待っていません");
        world.PassATurn();
        await world.CarriedAsync(1, "発信を待っています");
        Assert.Single(world.Carrier.Calls, call => call.Text.Contains("決裁を待っています", StringComparison.Ordinal));

        // Who releases has signed in a short while ago.
        using var releaser = await Seat.TakeAsync(world.Hub, "Releaser");
        await Chain.ReleaseAsync(releaser, await releaser.GetAsync(decided.Address.AbsolutePath));
        await ClosedAsync(staff, "release-4", "案はもう発信を待っていません");
    }

    private static Task ClosedAsync(StaffClient staff, string rule, string note) => Eventually.TrueAsync(
        async () => (await staff.GetAsync("/api/v1/call-outs")).GetProperty("items").EnumerateArray().Any(item =>
            (item.GetProperty("rule").GetString(), item.GetProperty("state").GetString(), item.GetProperty("note").GetString()) == (rule, "closed", note)),
        $"{rule} is ended by the hub");

    /// <summary>The rule calls, and headquarters takes it.</summary>
    private static async Task TakenAsync(StaffClient staff, string rule)
    {
        var id = string.Empty;
        await Eventually.TrueAsync(
            async () =>
            {
                var of = (await staff.GetAsync("/api/v1/call-outs")).GetProperty("items").EnumerateArray().Where(item => item.GetProperty("rule").GetString() == rule).ToList();
                id = of.Count == 1 ? of[0].GetProperty("id").GetString()! : string.Empty;
                return id.Length > 0;
            },
            $"{rule} calls once");
        (await staff.Http.PostAsync(new Uri($"/api/v1/call-outs/{id}/take", UriKind.Relative), null)).EnsureSuccessStatusCode();
    }
}
