using Chiyoda.Bousai.Domain.Relays;
using Chiyoda.Bousai.Domain.Warnings;
using Xunit;

namespace Chiyoda.Bousai.Domain.Tests.Relays;

/// <summary>What counts as stronger, by phenomenon, and what is never looked at.</summary>
public sealed class GradingInformationTests
{
    [Theory]
    [InlineData("flood", "41", 4, "レベル４氾濫危険警報", 4)]
    [InlineData("rain", "10", 2, "レベル２大雨注意報", 2)]
    [InlineData("wind", "15", null, "強風注意報", 1)]
    [InlineData("wind", "05", null, "暴風警報", 2)]
    [InlineData("wind", "35", null, "暴風特別警報", 3)]
    [InlineData("wind", "99", null, "知らない種別", 0)]
    [InlineData("tsunami", "62", null, "津波注意報", 1)]
    [InlineData("tsunami", "51", null, "津波警報", 2)]
    [InlineData("tsunami", "52", null, "大津波警報", 3)]
    [InlineData("tsunami", "53", null, "大津波警報：発表", 3)]
    [InlineData("tsunami", "72", null, "津波予報（若干の海面変動）", 0)]
    [InlineData("earthquake", "4", null, "震度４", 4)]
    [InlineData("earthquake", "5-", null, "震度５弱", 5)]
    [InlineData("earthquake", "5-?", null, "震度５弱以上未入電", 5)]
    [InlineData("earthquake", "7", null, "震度７", 9)]
    [InlineData("rainband", "1", null, "線状降水帯発生", 1)]
    public void HasAGrade(string phenomenon, string code, int? level, string kind, int expected) =>
        Assert.Equal(expected, WarningScale.ByPhenomenon[phenomenon].GradeOf(Warning(phenomenon, code, level, kind)));

    [Theory]
    [InlineData("VXSE40", true)]
    [InlineData("VXSE42", true)]
    [InlineData("VXSE43", true)]
    [InlineData("VXSE44", true)]
    [InlineData("VXSE45", true)]
    [InlineData("VXSE47", true)]
    [InlineData("VXSE51", false)]
    [InlineData("VXSE53", false)]
    [InlineData("VXSE", false)]
    public void EarthquakeEarlyWarnings_AreNeverLookedAt(string type, bool isOne)
    {
        var rule = Rules.Flood() with { Phenomenon = "earthquake", Cause = null };

        Assert.Equal(isOne, RelayRule.IsEarthquakeEarlyWarning(type));
        Assert.Equal(!isOne, rule.LooksAt(Warning("earthquake", "5-", null, "震度５弱"), type));
    }

    [Fact]
    public void ARule_LooksAtItsRiverAndItsFamiliesAlone()
    {
        var rule = Rules.Flood() with { Families = ["VXKO"] };
        var own = Warning("flood", "41", 4, "レベル４氾濫危険警報") with { Cause = "830304004400" };

        Assert.True(rule.LooksAt(own, "VXKO52"));
        Assert.False(rule.LooksAt(own, "VPWW55"));
        Assert.False(rule.LooksAt(own with { Cause = "830304000100" }, "VXKO52"));
        Assert.False(rule.LooksAt(own with { Phenomenon = "rain" }, "VXKO52"));
    }

    [Theory]
    [InlineData(new string[0], 4, true)]
    [InlineData(new string[0], 3, false)]
    [InlineData(new[] { "all" }, 2, true)]
    [InlineData(new[] { "flood" }, 2, true)]
    [InlineData(new[] { "tsunami" }, 5, false)]
    [InlineData(new[] { "none" }, 5, false)]
    [InlineData(new[] { "none", "all" }, 5, false)]
    public void ASubscription_HearsWhatItChose(string[] chosen, int level, bool wants) =>
        Assert.Equal(wants, RelayWishes.Want(chosen, "flood", level));

    private static HazardWarning Warning(string phenomenon, string code, int? level, string kind) => new(
        phenomenon, code, level, kind, null, [], DateTimeOffset.UnixEpoch, null, string.Empty, Guid.Empty, "気象庁", null);
}
