using System.Text.Json;
using Chiyoda.Bousai.Domain.Dissemination;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Relays;
using Xunit;

namespace Chiyoda.Bousai.Domain.Tests.Relays;

public class AnnouncingATestTests
{
    private static readonly DateTimeOffset At = new(2027, 1, 15, 10, 0, 0, TimeSpan.FromHours(9));

    [Theory]
    [InlineData(-1, TestMoment.NotYet)]
    [InlineData(0, TestMoment.Due)]
    [InlineData(3600, TestMoment.Due)]
    [InlineData(3601, TestMoment.TooLate)]
    public void ItsMoment_LastsAnHour(int seconds, TestMoment moment) => Assert.Equal(moment, new AnnouncedTest(At).Judge(At.AddSeconds(seconds)));

    [Fact]
    public void TheSameMoment_IsTheSameEvent_HoweverItIsWritten() =>
        Assert.Equal("test:2027-01-15T01:00:00Z", new AnnouncedTest(At.ToUniversalTime()).EventName());

    [Fact]
    public void ATest_IsForEveryDevice_WakesNone_AndNeedsAReleasedVersion()
    {
        var rule = StandingRule.Submit(Guid.NewGuid(), Test(), Guid.NewGuid(), At);
        Assert.Throws<InvalidOperationException>(() => StandingRelease.Of(rule, Relay.OfTest(Guid.NewGuid(), rule, At)));
        var mayor = Rules.Mayor with { Hazards = [Hazard.Other] };
        var decision = new Decision(Guid.NewGuid(), "mayor", "区長", null, "法", DecisionMeans.Meeting, At, string.Empty, "当直", Guid.NewGuid(), At);
        Assert.True(rule.Decide(rule.Version, decision, mayor).TryGet(out _, out _));
        Assert.True(rule.Release(rule.Version, Guid.NewGuid(), At).TryGet(out _, out _));

        var release = StandingRelease.Of(rule, Relay.OfTest(Guid.NewGuid(), rule, At.AddMinutes(3)));

        Assert.Equal((At, false), (release.StatedAt, release.Wakes));
        Assert.Equal([Addressees.Everywhere], release.Areas);
        Assert.Equal(At.AddMinutes(63), release.ValidUntil);
        Assert.All(new string[][] { [], [RelayWishes.None], ["flood"] }, wishes => Assert.True(release.Concerns(["001"], wishes)));
        Assert.True(release.Concerns([Addressees.Everywhere], []));
    }

    [Fact]
    public void ARelay_IsWrittenWithoutATest_SoThatItsVersionStaysWhatItWas() =>
        Assert.DoesNotContain("\"Test\"", JsonSerializer.Serialize(Rules.Flood()), StringComparison.Ordinal);

    private static RelayRule Test() => Rules.Flood() with
    {
        Id = "test",
        Phenomenon = AnnouncedTest.Word,
        Cause = null,
        AtLeast = AnnouncedTest.Grade,
        Areas = [RelayRule.Everywhere],
        Night = null,
        Test = new AnnouncedTest(At),
    };
}
