using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Telegrams.Jma.Floods;

namespace Chiyoda.Bousai.Telegrams.Tests.Jma.Floods;

/// <summary>When a flood forecast expects which level: read by a person in the telegrams.</summary>
public sealed class ExpectingALevelTests
{
    [Fact]
    public void Forecast_IsTheEarliestHourOfEachLevel()
    {
        var facts = Read("official_samples/16_02_02_220728_VXKOii.xml");

        // 現況 15:00 レベル２, １時間後 15:50 レベル４, ３時間後 17:50 レベル３, in the sample's own times. Whoever asks for «at least 3» takes the 4.
        Assert.Equal(
            [new ExpectedLevel(2, At(15, 0)), new ExpectedLevel(3, At(17, 50)), new ExpectedLevel(4, At(15, 50))],
            FloodExpectations.For(facts, Wards.Chiyoda));

        static DateTimeOffset At(int hour, int minute) => new(2021, 8, 13, hour, minute, 0, TimeSpan.FromHours(9));
    }

    [Fact]
    public void MissingReadings_SayNothing()
    {
        var facts = Read("official_samples/16_02_01_220728_VXKOii.xml");
        var silent = facts.Stations.Single(station => station.Readings.Any(reading => reading.Level == 9));

        Assert.Equal([2], FloodExpectations.For(facts with { Stations = [silent] }, Wards.Chiyoda).Select(expected => expected.Level));
    }

    [Fact]
    public void EmptyBody_SaysNothing() => Assert.Empty(FloodExpectations.For(Read("official_samples_2026/16_13_01_251222_VXKOii.xml"), Wards.Chiyoda));

    [Fact]
    public void OnlyTheStationsThatFloodTheWard_Count()
    {
        var facts = Read("official_samples_2026/16_12_01_260312_VXKOii.xml");

        // 八斗島 stands at 5, 栗橋 at 4. Whoever is listed under 栗橋 alone is not told of 5.
        var listed = new InundationArea(facts.Stations[1].Station.Code, "埼玉県", "久喜市", "1123200", []);
        Assert.Equal("栗橋", facts.Stations[1].Station.Name);
        Assert.Equal([4], FloodExpectations.For(facts with { Inundations = [listed] }, Wards.Other(class20: ["1123200"])).Select(expected => expected.Level));
        Assert.Equal([4, 5], FloodExpectations.For(facts, Wards.Chiyoda).Select(expected => expected.Level));
    }

    [Fact]
    public void WithoutALevelNumber_TheValueIsHeldAgainstTheCriteria()
    {
        var facts = Read("official_samples_2026/16_12_01_260312_VXKOii.xml");
        var station = facts.Stations[0];
        var reading = station.Readings[0] with { Level = null, Value = 4.10m };

        var expected = FloodExpectations.For(facts with { Stations = [station with { Readings = [reading] }] }, Wards.Chiyoda);

        Assert.Equal([new ExpectedLevel(4, reading.At!.Value)], expected);
        Assert.Empty(FloodExpectations.For(facts with { Stations = [station with { Readings = [reading with { Unit = "立方メートル毎秒" }] }] }, Wards.Chiyoda));
    }

    private static FloodForecastFacts Read(string file) => Assert.IsType<FloodForecastFacts>(SharedData.Telegram(file).Facts);
}
