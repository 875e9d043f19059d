using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Dissemination;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Relays;
using Xunit;

namespace Chiyoda.Bousai.Domain.Tests.Relays;

/// <summary>From submitted to released, and what may leave the house after it.</summary>
public sealed class ReleasingAVersionTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 11, 12, 0, 0, TimeSpan.FromHours(9));

    private static readonly Guid Submitter = Guid.NewGuid();

    [Fact]
    public void SubmittedDecidedReleased_MayTell()
    {
        var rule = Released();

        Assert.True(rule.MayTell);
        Assert.Equal(StandingRuleState.Released, rule.State);
    }

    [Fact]
    public void EveryStepOutOfTurn_IsRefusedWithItsCode()
    {
        var rule = Submitted();
        Refused("relays.no-decision", rule.Release(1, Guid.NewGuid(), Now));
        Refused("relays.releaser-is-submitter", rule.Release(1, Submitter, Now));
        Refused("relays.stale-version", rule.Decide(2, Decision(Now), Rules.Mayor));
        Refused("relays.decision-in-the-future", rule.Decide(1, Decision(Now.AddMinutes(2)), Rules.Mayor));
        Refused("relays.authority-does-not-cover", rule.Decide(1, Decision(Now), Rules.Mayor with { Levels = [3, 4] }));
        Refused("relays.authority-does-not-cover", rule.Decide(1, Decision(Now), Rules.Mayor with { Hazards = [Hazard.Landslide] }));
        Assert.True(rule.Decide(1, Decision(Now), Rules.Mayor).TryGet(out _, out _));
        Refused("relays.not-submitted", rule.Decide(2, Decision(Now), Rules.Mayor));
        Refused("relays.releaser-is-submitter", rule.Release(2, Submitter, Now));
        Refused("relays.reason-missing", rule.Revoke(2, " ", Now));
        Assert.True(rule.Release(2, Guid.NewGuid(), Now).TryGet(out _, out _));
        Refused("relays.closed", rule.Release(3, Guid.NewGuid(), Now));
        Assert.True(rule.Revoke(3, "誤り", Now).TryGet(out _, out _));
        Refused("relays.closed", rule.Revoke(4, "誤り", Now));
        Assert.False(rule.MayTell);
    }

    [Fact]
    public void OneThatWasReplaced_EndsWhatItBegan_ARevokedOneDoesNot()
    {
        var rule = Released();
        rule.Replace(Now);
        Assert.True(rule.MayTell);
        Assert.Throws<InvalidOperationException>(() => rule.Replace(Now));
    }

    [Fact]
    public void NothingLeavesTheHouse_ButWhatAReleasedVersionTold()
    {
        var rule = Released();
        var news = new RelayNews(RelayChange.Up, 4, 0, ContinuesEpisode: false);
        var told = Relay.Of(Guid.NewGuid(), rule, "normal:flood", news, null, null, Guid.NewGuid(), Now, null, Now, waits: false);
        var held = Relay.Of(Guid.NewGuid(), rule, "normal:flood", news, null, null, Guid.NewGuid(), Now, null, Now, waits: true);

        var release = StandingRelease.Of(rule, told);

        Assert.Equal((told.Id, told.EpisodeId, true), (release.MessageId, release.TopicId, release.Wakes));
        Assert.Throws<InvalidOperationException>(() => StandingRelease.Of(rule, held));
        Assert.Throws<InvalidOperationException>(() => StandingRelease.Of(Submitted(), told));
        Assert.Throws<InvalidOperationException>(() => StandingRelease.Of(Released(), told));
    }

    [Fact]
    public void AMessage_IsWorthNoLongerThanItsInformationHolds()
    {
        var news = new RelayNews(RelayChange.Up, 4, 0, ContinuesEpisode: false);
        DateTimeOffset Until(DateTimeOffset? ends) =>
            Relay.Of(Guid.NewGuid(), Released(), "normal:flood", news, null, null, Guid.NewGuid(), Now, ends, Now, waits: false).ValidUntil;

        Assert.Equal(Now.AddHours(1), Until(null));
        Assert.Equal(Now.AddHours(1), Until(Now.AddHours(3)));
        Assert.Equal(Now.AddMinutes(20), Until(Now.AddMinutes(20)));
    }

    private static StandingRule Submitted() => StandingRule.Submit(Guid.NewGuid(), Rules.Flood(), Submitter, Now);

    private static StandingRule Released()
    {
        var rule = Submitted();
        Assert.True(rule.Decide(1, Decision(Now), Rules.Mayor).TryGet(out _, out _));
        Assert.True(rule.Release(2, Guid.NewGuid(), Now).TryGet(out _, out _));
        return rule;
    }

    private static Decision Decision(DateTimeOffset at) => new(
        Guid.NewGuid(), "mayor", "区長", null, "災害対策基本法", DecisionMeans.Meeting, at, string.Empty, "当直", Submitter, Now);

    private static void Refused(string code, Outcome<StandingRule> outcome)
    {
        Assert.False(outcome.TryGet(out _, out var refusal));
        Assert.Equal(code, refusal.Code);
    }
}
