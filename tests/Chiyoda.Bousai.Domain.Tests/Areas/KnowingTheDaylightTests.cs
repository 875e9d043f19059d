using System.Globalization;
using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Domain.Common;
using CsCheck;
using Xunit;

namespace Chiyoda.Bousai.Domain.Tests.Areas;

/// <summary>Sunrise and sunset beside the almanac of the National Astronomical Observatory of Japan for Tokyo (35.6581, 139.7414).</summary>
public class KnowingTheDaylightTests
{
    private static readonly GeoPoint Tokyo = new(139.7414, 35.6581);

    [Theory]
    [InlineData("2024-01-01", "06:51", "16:38")]
    [InlineData("2024-03-20", "05:45", "17:53")]
    [InlineData("2024-06-21", "04:25", "19:00")]
    [InlineData("2024-09-22", "05:29", "17:38")]
    [InlineData("2024-12-21", "06:47", "16:32")]
    public void SunriseAndSunset_AreThoseOfTheAlmanac_ToTheMinute(string day, string sunrise, string sunset)
    {
        var times = SunTimes.Of(DateOnly.Parse(day, CultureInfo.InvariantCulture), Tokyo);

        AssertWithinAMinute(sunrise, times.Sunrise);
        AssertWithinAMinute(sunset, times.Sunset);
    }

    [Theory]
    [InlineData("2024-09-22T02:10:00+09:00", true, "2024-09-22 05:29", "2024-09-22 17:38")]
    [InlineData("2024-09-22T16:20:00+09:00", false, "2024-09-23 05:30", "2024-09-22 17:38")]
    [InlineData("2024-09-22T20:00:00+09:00", true, "2024-09-23 05:30", "2024-09-23 17:37")]
    [InlineData("2024-09-22T08:00:00Z", false, "2024-09-23 05:30", "2024-09-22 17:38")]
    public void TheNextSunriseAndSunset_AreTold_AndWhichComesFirst(string at, bool isDark, string sunrise, string sunset)
    {
        var daylight = Daylight.At(DateTimeOffset.Parse(at, CultureInfo.InvariantCulture), Tokyo);

        Assert.Equal(isDark, daylight.IsDark());
        AssertOn(sunrise, daylight.SunriseAt);
        AssertOn(sunset, daylight.SunsetAt);
    }

    [Fact]
    public void AnyDayInJapan_TheSunRisesBeforeItSets_AndTheDayIsAsLongAsTheLatitudeAllows() => Gen.Select(
        Gen.Int[0, 36_500], Gen.Double[123, 149], Gen.Double[24, 45.5]).Sample((days, longitude, latitude) =>
    {
        var (sunrise, sunset) = SunTimes.Of(new DateOnly(2000, 1, 1).AddDays(days), new GeoPoint(longitude, latitude));

        Assert.InRange(sunset - sunrise, TimeSpan.FromHours(8.5), TimeSpan.FromHours(16));
    });

    private static void AssertOn(string expected, DateTimeOffset at)
    {
        Assert.Equal(expected[..10], at.DayInJapan().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        AssertWithinAMinute(expected[11..], at);
    }

    private static void AssertWithinAMinute(string clock, DateTimeOffset at)
    {
        var expected = TimeOnly.Parse(clock, CultureInfo.InvariantCulture);
        var shown = TimeOnly.FromDateTime(at.ToJapan().DateTime.AddSeconds(30));
        Assert.True(Math.Abs((shown - expected).TotalMinutes) < 1.5 || (shown - expected).TotalMinutes > 1438.5, $"{clock} in the almanac, {shown:HH:mm:ss} here");
    }
}
