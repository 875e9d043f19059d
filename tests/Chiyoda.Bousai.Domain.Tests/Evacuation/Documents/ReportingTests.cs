using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Evacuation.Documents;
using Xunit;

namespace Chiyoda.Bousai.Domain.Tests.Evacuation.Documents;

/// <summary>When a report of an order can be noted: from the minute of the act on, not ahead, with somebody who took it.</summary>
public class ReportingTests
{
    private static readonly DateTimeOffset Act = new(2026, 9, 1, 2, 10, 40, TimeSpan.FromHours(9));

    private static readonly DateTimeOffset Now = Act.AddMinutes(5);

    [Theory]
    [InlineData(-41, "evacuation.report-time")]
    [InlineData(-40, null)] // typed to the minute
    [InlineData(300, null)]
    [InlineData(301, "evacuation.report-time")]
    public void ItsTime_LiesFromTheMinuteOfTheActToNow(int seconds, string? refused) =>
        Assert.Equal(refused, RefusalOf(LegalDuty.Report, "東京都総合防災部", Act.AddSeconds(seconds)));

    [Theory]
    [InlineData(LegalDuty.Report, "", "evacuation.report-hearer")]
    [InlineData(LegalDuty.Report, " 　", "evacuation.report-hearer")]
    [InlineData(LegalDuty.Information, "東京都総合防災部", "evacuation.report-not-due")]
    [InlineData(LegalDuty.Announcement, "東京都総合防災部", "evacuation.report-not-due")]
    public void SomebodyTookIt_AndItWasDue(LegalDuty duty, string heardBy, string refused) => Assert.Equal(refused, RefusalOf(duty, heardBy, Now));

    [Fact]
    public void AHundredCharacters_AreTheLongestHearer()
    {
        Assert.Null(RefusalOf(LegalDuty.Report, new string('部', 100), Now));
        Assert.Equal("evacuation.report-hearer", RefusalOf(LegalDuty.Report, new string('部', 101), Now));
    }

    private static string? RefusalOf(LegalDuty duty, string heardBy, DateTimeOffset at)
    {
        var order = Order.Of(new OrderImage(
            Guid.NewGuid(), 1, OrderState.Issued,
            new Measure(Hazard.Flood, "river", "川", 4, EvacuationAction.GoUp, Audience.Everyone, ["1"], "理由"), Act, Act, null, Guid.NewGuid(), null));
        return OrderReport.Make(order, LegalTexts.DutiesOf(Bousai.Domain.Evacuation.Act.Issue, 4, null), duty, ReportMeans.Telephone, heardBy, at, Now).TryGet(out _, out var refusal) ? null : refusal.Code;
    }
}
