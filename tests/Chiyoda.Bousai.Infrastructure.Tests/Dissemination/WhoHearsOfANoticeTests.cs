using Chiyoda.Bousai.Domain.Dissemination;
using Chiyoda.Bousai.Domain.Notices;
using Chiyoda.Bousai.Infrastructure.Dissemination;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Chiyoda.Bousai.Infrastructure.Tests.Dissemination;

/// <summary>A notice reaches those in its areas who want it; what puts it right reaches first, and what takes it back reaches only, who got it.</summary>
public sealed class WhoHearsOfANoticeTests
{
    private static readonly string[] Here = [TellingWorld.Riverside[0]];

    [Fact]
    public async Task WhoChoseNothing_HearsWhatIsUrgent_AndWhoChoseHearsThat()
    {
        await using var world = await TellingWorld.StartAsync(channel: new ScriptedChannel());
        var usual = await world.SubscribeAsync(1, Here[0]);
        var everything = await world.SubscribeAsync(1, Here[0], notices: ["all"]);
        await world.SubscribeAsync(1, Here[0], notices: ["none"]);
        await world.SubscribeAsync(1, TellingWorld.Elsewhere, notices: ["all"]);
        var onlyTrains = await world.SubscribeAsync(1, Here[0], notices: ["transport"]);

        var shelter = await TellAsync(world, await world.TellNoticeAsync("shelter-opening", Here));
        var train = await TellAsync(world, await world.TellNoticeAsync("line-suspended", Here));

        Assert.Equal([.. usual, .. everything], await KeysAsync(world, shelter));
        Assert.Equal([.. everything, .. onlyTrains], await KeysAsync(world, train));
        Assert.True((await world.DispatchAsync(shelter.DecisionId)).Urgency > (await world.DispatchAsync(train.DecisionId)).Urgency);
        Assert.True((await world.DispatchAsync(shelter.DecisionId)).Urgency < 3);
    }

    [Fact]
    public async Task TheWholeWard_IsEverybodyWhoWantsIt()
    {
        await using var world = await TellingWorld.StartAsync(channel: new ScriptedChannel());
        var one = await world.SubscribeAsync(1, Here[0]);
        var other = await world.SubscribeAsync(1, TellingWorld.Elsewhere);

        var release = await TellAsync(world, await world.TellNoticeAsync("stay-where-you-are", [Addressees.Everywhere]));

        Assert.Equal([.. one, .. other], await KeysAsync(world, release));
        Assert.Equal(DispatchState.Done, (await world.DispatchAsync(release.DecisionId)).State);
    }

    [Fact]
    public async Task ACorrection_GoesFirstToThoseWhoGotTheWrongText_ThenToThoseWhomTheRightOneConcerns()
    {
        var channel = new ScriptedChannel();
        await using var world = await TellingWorld.StartAsync(channel: channel);
        var meant = await world.SubscribeAsync(2, TellingWorld.Elsewhere);
        var wronglyTold = await world.SubscribeAsync(2, Here[0]);
        var joinedLater = new List<long>();
        var issued = await TellAsync(world, await world.TellNoticeAsync("shelter-opening", Here));
        joinedLater.AddRange(await world.SubscribeAsync(1, Here[0]));

        var corrected = await TellAsync(world, await world.TellNoticeAsync("shelter-opening", [TellingWorld.Elsewhere], issued.NoticeId, NoticeAct.Correct, "図書館"));

        Assert.Equal([.. wronglyTold, .. meant], await KeysAsync(world, corrected));
        Assert.All(wronglyTold, key => Assert.Equal(2, channel.Sent[key]));
        Assert.DoesNotContain(joinedLater[0], channel.Sent.Keys);
        Assert.Contains("notices.corrected", await world.KindsAsync());
    }

    [Fact]
    public async Task AWithdrawal_GoesToThoseWhoGotIt_AndToNobodyElse_AndByTheSameChannels()
    {
        var channel = new ScriptedChannel();
        await using var world = await TellingWorld.StartAsync(channel: channel);
        var told = await world.SubscribeAsync(2, Here[0]);
        var issued = await TellAsync(world, await world.TellNoticeAsync("shelter-opening", Here));
        await world.SubscribeAsync(1, Here[0], notices: ["all"]);

        var withdrawn = await TellAsync(world, await world.TellNoticeAsync("shelter-opening", Here, issued.NoticeId, NoticeAct.Withdraw));

        Assert.Equal(told, await KeysAsync(world, withdrawn));
        Assert.Equal(
            (await world.DispatchesAsync(issued.DecisionId)).Select(dispatch => dispatch.Channel).Order(StringComparer.Ordinal),
            (await world.DispatchesAsync(withdrawn.DecisionId)).Select(dispatch => dispatch.Channel).Order(StringComparer.Ordinal));
        Assert.Contains("取下げ", channel.LastTitle, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AWrongTextThatNeverLeft_IsNotDeliveredLate()
    {
        var channel = new ScriptedChannel();
        await using var world = await TellingWorld.StartAsync(channel: channel);
        await world.SubscribeAsync(2, Here[0]);
        var issued = await world.TellNoticeAsync("shelter-opening", Here);
        await world.PlanAsync(issued.DecisionId);

        await TellAsync(world, await world.TellNoticeAsync("shelter-opening", Here, issued.NoticeId, NoticeAct.Withdraw));

        Assert.Empty(channel.Sent);
        Assert.Equal(DispatchState.Superseded, (await world.DispatchAsync(issued.DecisionId)).State);
    }

    [Fact]
    public async Task TheDatabase_RefusesOnePersonInBothPlaces_AndWhatNobodyLetOut()
    {
        await using var world = await TellingWorld.StartAsync(channel: new ScriptedChannel());
        await world.TellNoticeAsync("shelter-opening", Here);

        await Assert.ThrowsAnyAsync<Exception>(() => world.WithDbAsync(db => db.NoticeEditions.ExecuteUpdateAsync(
            set => set.SetProperty(edition => edition.ReleaserId, edition => edition.SubmitterId))));
        await Assert.ThrowsAnyAsync<Exception>(() => world.WithDbAsync(db => db.NoticeEditions.ExecuteUpdateAsync(
            set => set.SetProperty(edition => edition.ReleaserId, (Guid?)null))));
    }

    private static async Task<NoticeRelease> TellAsync(TellingWorld world, NoticeRelease release)
    {
        await world.PlanAsync(release.DecisionId);
        await world.WorkAsync();
        return release;
    }

    private static async Task<List<long>> KeysAsync(TellingWorld world, NoticeRelease release) =>
        [.. (await world.PagesAsync((await world.DispatchAsync(release.DecisionId)).Id)).SelectMany(page => RecipientKeys.Unpack(page.Keys))];
}
