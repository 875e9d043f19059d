using Chiyoda.Bousai.Domain.CallOuts;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Dissemination;
using Chiyoda.Bousai.Infrastructure.CallOuts;
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
    public async Task ACallThatIsNotInTheDatabase_IsRefusedWithAnAlarm()
    {
        await using var world = await TellingWorld.StartAsync();
        var now = new DateTimeOffset(2026, 9, 11, 2, 0, 0, TimeSpan.FromHours(9));
        var callOut = CallOut.Begin(Guid.NewGuid(), new CallOutRule("rule", CallOutCause.Proposal, "案", 3, null, TimeSpan.Zero, null), "trigger", 3, ["duty-1"], now);
        callOut.CallNext(TimeSpan.FromMinutes(3), now);
        var orphan = Personal.Of(callOut, CallOutMessage.Write(Guid.NewGuid(), callOut.Id, CallOutPurpose.Call, 1, "duty-1", "sms-1", now));
        var channel = new StaffChannel();

        var outcome = await world.Get<Gateway>().SayAsync(orphan, channel, new DutyContact("sms-1", DutyMeans.Sms, "000-0000-0001"), TestContext.Current.CancellationToken);

        Assert.Equal(DeliveryMark.Rejected, outcome.Mark);
        Assert.Contains("dissemination.orphan-refused", await world.KindsAsync());
        Assert.Equal(0, channel.Sent);
    }

    [Fact]
    public void NothingButTheGateway_CanMakeAMessageOrAPassage()
    {
        Assert.Empty(typeof(OutgoingMessage).GetConstructors());
        Assert.Empty(typeof(Passage).GetConstructors());
        var ways = typeof(Gateway).GetMethods().Where(method => method.DeclaringType == typeof(Gateway)).ToList();
        Assert.Equal(["OpenAsync", "SayAsync"], ways.Select(way => way.Name).Order(StringComparer.Ordinal));
        Assert.All(ways, way => Assert.True(way.GetParameters()[0].ParameterType.IsAssignableTo(typeof(Outgoing)), way.Name));
        Assert.Empty(typeof(StaffMessage).GetConstructors());
    }

    /// <summary>What may leave is an order, a notice, a relay, or a call to staff; nobody outside the domain can add a fifth, by a constructor or by a copy.</summary>
    [Fact]
    public void TheKindsThatMayLeave_AreClosed()
    {
        var kinds = typeof(Outgoing).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Outgoing)) && type != typeof(Release)).ToList();

        Assert.Equal([typeof(NoticeRelease), typeof(OrderRelease), typeof(Personal), typeof(StandingRelease)], kinds.OrderBy(kind => kind.Name, StringComparer.Ordinal));
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

    private sealed class StaffChannel : IStaffChannel
    {
        public int Sent { get; private set; }

        public bool IsConnected => true;

        public bool Carries(DutyMeans means) => true;

        public Task<DeliveryOutcome> SendAsync(StaffMessage message, DutyContact contact, CancellationToken cancellationToken)
        {
            Sent++;
            return Task.FromResult(new DeliveryOutcome(DeliveryMark.Accepted));
        }
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
