using Chiyoda.Bousai.Telegrams.Jma.Typhoons;

namespace Chiyoda.Bousai.Telegrams.Tests.Jma.Typhoons;

/// <summary>Golden facts of 台風解析・予報情報, read by a person.</summary>
public sealed class ReadingATyphoonTests
{
    [Fact]
    public void NewTyphoon_HasNameNumberAndItsPositions()
    {
        var facts = Read("official_samples/10_03_01_171016_VPTW60.xml");

        Assert.Equal(("1721", "LAN", "ラン", "台風発生"), (facts.Number, facts.Name, facts.NameKana, facts.Remark));
        Assert.Equal(
            new TyphoonPoint(
                "実況", new DateTimeOffset(2017, 10, 16, 9, 0, 0, TimeSpan.FromHours(9)), 135.3m, 10.1m, "ヤップ島の西約310km", "台風(TS)", "", "", 996, 20, 30, "西北西", 15, null),
            facts.Points[0]);
        Assert.All(facts.Points.Where(point => point.Kind.StartsWith("予報", StringComparison.Ordinal)), point => Assert.NotNull(point.ProbabilityRadiusKilometers));
    }

    [Fact]
    public void EveryCollectedOne_HasAPlaceAndATimeForEachPosition() => Assert.All(
        IndexRow.All.Where(row => SharedData.Telegram(row["file"]).Type == "VPTW60"),
        row => Assert.All(Read(row["file"]).Points, point =>
        {
            Assert.NotNull(point.At);
            Assert.InRange(point.Latitude!.Value, 0, 60);
            Assert.InRange(point.Longitude!.Value, 100, 180);
        }));

    private static TyphoonFacts Read(string file) => Assert.IsType<TyphoonFacts>(SharedData.Telegram(file).Facts);
}
