using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Domain.Areas;

/// <summary>Whether people can still walk by daylight: the horizon at sea level, without hills, houses and clouds.</summary>
/// <param name="SunsetAt">The next sunset.</param>
/// <param name="SunriseAt">The next sunrise.</param>
public sealed record Daylight(DateTimeOffset SunsetAt, DateTimeOffset SunriseAt)
{
    /// <summary>Where the figures come from, as shown beside them.</summary>
    public const string Source = "区の代表点での計算値。地形・天候は含まない（誤差1分）";

    /// <summary>The daylight at a moment.</summary>
    /// <param name="at">The moment.</param>
    /// <param name="place">The place; between the polar circles.</param>
    /// <returns>The sunset and the sunrise to come.</returns>
    public static Daylight At(DateTimeOffset at, GeoPoint place)
    {
        var day = at.DayInJapan();
        var today = SunTimes.Of(day, place);
        var tomorrow = SunTimes.Of(day.AddDays(1), place);
        return new Daylight(at < today.Sunset ? today.Sunset : tomorrow.Sunset, at < today.Sunrise ? today.Sunrise : tomorrow.Sunrise);
    }

    /// <summary>Whether the sun is down at the moment for which it was asked.</summary>
    /// <returns>Whether it rises before it sets.</returns>
    public bool IsDark() => SunriseAt < SunsetAt;
}

/// <summary>
/// Sunrise and sunset by the low-precision solar position of Meeus, Astronomical Algorithms, chapter 25: mean longitude and anomaly,
/// equation of centre, apparent longitude; good to 0.01°.
/// </summary>
public static class SunTimes
{
    /// <summary>Altitude of the centre of the sun when its upper limb touches the horizon: 34′ of refraction and 16′ of radius, as
    /// the almanacs of the National Astronomical Observatory of Japan have it.</summary>
    private const double Altitude = -(34.0 + 16.0) / 60;

    private static readonly DateTimeOffset J2000 = new(2000, 1, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Both times of a day in Japan.</summary>
    /// <param name="day">The day in Japan.</param>
    /// <param name="place">The place, between the polar circles.</param>
    /// <returns>Sunrise and sunset, good to a minute.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The sun does not rise or set there on that day.</exception>
    public static (DateTimeOffset Sunrise, DateTimeOffset Sunset) Of(DateOnly day, GeoPoint place)
    {
        var noon = new DateTimeOffset(day.ToDateTime(new TimeOnly(12, 0)), JapanTime.Offset);
        return (Find(noon.AddHours(-6), noon, place, -1), Find(noon.AddHours(6), noon, place, 1));
    }

    /// <summary>Starts from a guess and asks the sun where it is then; three rounds move it by less than a second.</summary>
    private static DateTimeOffset Find(DateTimeOffset guess, DateTimeOffset noon, GeoPoint place, int side)
    {
        for (var round = 0; round < 4; round++)
        {
            var (declination, equation) = SunAt(guess);
            var latitude = Radians(place.Latitude);
            var cosine = (Math.Sin(Radians(Altitude)) - (Math.Sin(latitude) * Math.Sin(declination))) / (Math.Cos(latitude) * Math.Cos(declination));
            if (cosine is < -1 or > 1)
            {
                throw new ArgumentOutOfRangeException(nameof(place), place, "The sun does not rise or set there on that day.");
            }

            // Four minutes a degree; the meridian of the clock is 15° an hour.
            var transit = noon.AddMinutes((4 * ((JapanTime.Offset.TotalHours * 15) - place.Longitude)) - equation);
            guess = transit.AddMinutes(side * 4 * Degrees(Math.Acos(cosine)));
        }

        return guess.ToMicroseconds();
    }

    /// <returns>Declination in radians, equation of time in minutes (apparent minus mean).</returns>
    private static (double Declination, double EquationMinutes) SunAt(DateTimeOffset at)
    {
        var centuries = (at - J2000).TotalDays / 36525;
        var meanLongitude = 280.46646 + (36000.76983 * centuries);
        var anomaly = Radians(357.52911 + (35999.05029 * centuries));
        var centre = ((1.914602 - (0.004817 * centuries)) * Math.Sin(anomaly)) + (0.019993 * Math.Sin(2 * anomaly)) + (0.000289 * Math.Sin(3 * anomaly));
        var node = Radians(125.04 - (1934.136 * centuries));
        var longitude = Radians(meanLongitude + centre - 0.00569 - (0.00478 * Math.Sin(node)));
        var obliquity = Radians(23.439291 - (0.0130042 * centuries) + (0.00256 * Math.Cos(node)));
        var ascension = Degrees(Math.Atan2(Math.Cos(obliquity) * Math.Sin(longitude), Math.Cos(longitude)));
        return (Math.Asin(Math.Sin(obliquity) * Math.Sin(longitude)), 4 * Math.IEEERemainder(meanLongitude - 0.0057183 - ascension, 360));
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;

    private static double Degrees(double radians) => radians * 180 / Math.PI;
}
