using Chiyoda.Bousai.Hub.Pages.Hq;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Hq;

/// <summary>Times and counts as they are typed in haste.</summary>
public sealed class SpokenTimeTests
{
    [Theory]
    [InlineData("14:32", 14, 32)]
    [InlineData("1432", 14, 32)]
    [InlineData("932", 9, 32)]
    [InlineData("2:05", 2, 5)]
    [InlineData("０２：１０", 2, 10)]
    [InlineData(" ２１０ ", 2, 10)]
    public void Time_IsReadAsMeant(string typed, int hour, int minute) =>
        Assert.Equal(new DateTimeOffset(2026, 11, 23, hour, minute, 0, TimeSpan.FromHours(9)), SpokenTime.Read("2026-11-23", typed));

    [Theory]
    [InlineData("2026-11-23", "25:00")]
    [InlineData("2026-11-23", "1460")]
    [InlineData("2026-11-23", "")]
    [InlineData("2026-11-23", null)]
    [InlineData("23/11/2026", "14:32")]
    [InlineData("0001-01-01", "00:00")] // no moment of any clock in Japan
    [InlineData("9999-12-31", "23:59")]
    [InlineData(null, "14:32")]
    public void AnythingElse_IsNoTime(string? day, string? typed) => Assert.Null(SpokenTime.Read(day, typed));
}
