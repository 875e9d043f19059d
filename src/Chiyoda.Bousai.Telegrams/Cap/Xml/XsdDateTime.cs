using System.Globalization;

namespace Chiyoda.Bousai.Telegrams.Cap.Xml;

/// <summary><c>xs:dateTime</c> (XML Schema part 2, §3.2.7) with a year of four digits.</summary>
internal static class XsdDateTime
{
    private static readonly TimeSpan LargestOffset = TimeSpan.FromHours(14);

    /// <summary>Whether a text is one.</summary>
    public static bool IsValid(string text) => TryParse(text, out _);

    /// <summary>The instant that a text states.</summary>
    /// <param name="text">A text, blanks already collapsed.</param>
    /// <param name="at">The instant; <see langword="null"/> when no offset is written, or when it lies outside the calendar.</param>
    /// <returns>Whether the text is an <c>xs:dateTime</c>.</returns>
    public static bool TryParse(string text, out DateTimeOffset? at)
    {
        at = null;
        if (text.Length < 19 || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':'
            || !TryDigits(text.AsSpan(0, 4), out var year) || !TryDigits(text.AsSpan(5, 2), out var month) || !TryDigits(text.AsSpan(8, 2), out var day)
            || !TryDigits(text.AsSpan(11, 2), out var hour) || !TryDigits(text.AsSpan(14, 2), out var minute) || !TryDigits(text.AsSpan(17, 2), out var second)
            || year == 0 || month is 0 or > 12 || day == 0 || day > DateTime.DaysInMonth(year, month) || hour > 24 || minute > 59 || second > 59)
        {
            return false;
        }

        var zone = 19;
        var fraction = ReadOnlySpan<char>.Empty;
        if (zone < text.Length && text[zone] == '.')
        {
            var end = ++zone;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
            {
                end++;
            }

            fraction = text.AsSpan(zone, end - zone);
            zone = end;
            if (fraction.IsEmpty)
            {
                return false;
            }
        }

        // 24:00:00 is the first instant of the next day.
        if ((hour == 24 && (minute > 0 || second > 0 || fraction.ContainsAnyExcept('0'))) || !TryOffset(text.AsSpan(zone), out var offset))
        {
            return false;
        }

        if (offset is { } known)
        {
            var ticks = new DateOnly(year, month, day).DayNumber * TimeSpan.TicksPerDay
                + new TimeSpan(hour, minute, second).Ticks
                + (fraction.IsEmpty ? 0 : long.Parse(fraction[..Math.Min(7, fraction.Length)], NumberStyles.None, CultureInfo.InvariantCulture)
                    * (long)Math.Pow(10, 7 - Math.Min(7, fraction.Length)));
            at = AtOffset(ticks, known);
        }

        return true;
    }

    private static DateTimeOffset? AtOffset(long ticks, TimeSpan offset)
    {
        var utc = ticks - offset.Ticks;
        return utc < DateTimeOffset.MinValue.UtcTicks || utc > DateTimeOffset.MaxValue.UtcTicks || ticks < 0 || ticks > DateTimeOffset.MaxValue.Ticks
            ? null
            : new DateTimeOffset(ticks, offset);
    }

    private static bool TryOffset(ReadOnlySpan<char> text, out TimeSpan? offset)
    {
        offset = null;
        switch (text)
        {
            case "":
                return true;
            case "Z":
                offset = TimeSpan.Zero;
                return true;
            case ['+' or '-', _, _, ':', _, _] when TryDigits(text[1..3], out var hours) && TryDigits(text[4..], out var minutes) && minutes < 60:
                var size = new TimeSpan(hours, minutes, 0);
                offset = text[0] == '-' ? -size : size;
                return size <= LargestOffset;
            default:
                return false;
        }
    }

    private static bool TryDigits(ReadOnlySpan<char> text, out int number)
    {
        number = 0;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c))
            {
                return false;
            }

            number = (number * 10) + (c - '0');
        }

        return true;
    }
}
