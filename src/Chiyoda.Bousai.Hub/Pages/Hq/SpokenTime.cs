using System.Globalization;
using System.Text;
using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>Times as they are typed in haste: <c>14:32</c>, <c>1432</c>, <c>932</c>, full-width digits.</summary>
internal static class SpokenTime
{
    private static readonly string[] Forms = ["H:mm", "HHmm"];

    /// <param name="day">Day in Japan, <c>yyyy-MM-dd</c>.</param>
    /// <param name="time">The time on that day.</param>
    /// <returns>The instant, or <see langword="null"/> when either cannot be read.</returns>
    public static DateTimeOffset? Read(string? day, string? time)
    {
        var typed = (time ?? string.Empty).Normalize(NormalizationForm.FormKC).Trim();
        var clock = typed.Length == 3 && typed.All(char.IsAsciiDigit) ? "0" + typed : typed;
        return DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is > 2000 and < 9999
            && TimeOnly.TryParseExact(clock, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour)
                ? new DateTimeOffset(date, hour, JapanTime.Offset)
                : null;
    }
}
