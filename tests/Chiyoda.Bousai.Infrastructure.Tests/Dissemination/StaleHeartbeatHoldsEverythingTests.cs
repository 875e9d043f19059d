using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Infrastructure.Dissemination;
using Chiyoda.Bousai.Infrastructure.Persistence.Backups;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Chiyoda.Bousai.Infrastructure.Tests.Dissemination;

/// <summary>Design rule 10: deleting never sends, restoring never sends.</summary>
public sealed class StaleHeartbeatHoldsEverythingTests
{
    private static readonly DateTimeOffset Night = new(2026, 9, 9, 2, 10, 0, JapanTime.Offset);

    [Fact]
    public async Task AfterElevenMinutes_NothingGoesOutUntilAPersonLetsIt()
    {
        var clock = new FakeTimeProvider(Night);
        var channel = new ScriptedChannel();
        await using var world = await TellingWorld.StartAsync(clock, channel);
        await world.SubscribeAsync(3, TellingWorld.Riverside[0]);
        var release = await world.IssueAsync();
        clock.Advance(TimeSpan.FromMinutes(11));

        var held = await world.Get<Heartbeat>().BeatAsync(TestContext.Current.CancellationToken);
        await world.Get<Dispatcher>().SweepAsync(TestContext.Current.CancellationToken);
        await world.WorkAsync();

        Assert.Equal(2, held);
        Assert.Empty(channel.Sent);
        Assert.All(await world.DispatchesAsync(release.DecisionId), dispatch => Assert.Equal(DispatchState.Held, dispatch.State));

        var actor = new Actor(Guid.NewGuid(), "発信担当", "Releaser", "test");
        await world.Get<DispatchLedger>().ResumeAsync(release.DecisionId, actor, TestContext.Current.CancellationToken);
        await world.Get<Dispatcher>().SweepAsync(TestContext.Current.CancellationToken);
        await world.WorkAsync();
        Assert.Equal(3, channel.Sent.Count);
    }

    [Fact]
    public async Task AfterAShortRestart_TheDispatchGoesOnByItself()
    {
        var clock = new FakeTimeProvider(Night);
        var channel = new ScriptedChannel();
        await using var world = await TellingWorld.StartAsync(clock, channel);
        await world.SubscribeAsync(3, TellingWorld.Riverside[0]);
        await world.IssueAsync();
        await world.Get<Heartbeat>().BeatAsync(TestContext.Current.CancellationToken);
        clock.Advance(TimeSpan.FromMinutes(9));

        var held = await world.Get<Heartbeat>().BeatAsync(TestContext.Current.CancellationToken);
        await world.Get<Dispatcher>().SweepAsync(TestContext.Current.CancellationToken);
        await world.WorkAsync();

        Assert.Equal(0, held);
        Assert.Equal(3, channel.Sent.Count);
    }

    [Fact]
    public async Task AStandstill_IsWrittenDown_SoThatWhatWasToHappenInItIsKnownToBeMissed()
    {
        var clock = new FakeTimeProvider(Night);
        await using var world = await TellingWorld.StartAsync(clock, new ScriptedChannel());
        var heartbeat = world.Get<Heartbeat>();
        clock.Advance(TimeSpan.FromMinutes(11));
        var during = Night.AddMinutes(5);

        Assert.True(await MissedAsync(during));
        await heartbeat.BeatAsync(TestContext.Current.CancellationToken);

        Assert.Equal("hosting.stood-still", (await world.KindsAsync())[^1]);
        Assert.True(await MissedAsync(during));
        Assert.False(await MissedAsync(clock.GetUtcNow().AddMinutes(1)));

        Task<bool> MissedAsync(DateTimeOffset moment) => world.WithDbAsync(db => heartbeat.MissedAsync(db, moment, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task ARestoredCopy_MayHaveMissedWhatWasBeforeItWasRestored()
    {
        var none = TestContext.Current.CancellationToken;
        var clock = new FakeTimeProvider(Night);
        await using var old = await TellingWorld.StartAsync(clock, new ScriptedChannel());
        await using var copy = await TellingWorld.StartAsync(clock, new ScriptedChannel());
        var path = Path.Combine(old.DataDirectory, "backup.zip");
        await old.WithDbAsync(db => BackupMaker.MakeAsync(db, path, "test", clock, none));
        clock.Advance(TimeSpan.FromMinutes(5));

        await using (var file = await BackupFile.OpenAsync(path, "test", none))
        {
            await copy.WithDbAsync(async db =>
            {
                await db.Stamps.ExecuteDeleteAsync(none);
                return await BackupRestorer.RestoreAsync(db, file, clock, none);
            });
        }

        Assert.True(await MissedAsync(copy, Night.AddMinutes(3)));
        Assert.False(await MissedAsync(copy, Night.AddMinutes(6)));
        Assert.False(await MissedAsync(old, Night.AddMinutes(3)));

        Task<bool> MissedAsync(TellingWorld world, DateTimeOffset moment) => world.WithDbAsync(db => world.Get<Heartbeat>().MissedAsync(db, moment, none));
    }

    [Fact]
    public async Task WhatIsDone_IsNotHeld()
    {
        var clock = new FakeTimeProvider(Night);
        await using var world = await TellingWorld.StartAsync(clock, new ScriptedChannel());
        await world.SubscribeAsync(1, TellingWorld.Riverside[0]);
        var release = await world.IssueAsync();
        await world.PlanAsync(release.DecisionId);
        await world.WorkAsync();
        await world.Get<DispatchLedger>().CompleteAsync(release.DecisionId, "portal", 1, 1, TestContext.Current.CancellationToken);
        clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(0, await world.Get<Heartbeat>().BeatAsync(TestContext.Current.CancellationToken));
    }
}
