namespace Chiyoda.Bousai.Telegrams.Tests.Jma;

/// <summary>A time that cannot be shown in Japan is no time: what follows from it must not fail later.</summary>
public sealed class InstantsBeyondTheCalendarTests
{
    [Theory]
    [InlineData("9999-12-31T23:59:59Z")]
    [InlineData("0001-01-01T00:00:00Z")]
    public void AReportAtTheEdgeOfTheCalendar_IsAnIncompleteEnvelope(string time)
    {
        var text = System.Text.RegularExpressions.Regex.Replace(
            Telegrams.Flood("神田川", Wards.Kanda, "レベル３氾濫警報", "30"),
            "<ReportDateTime>[^<]*",
            "<ReportDateTime>" + time);

        Assert.Equal("telegrams.incomplete-envelope", Telegrams.RefusalOf(text));
    }
}
