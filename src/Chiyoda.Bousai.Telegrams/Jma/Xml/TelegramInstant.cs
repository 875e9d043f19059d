using System.Globalization;

namespace Chiyoda.Bousai.Telegrams.Jma.Xml;

/// <summary>Reads instants of telegrams (xs:dateTime). One without an offset is not an instant.</summary>
internal static class TelegramInstant
{
    /// <summary>Reads an instant.</summary>
    /// <param name="text">For example <c>2026-07-29T06:18:00+09:00</c> or <c>2026-07-28T21:18:49Z</c>.</param>
    /// <returns>The instant with the offset that stands there, or <see langword="null"/>.</returns>
    public static DateTimeOffset? Parse(string text) => InTheUsualShape(text) ?? InAnyShape(text);

    // Nearly every instant has this shape; the general parser takes many times as long for it.
    private static DateTimeOffset? InTheUsualShape(ReadOnlySpan<char> text)
    {
        if (text is not [_, _, _, _, '-', _, _, '-', _, _, 'T', _, _, ':', _, _, ':', _, _, .. var zone])
        {
            return null;
        }

        TimeSpan offset;
        if (zone is "+09:00")
        {
            offset = TimeSpan.FromHours(9);
        }
        else if (zone is "Z")
        {
            offset = TimeSpan.Zero;
        }
        else
        {
            return null;
        }

        var (year, month, day) = (Digits(text, 0, 4), Digits(text, 5, 2), Digits(text, 8, 2));
        var (hour, minute, second) = (Digits(text, 11, 2), Digits(text, 14, 2), Digits(text, 17, 2));
        return year is >= 1900 and <= 9000
            && month is >= 1 and <= 12
            && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            && hour is >= 0 and < 24
            && minute is >= 0 and < 60
            && second is >= 0 and < 60
            ? new DateTimeOffset(year, month, day, hour, minute, second, offset)
            : null;
    }

    private static DateTimeOffset? InAnyShape(string text)
    {
        var (format, styles) = text.EndsWith('Z')
            ? ("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", DateTimeStyles.AssumeUniversal)
            : ("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", DateTimeStyles.None);
        return DateTimeOffset.TryParseExact(text, format, CultureInfo.InvariantCulture, styles, out var instant)
            && instant.Year is >= 1900 and <= 9000
            ? instant
            : null;
    }

    // -1 when one of them is not a digit.
    private static int Digits(ReadOnlySpan<char> text, int start, int count)
    {
        var number = 0;
        foreach (var c in text.Slice(start, count))
        {
            if (!char.IsAsciiDigit(c))
            {
                return -1;
            }

            number = (number * 10) + c - '0';
        }

        return number;
    }
}
