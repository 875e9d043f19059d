using System.Text;
using Chiyoda.Bousai.Telegrams.Gauges;

namespace Chiyoda.Bousai.Telegrams.Tests.Gauges;

/// <summary>Gauge readings from JSON and CSV; lines that say nothing usable are left out, other documents refused.</summary>
public sealed class ReadingGaugesTests
{
    private static readonly DateTimeOffset At = new(2026, 9, 11, 2, 10, 0, TimeSpan.FromHours(9));

    [Theory]
    [InlineData("""[{"station":"k1","name":"A","time":"2026-09-11T02:10:00+09:00","level":2.45},{"station":"k2","time":"2026-09-10T17:10:00Z","level":null,"condition":"欠測"},{"station":"k3","level":1},7]""")]
    [InlineData("\uFEFFstation,name,time,level,condition\r\nk1,A,2026-09-11T02:10:00+09:00,2.45,\r\nk2,,2026-09-10T17:10:00Z,,欠測\r\nk3,,,1,\r\n")]
    public void BothForms_SayTheSame(string text)
    {
        Assert.True(GaugeReader.Read(Encoding.UTF8.GetBytes(text)).TryGet(out var reports, out _));

        Assert.Equal([new GaugeReport("k1", "A", At, 2.45, string.Empty), new GaugeReport("k2", string.Empty, At, null, "欠測")], reports);
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("1e9")]
    [InlineData("２．４")]
    [InlineData("-")]
    [InlineData("2,45")]
    public void LevelThatIsNoPlainNumber_IsUnknown(string level)
    {
        Assert.True(GaugeReader.Read(Encoding.UTF8.GetBytes($$"""[{"station":"k1","time":"2026-09-11T02:10:00+09:00","level":"{{level}}"}]""")).TryGet(out var reports, out _));

        Assert.Null(Assert.Single(reports).LevelMeters);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[{")]
    [InlineData("[{\"station\":\"\\ud800\"}]")]
    [InlineData("<html/>")]
    [InlineData("station,station,time,level\n")]
    [InlineData("name,level\nA,1\n")]
    public void AnotherDocument_IsRefused(string text) => Assert.False(GaugeReader.Read(Encoding.UTF8.GetBytes(text)).TryGet(out _, out _));
}
