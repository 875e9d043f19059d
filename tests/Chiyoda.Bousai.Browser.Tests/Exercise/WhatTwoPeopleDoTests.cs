using System.Globalization;
using Xunit;

namespace Chiyoda.Bousai.Browser.Tests.Exercise;

/// <summary>The shortest way from a telegram to an order: the proposal is taken as it is, the decision comes by telephone.</summary>
public sealed class WhatTwoPeopleDoTests(ITestOutputHelper output)
{
    private const int MaxClicks = 8;

    private const string BeforeTheFlood = "03_VPWW55_level3.xml";

    private const string Flood = "05_VXKO_kanda_level4.xml";

    [Fact]
    public async Task ProposalTakenAsItIs_IsOutWithEightClicks_AndNothingTyped()
    {
        await using var stage = await ExerciseStage.InChromiumAsync();
        await Resident.RegisterAsync(stage.Hub, stage.Browser, ExerciseStage.InTheZone);
        var author = await StaffDesk.SignInAsync(stage, "author", "Recorder");
        var releaser = await StaffDesk.SignInAsync(stage, "releaser", "Releaser");
        await stage.PlayThroughAsync(BeforeTheFlood);
        await author.WatchAsync();
        await releaser.WatchAsync();
        var (clicks, typings) = Hands(author, releaser);

        await author.Page.WatchForAsync("#open article");
        var received = TimeProvider.System.GetUtcNow();
        await stage.PlayThroughAsync(Flood);
        await author.SeeOpenAsync("神田川");
        var onScreen = await author.Page.SeenAtAsync() - received;
        await author.OpenProposalAsync();
        await author.RecordDecisionAsync("mayor");
        await releaser.SeeOpenAsync("決裁済・発信待ち");
        await releaser.OpenProposalAsync();
        await releaser.ReadBackAsync(level: 4);
        await releaser.Page.WatchPressAsync("button.send");
        await releaser.ReleaseAsync();

        await stage.Push.WaitForRequestsAsync(1, TimeSpan.FromSeconds(10));
        var accepted = stage.Push.Requests[0].ReceivedAt - await releaser.Page.PressedAtAsync();
        var (clicked, typed) = Hands(author, releaser);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{clicked - clicks} clicks; received to screen {onScreen.TotalMilliseconds:0} ms, pressed to the first push service {accepted.TotalMilliseconds:0} ms, together of 2,000"));
        Assert.InRange(clicked - clicks, 1, MaxClicks);
        Assert.Equal(typings, typed);
        var order = Assert.Single((await stage.Hub.GetAsync("/api/v1/orders")).GetProperty("items").EnumerateArray());
        Assert.Equal(4, order.GetProperty("level").GetInt32());
    }

    private static (int Clicks, int Typings) Hands(params StaffDesk[] desks) => (desks.Sum(desk => desk.Page.Clicks), desks.Sum(desk => desk.Page.Typings));
}
