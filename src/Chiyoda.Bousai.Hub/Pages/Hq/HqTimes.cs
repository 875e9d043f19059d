using System.Globalization;
using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>Times as staff read them: absolute first, Japan, 24 h.</summary>
internal static class HqTimes
{
    /// <summary>Hours and minutes, with the day unless that is the day of the page.</summary>
    public static string At(this DateTimeOffset instant, DateTimeOffset page) => instant.DayInJapan() == page.DayInJapan()
        ? instant.Clock()
        : instant.ToJapan().ToString("M月d日 HH:mm", CultureInfo.InvariantCulture);

    /// <summary>With seconds, and the day unless that is the day of the page.</summary>
    public static string AtSecond(this DateTimeOffset instant, DateTimeOffset page) => instant.ToJapan().ToString(
        instant.DayInJapan() == page.DayInJapan() ? "HH:mm:ss" : "M月d日 HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>How long ago, in the largest unit that still says something.</summary>
    public static string Ago(DateTimeOffset instant, DateTimeOffset now)
    {
        var age = now - instant;
        return age < TimeSpan.FromMinutes(1) ? "1分以内"
            : age < TimeSpan.FromHours(1) ? string.Create(CultureInfo.InvariantCulture, $"{(int)age.TotalMinutes}分前")
            : age < TimeSpan.FromHours(48) ? string.Create(CultureInfo.InvariantCulture, $"{(int)age.TotalHours}時間{age.Minutes}分前")
            : string.Create(CultureInfo.InvariantCulture, $"{(int)age.TotalDays}日前");
    }

    /// <summary>Time passed, as the script then counts it on: <c>m:ss</c> or <c>h:mm:ss</c>.</summary>
    public static string Passed(DateTimeOffset since, DateTimeOffset now)
    {
        var passed = now > since ? now - since : TimeSpan.Zero;
        return passed < TimeSpan.FromHours(1)
            ? passed.ToString(@"m\:ss", CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{(int)passed.TotalHours}:{passed:mm\\:ss}");
    }
}
