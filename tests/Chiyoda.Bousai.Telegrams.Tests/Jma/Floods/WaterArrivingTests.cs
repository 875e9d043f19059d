using System.Text;
using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Telegrams.Jma.Floods;

namespace Chiyoda.Bousai.Telegrams.Tests.Jma.Floods;

/// <summary>When flood water reaches the ward, from a telegram of the 利根川 that was moved to the 荒川 and the ward.</summary>
public sealed class WaterArrivingTests
{
    private const string Sample = "jma/official_samples_2026/16_12_01_260312_VXKOii.xml";
    private const string Part = "<FloodAssumptionPart>";

    private static readonly DateTimeOffset Three = new(2025, 9, 18, 15, 0, 0, TimeSpan.FromHours(9));

    [Fact]
    public void TelegramThatNamesTheWard_StatesItOfTheWarning()
    {
        var warning = Assert.Single(Telegrams.InForce(Telegrams.Read(OnTheArakawa())));

        Assert.Equal((5, Wards.Arakawa, new WaterArrival(Three, 1.5m, null, Three)), (warning.Level, warning.Cause, warning.Arrival));
        Assert.True(warning.IsFlooding());
    }

    [Theory]
    [InlineData("埼玉県千代田区")] // with the prefecture that the same telegram gives to the code
    [InlineData("千代田区")]
    public void PlaceByTheNameOfTheCode_IsTheWard(string place) => Assert.NotNull(Arrival(OnTheArakawa().Replace($"{Area}千代田区<", $"{Area}{place}<", StringComparison.Ordinal)));

    /// <summary>群馬県邑楽郡千代田町 stands in the same telegram.</summary>
    [Theory]
    [InlineData("千代田町")]
    [InlineData("本庄市")]
    [InlineData("千代田")]
    [InlineData("東京都千代田区")]
    [InlineData("千代田区役所")]
    [InlineData("")]
    public void AnyOtherPlace_IsUnknown(string place)
    {
        var xml = OnTheArakawa().Replace($"{Area}千代田区<", $"{Area}{place}<", StringComparison.Ordinal);

        Assert.Null(Arrival(xml));
        Assert.True(Assert.Single(Telegrams.InForce(Telegrams.Read(xml))).IsFlooding());
    }

    [Fact]
    public void NameWithoutTheCode_OrWithAnotherCodeToo_IsUnknown()
    {
        var elsewhere = OnTheArakawa().Replace("<CityCode>1310100<", "<CityCode>1121100<", StringComparison.Ordinal);
        var twice = OnTheArakawa().Replace("<City>加須市<", "<City>千代田区<", StringComparison.Ordinal);

        Assert.Null(Arrival(elsewhere));
        Assert.Null(Arrival(twice));
    }

    [Fact]
    public void SeveralParts_AreTheEarliestAndTheDeepest()
    {
        var deeper = $"""
            {Part}<FloodAssumptionArea>千代田区</FloodAssumptionArea><AttainmentTime description="５時間後" dubious="頃">2025-09-18T19:00:00+09:00</AttainmentTime>
            <jmx_eb:FloodDepth type="想定最大浸水深" unit="m" bound="以上">3</jmx_eb:FloodDepth><jmx_eb:FloodDepth type="想定最大浸水深" unit="m" bound="未満">5</jmx_eb:FloodDepth></FloodAssumptionPart>
            {Part}<FloodAssumptionArea>足立区</FloodAssumptionArea><AttainmentTime>2025-09-18T14:30:00+09:00</AttainmentTime></FloodAssumptionPart>
            """;

        Assert.Equal(new WaterArrival(Three, 3m, 5m, null), Arrival(OnTheArakawa().Replace(Part, deeper + Part, StringComparison.Ordinal)));
    }

    [Fact]
    public void PartWithoutATime_IsUnknown_NotZero()
    {
        var at = OnTheArakawa().IndexOf("<AttainmentTime", StringComparison.Ordinal);
        var until = OnTheArakawa().IndexOf("</AttainmentTime>", StringComparison.Ordinal) + "</AttainmentTime>".Length;

        Assert.Equal(new WaterArrival(null, 1.5m, null, Three), Arrival(OnTheArakawa().Remove(at, until - at)));
    }

    private static string Area => "<FloodAssumptionArea>";

    private static WaterArrival? Arrival(string xml) => FloodArrivals.For(Assert.IsType<FloodForecastFacts>(Telegrams.Read(xml).Facts), Wards.Chiyoda);

    private static string OnTheArakawa() => Encoding.UTF8.GetString(SharedData.Bytes(Sample))
        .Replace("830303000101", Wards.Arakawa, StringComparison.Ordinal)
        .Replace("<CityCode>1121100<", "<CityCode>1310100<", StringComparison.Ordinal)
        .Replace("本庄市<", "千代田区<", StringComparison.Ordinal);
}
