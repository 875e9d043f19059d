using System.Globalization;
using Xunit;

namespace Chiyoda.Bousai.WebPush.Tests.Sending;

/// <summary>Both forms of RFC 9110 section 10.2.3, at most two minutes here.</summary>
public class RetryAfterTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 1, 2, 14, 3, TimeSpan.Zero);

    [Theory]
    [InlineData("30", 30)]
    [InlineData("0", 1)]
    [InlineData("3600", 120)]
    [InlineData("99999999999999999999", 120)]
    [InlineData("-5", 10)]
    [InlineData("soon", 10)]
    [InlineData("", 10)]
    [InlineData(null, 10)]
    public void Seconds_AreObeyedWithinBounds(string? value, int expectedSeconds)
    {
        Assert.Equal(Now.AddSeconds(expectedSeconds), Until(value, date: null));
    }

    [Theory]
    [InlineData(45, 45)]
    [InlineData(-600, 1)]
    [InlineData(86_400, 120)]
    public void Date_IsObeyedWithinBounds(int secondsAhead, int expectedSeconds)
    {
        Assert.Equal(Now.AddSeconds(expectedSeconds), Until(Http(Now.AddSeconds(secondsAhead)), date: null));
    }

    [Fact]
    public void DateOfAServiceWhoseClockIsWrong_IsMeantByItsOwnClock()
    {
        var theirs = Now.AddHours(5);

        Assert.Equal(Now.AddSeconds(45), Until(Http(theirs.AddSeconds(45)), date: Http(theirs)));
    }

    private static DateTimeOffset Until(string? retryAfter, string? date)
    {
        using var response = new HttpResponseMessage();
        if (retryAfter is not null)
        {
            response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        }

        if (date is not null)
        {
            response.Headers.TryAddWithoutValidation("Date", date);
        }

        return RetryAfter.Until(response.Headers, new PushSenderOptions(), Now);
    }

    private static string Http(DateTimeOffset instant) => instant.ToString("r", CultureInfo.InvariantCulture);
}
