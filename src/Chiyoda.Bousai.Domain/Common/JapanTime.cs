using System.Globalization;

namespace Chiyoda.Bousai.Domain.Common;

/// <summary>Japan Standard Time: UTC+9 all year since 1951; no daylight saving.</summary>
public static class JapanTime
{
    /// <summary>The offset of Japan Standard Time.</summary>
    public static readonly TimeSpan Offset = TimeSpan.FromHours(9);

    /// <summary>The same instant with the offset of Japan.</summary>
    /// <param name="instant">Any instant.</param>
    /// <returns>The instant at +09:00.</returns>
    public static DateTimeOffset ToJapan(this DateTimeOffset instant) => instant.ToOffset(Offset);

    /// <summary>The day in Japan of an instant.</summary>
    /// <param name="instant">Any instant.</param>
    /// <returns>The calendar day in Japan.</returns>
    public static DateOnly DayInJapan(this DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToJapan().DateTime);

    /// <summary>Hours and minutes in Japan, 24 h, <c>HH:mm</c>.</summary>
    /// <param name="instant">Any instant.</param>
    /// <returns>For example <c>02:14</c>.</returns>
    public static string Clock(this DateTimeOffset instant) =>
        instant.ToJapan().ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>RFC 3339 to the second at +09:00: for <c>datetime</c> attributes and for scripts.</summary>
    /// <param name="instant">Any instant.</param>
    /// <returns>For example <c>2026-09-11T02:14:07+09:00</c>.</returns>
    public static string Rfc3339(this DateTimeOffset instant) =>
        instant.ToJapan().ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>Cuts an instant to whole microseconds, the resolution of every stored and hashed instant.</summary>
    /// <param name="instant">Any instant.</param>
    /// <returns>The instant, not later than the given one, less than a microsecond earlier.</returns>
    public static DateTimeOffset ToMicroseconds(this DateTimeOffset instant) =>
        new(instant.Ticks - (instant.Ticks % TimeSpan.TicksPerMicrosecond), instant.Offset);
}
