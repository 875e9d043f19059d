using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Dissemination;
using Chiyoda.Bousai.Infrastructure.Dissemination;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Chiyoda.Bousai.Infrastructure.Tests.Dissemination;

/// <summary>Design rules 1 and 3: the gateway, and what it will not let out.</summary>
public sealed class OnlyAReleasedDecisionLeavesTheHouseTests
{
    [Fact]
    public async Task ADecisionThatIsNotInTheDatabase_IsRefusedWithAnAlarm()
    {
        var channel = new ScriptedChannel();
        await using var world = await TellingWorld.StartAsync(channel: channel);
        var claim = await PlannedPageAsync(world);
        var orphan = OrderRelease.Of(world.NewReleased(), Guid.NewGuid(), 1);

        var answer = await world.Get<Gateway>().OpenAsync(orphan, channel, claim, new HashSet<string> { "ja" }, TestContext.Current.CancellationToken);

        Assert.False(answer.IsOpen);
        Assert.Contains("dissemination.orphan-refused", await world.KindsAsync());
        Assert.Contains(world.Logs.Lines, line => line.Level == LogLevel.Error && line.Id == 6010);
        Assert.Empty(channel.Sent);
    }

    [Fact]
    public async Task ARelayThatIsNotInTheDatabase_IsRefusedWithAnAlarm()
    {
        var channel = new ScriptedChannel();
        await using var world = await TellingWorld.StartAsync(channel: channel);
        var claim = await PlannedPageAsync(world);

        var answer = await world.Get<Gateway>().OpenAsync(world.NewRelay(), channel, claim, new HashSet<string> { "ja" }, TestContext.Current.CancellationToken);

        Assert.False(answer.IsOpen);
        Assert.Contains("dissemination.orphan-refused", await world.KindsAsync());
        Assert.Empty(channel.Sent);
    }

    [Fact]
    public async Task ANoticeThatIsNotInTheDatabase_IsRefusedWithAnAlarm()
    {
        var channel = new ScriptedChannel();
        await using var world = await TellingWorld.StartAsync(channel: channel);
        var claim = await PlannedPageAsync(world);
        var orphan = NoticeRelease.Of(world.NewNotice("stay-where-you-are", ["*"]), 1);

        var answer = await world.Get<Gateway>().OpenAsync(orphan, channel, claim, new HashSet<string> { "ja" }, TestContext.Current.CancellationToken);

        Assert.False(answer.IsOpen);
        Assert.Contains("dissemination.orphan-refused", await world.KindsAsync());
        Assert.Empty(channel.Sent);
    }

    [Fact]
    public void NothingButTheGateway_CanMakeAMessageOrAPassage()
    {
        Assert.Empty(typeof(OutgoingMessage).GetConstructors());
        Assert.Empty(typeof(Passage).GetConstructors());
        var ways = typeof(Gateway).GetMethods().Where(method => method.DeclaringType == typeof(Gateway)).ToList();
        var way = Assert.Single(ways);
        Assert.Equal(typeof(Outgoing), way.GetParameters()[0].ParameterType);
    }

    /// <summary>What is released is an order, a notice or a relay; nobody outside the domain can add a fourth, by a constructor or by a copy.</summary>
    [Fact]
    public void TheKindsThatMayLeave_AreClosed()
    {
        var kinds = typeof(Outgoing).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Outgoing)) && type != typeof(Release)).ToList();

        Assert.Equal([typeof(NoticeRelease), typeof(OrderRelease), typeof(StandingRelease)], kinds.OrderBy(kind => kind.Name, StringComparer.Ordinal));
        Assert.All(kinds, kind => Assert.True(kind.IsSealed && kind.GetConstructors().Length == 0, kind.Name));
        Assert.Contains(
            typeof(Outgoing).GetMethods(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic),
            method => method is { IsAbstract: true, IsFamilyAndAssembly: true });
    }

    [Theory]
    [InlineData(HubMode.Exercise, true)]
    [InlineData(HubMode.Live, false)]
    public async Task ATitle_IsMarkedInAnExerciseAndOnlyThere(HubMode mode, bool isMarked)
    {
        var channel = new ScriptedChannel();
        await using var world = await TellingWorld.StartAsync(channel: channel, mode: mode);
        await world.SubscribeAsync(1, TellingWorld.Riverside[0]);
        var release = await world.IssueAsync();
        await world.PlanAsync(release.DecisionId);

        await world.WorkAsync();

        Assert.Single(channel.Sent);
        Assert.Equal(isMarked, channel.LastTitle!.StartsWith("【訓練】", StringComparison.Ordinal));
        Assert.Contains("警戒レベル4", channel.LastTitle, StringComparison.Ordinal);
    }

    private static async Task<PageClaim> PlannedPageAsync(TellingWorld world)
    {
        await world.SubscribeAsync(1, TellingWorld.Riverside[0]);
        var release = await world.IssueAsync();
        await world.PlanAsync(release.DecisionId);
        var claim = await world.Get<PageClaims>().TakeAsync(TestContext.Current.CancellationToken);
        return claim!;
    }
}
