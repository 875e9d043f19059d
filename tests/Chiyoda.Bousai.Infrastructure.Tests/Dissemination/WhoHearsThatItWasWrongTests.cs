using Chiyoda.Bousai.Domain.Dissemination;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Infrastructure.Dissemination;
using Xunit;

namespace Chiyoda.Bousai.Infrastructure.Tests.Dissemination;

/// <summary>Corrections, voids and lowerings reach exactly those who got the wrong or the older message, and them first (design rule 9).</summary>
public sealed class WhoHearsThatItWasWrongTests
{
    [Fact]
    public async Task ACorrection_GoesFirstToThoseWhoGotTheWrongMessage_ThenToThoseWhomTheRightOneConcerns()
    {
        var channel = new ScriptedChannel();
        await using var world = await TellingWorld.StartAsync(channel: channel);
        var meant = await world.SubscribeAsync(2, TellingWorld.Elsewhere);
        var wronglyTold = await world.SubscribeAsync(2, TellingWorld.Riverside[0]);
        var issued = await TellAsync(world, await world.IssueAsync());

        var corrected = await TellAsync(world, await world.ChangeAsync(issued.OrderId, Act.Correct, measure => measure with { Areas = [TellingWorld.Elsewhere] }));

        Assert.Equal([.. wronglyTold, .. meant], await KeysAsync(world, corrected));
        Assert.All(wronglyTold, key => Assert.Equal(2, channel.Sent[key]));
        Assert.All(meant, key => Assert.Equal(1, channel.Sent[key]));
        Assert.Equal(DispatchState.Done, (await world.DispatchAsync(corrected.DecisionId)).State);
    }

    [Fact]
    public async Task AVoid_GoesToThoseWhoGotTheMessage_AndToNobodyElse()
    {
        var channel = new ScriptedChannel();
        await using var world = await TellingWorld.StartAsync(channel: channel);
        var told = await world.SubscribeAsync(2, TellingWorld.Riverside[0]);
        var issued = await TellAsync(world, await world.IssueAsync());
        var joined = await world.SubscribeAsync(1, TellingWorld.Riverside[0]);

        var voided = await TellAsync(world, await world.ChangeAsync(issued.OrderId, Act.Void));

        Assert.Equal(told, await KeysAsync(world, voided));
        Assert.DoesNotContain(joined[0], channel.Sent.Keys);
        Assert.Contains("evacuation.order-voided", await world.KindsAsync());
    }

    [Fact]
    public async Task AWrongMessageThatNeverLeft_IsNotTakenBack_NorDeliveredLate()
    {
        var channel = new ScriptedChannel();
        await using var world = await TellingWorld.StartAsync(channel: channel);
        await world.SubscribeAsync(2, TellingWorld.Riverside[0]);
        var issued = await world.IssueAsync();
        await world.PlanAsync(issued.DecisionId);

        var voided = await TellAsync(world, await world.ChangeAsync(issued.OrderId, Act.Void));

        Assert.Empty(await KeysAsync(world, voided));
        Assert.Empty(channel.Sent);
        Assert.Equal(DispatchState.Superseded, (await world.DispatchAsync(issued.DecisionId)).State);
    }

    [Fact]
    public async Task ALoweringOfAPart_ReachesThatPart_WhateverLevelsTheyAskedFor_AndNotTheRest()
    {
        await using var world = await TellingWorld.StartAsync(channel: new ScriptedChannel());
        var part = await world.SubscribeAsync(2, TellingWorld.Riverside[0], levels: [4, 5]);
        await world.SubscribeAsync(2, TellingWorld.Riverside[1]);
        var issued = await TellAsync(world, await world.IssueAsync(level: 4));

        var lowered = await TellAsync(world, await world.ChangeAsync(issued.OrderId, Act.Lower, measure => measure with { Level = 3, Areas = [TellingWorld.Riverside[0]] }));
        Assert.Equal(part, await KeysAsync(world, lowered));

        var lifted = await TellAsync(world, await world.ChangeAsync(lowered.OrderId, Act.Lift));
        Assert.Equal(part, await KeysAsync(world, lifted));
    }

    [Fact]
    public async Task ALowering_SpeaksOfTheLevelThatEnds()
    {
        await using var world = await TellingWorld.StartAsync(channel: new ScriptedChannel());
        var issued = await world.IssueAsync(level: 4);

        var lowered = await world.ChangeAsync(issued.OrderId, Act.Lower, measure => measure with { Level = 3 });

        var text = world.Get<OrderTexts>().Render(lowered, "ja", []);
        Assert.StartsWith("警戒レベル3 高齢者等避難に切替", text.Title, StringComparison.Ordinal);
        Assert.Contains("警戒レベル4 避難指示を", text.Headline, StringComparison.Ordinal);
    }

    private static async Task<OrderRelease> TellAsync(TellingWorld world, OrderRelease release)
    {
        await world.PlanAsync(release.DecisionId);
        await world.WorkAsync();
        return release;
    }

    private static async Task<List<long>> KeysAsync(TellingWorld world, OrderRelease release) =>
        [.. (await world.PagesAsync((await world.DispatchAsync(release.DecisionId)).Id)).SelectMany(page => RecipientKeys.Unpack(page.Keys))];
}
