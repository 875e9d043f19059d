using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Telegrams.Jma;

namespace Chiyoda.Bousai.Telegrams.Tests.Jma;

/// <summary>A telegram that is dated in the future states what it states, but does not outlast the truthful ones that follow.</summary>
public sealed class DatedAheadTests
{
    private static readonly WarningPolicy Live = WarningPolicy.Default with { AheadAtMost = WarningPolicy.LiveAhead };

    private static readonly DateTimeOffset Received = Telegrams.ReceivedAt;

    [Fact]
    public void InLive_ItCountsAsReportedAtItsReceipt_AndTheNextOneHolds()
    {
        var wrong = Statement("2035-01-01T00:00:00+09:00", Received, Live);
        var right = Statement("2026-08-01T12:05:00+09:00", Received.AddMinutes(5), Live, "10");

        Assert.Equal((Received, Received), (wrong.ReportedAt, Assert.Single(wrong.InForce).ReportedAt));
        Assert.Same(right, WarningFold.Current([right, wrong]));
    }

    [Theory]
    [InlineData("2026-08-01T12:10:00+09:00", "2026-08-01T12:10:00+09:00")]
    [InlineData("2026-08-01T12:10:01+09:00", "2026-08-01T12:00:00+09:00")]
    public void UpToTenMinutes_ClocksMayDiffer(string reported, string counts) =>
        Assert.Equal(DateTimeOffset.Parse(counts, System.Globalization.CultureInfo.InvariantCulture), Statement(reported, Received, Live).ReportedAt);

    /// <summary>A momentary report leaves the list three hours after it was reported; one of next year would have stood for a year.</summary>
    [Fact]
    public void MomentaryReport_EndsAfterItsReceipt()
    {
        var telegram = Telegrams.Read(Telegrams.Xml(
            "府県気象防災速報",
            """
            <Information type="府県気象防災速報（細分区域）"><Item><Kind><Name>線状降水帯発生</Name><Condition>線状降水帯発生</Condition></Kind>
            <Areas codeType="気象情報／府県予報区・細分区域等"><Area><Name>東京地方</Name><Code>130010</Code></Area></Areas></Item></Information>
            """,
            reportedAt: "2035-01-01T00:00:00+09:00"));

        var statement = Assert.Single(TelegramStatements.From(telegram, Guid.NewGuid(), Received, Wards.Chiyoda, Live));

        Assert.Equal(Received + Live.MomentaryReportsFor, Assert.Single(statement.InForce).ValidUntil);
    }

    [Fact]
    public void InAnExercise_AnyDateCounts() =>
        Assert.Equal(2035, Statement("2035-01-01T09:00:00+09:00", Received, WarningPolicy.Default).ReportedAt.Year);

    private static WarningStatement Statement(string reportedAt, DateTimeOffset receivedAt, WarningPolicy policy, string code = "40") => Assert.Single(
        TelegramStatements.From(
            Telegrams.Read(Telegrams.Flood("神田川", Wards.Kanda, "レベル４氾濫危険警報", code).Replace("2026-08-01T11:50:00+09:00", reportedAt, StringComparison.Ordinal)),
            Guid.NewGuid(), receivedAt, Wards.Chiyoda, policy));
}
