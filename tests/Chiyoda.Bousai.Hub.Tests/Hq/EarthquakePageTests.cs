using System.Text;
using System.Text.RegularExpressions;
using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Hq;

/// <summary>Earthquakes and tsunami from telegrams to the pages of staff and public.</summary>
public sealed class EarthquakePageTests
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task FirstReport_ThenStations_ThenCancel_ReturnsToTheFirstReport()
    {
        await using var hub = await RunningHub.StartAsync();
        using var viewer = await Seat.TakeAsync(hub, "Viewer");

        await hub.PublishTelegramAsync(Quake("震度速報", 1, Area("350", "東京都２３区", "5-", "")));
        Assert.Contains("周辺の地域の震度速報", (await viewer.GetAsync("/hq/earthquakes")).Text, StringComparison.Ordinal);

        await hub.PublishTelegramAsync(Quake("震源・震度に関する情報", 2, Area(
            "350", "東京都２３区", "5+",
            "<City><Name>東京千代田区</Name><Code>1310100</Code><MaxInt>5+</MaxInt><Condition>震度５弱以上未入電</Condition>"
            + "<IntensityStation><Name>東京千代田区大手町</Name><Code>1310100</Code><Int>5+</Int></IntensityStation>"
            + "<IntensityStation><Name>東京千代田区麹町＊</Name><Code>1310151</Code><Int>震度５弱以上未入電</Int></IntensityStation></City>"
            + "<City><Name>東京港区</Name><Code>1310300</Code><MaxInt>4</MaxInt><IntensityStation><Name>東京港区海岸</Name><Code>1310300</Code><Int>4</Int></IntensityStation></City>")));
        var full = await viewer.GetAsync("/hq/earthquakes");
        Assert.Contains("東京千代田区大手町", full.Text, StringComparison.Ordinal);
        Assert.Contains("震度５弱以上未入電", full.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("東京港区", full.Text, StringComparison.Ordinal);
        Assert.Contains("受信していません", full.Text, StringComparison.Ordinal);
        await hub.PublishTelegramAsync(Quake("長周期地震動に関する観測情報", 3, LongPeriod("350", "東京都２３区", 2)));
        await hub.PublishTelegramAsync(Quake("長周期地震動に関する観測情報", 4, LongPeriod("220", "宮城県北部", 3) + LongPeriod("350", "東京都２３区", 3), "訂正"));
        Assert.Matches("階級3\\s*東京都２３区", (await viewer.GetAsync("/hq/earthquakes")).Text);
        await hub.PublishTelegramAsync(Quake("長周期地震動に関する観測情報", 5, LongPeriod("220", "宮城県北部", 4), "訂正"));
        Assert.Contains("を含む地域の階級は発表されていません", (await viewer.GetAsync("/hq/earthquakes")).Text, StringComparison.Ordinal);
        Assert.Contains("震源・震度に関する情報", (await viewer.GetAsync(full.Link("/hq/telegrams/"))).Text, StringComparison.Ordinal);

        await hub.PublishTelegramAsync(Quake("震源・震度に関する情報", 3, string.Empty, "取消"));
        var cancelled = (await viewer.GetAsync("/hq/earthquakes")).Text;
        Assert.Contains("周辺の地域の震度速報", cancelled, StringComparison.Ordinal);
        Assert.DoesNotContain("大手町", cancelled, StringComparison.Ordinal);
    }

    /// <summary>JMA sends several first reports within a minute, of one ReportDateTime: the one transmitted last holds, in whatever order they come.</summary>
    [Fact]
    public async Task FirstReportsOfOneMinute_ShowTheOneThatWasTransmittedLast()
    {
        await using var hub = await RunningHub.StartAsync();
        using var viewer = await Seat.TakeAsync(hub, "Viewer");
        int[][] orders = [[1, 2, 3], [3, 2, 1], [2, 3, 1], [3, 1, 2], [3, 2, 3]];
        foreach (var (order, at) in orders.Select((order, at) => (order, at)))
        {
            foreach (var number in order)
            {
                await hub.PublishTelegramAsync(Report(at, number));
            }
        }

        var shown = (await viewer.GetAsync("/hq/earthquakes")).Text;
        Assert.Equal(orders.Length, Count(shown, "震度６強"));
        Assert.Equal(0, Count(shown, "震度６弱") + Count(shown, "震度５強"));

        // The last one is void: the one before it holds again.
        await hub.PublishTelegramAsync(Telegram("震度速報", 1, "取消", string.Empty, "20260911141201", 50));
        shown = (await viewer.GetAsync("/hq/earthquakes")).Text;
        Assert.Equal((orders.Length - 1, 1), (Count(shown, "震度６強"), Count(shown, "震度６弱")));

        static byte[] Report(int quake, int number) => Telegram(
            "震度速報",
            1,
            "発表",
            $"<Intensity><Observation><MaxInt>{Maximum(number)}</MaxInt><Pref><Name>静岡県</Name><Code>22</Code>{Area("440", "静岡県伊豆", Maximum(number), "")}</Pref></Observation></Intensity>",
            $"2026091114120{quake}",
            number * 15);

        static string Maximum(int number) => number switch { 1 => "5+", 2 => "6-", _ => "6+" };

        static int Count(string text, string strongest) => Regex.Count(text, $@"最大震度\s*{strongest}");
    }

    [Fact]
    public async Task TsunamiWarning_IsShownWithItsTimes_AndEndsByItsLift()
    {
        await using var hub = await RunningHub.StartAsync();
        using var viewer = await Seat.TakeAsync(hub, "Viewer");
        Assert.Contains("津波の情報を確認できていません", (await viewer.GetAsync("/hq/tsunami")).Text, StringComparison.Ordinal);

        await hub.PublishTelegramAsync(Tsunami(1, "51", "津波警報"));
        var warned = (await viewer.GetAsync("/hq/tsunami")).Text;
        Assert.All(["東京湾内湾", "津波警報", "３ｍ"], words => Assert.Contains(words, warned, StringComparison.Ordinal));
        await Eventually.TrueAsync(async () => (await hub.Public.GetStringAsync("/tsunami")).Contains("津波警報", StringComparison.Ordinal), "the public page shows the warning");

        await hub.PublishTelegramAsync(Tsunami(2, "50", "津波警報解除"));
        Assert.Contains("区に関わる津波予報区には発表されていません", (await viewer.GetAsync("/hq/tsunami")).Text, StringComparison.Ordinal);
    }

    private static byte[] Quake(string title, int minute, string areas, string infoType = "発表") => Telegram(
        title, minute, infoType, areas.Length == 0 ? string.Empty : $"<Intensity><Observation><MaxInt>5+</MaxInt><Pref><Name>東京都</Name><Code>13</Code>{areas}</Pref></Observation></Intensity>");

    private static string LongPeriod(string code, string name, int known) =>
        $"<Area><Name>{name}</Name><Code>{code}</Code><MaxInt>4</MaxInt><MaxLgInt>{known}</MaxLgInt></Area>";

    private static string Area(string code, string name, string intensity, string cities) =>
        $"<Area><Name>{name}</Name><Code>{code}</Code><MaxInt>{intensity}</MaxInt>{cities}</Area>";

    private static byte[] Tsunami(int minute, string code, string kind) => Telegram("津波警報・注意報・予報a", minute, "発表", $"""
        <Tsunami><Forecast><Item><Area><Name>東京湾内湾</Name><Code>312</Code></Area>
        <Category><Kind><Name>{kind}</Name><Code>{code}</Code></Kind></Category>
        <FirstHeight><ArrivalTime>{Now.AddMinutes(30):yyyy-MM-ddTHH:mm:ssK}</ArrivalTime></FirstHeight>
        <MaxHeight><TsunamiHeight xmlns="http://xml.kishou.go.jp/jmaxml1/elementBasis1/" type="津波の高さ" unit="m" description="３ｍ">3</TsunamiHeight></MaxHeight>
        </Item></Forecast></Tsunami>
        """);

    private static byte[] Telegram(string title, int minute, string infoType, string body, string eventId = "20260911141200", int seconds = 0) => Encoding.UTF8.GetBytes($"""
        <?xml version="1.0" encoding="UTF-8"?>
        <Report xmlns="http://xml.kishou.go.jp/jmaxml1/">
        <Control><Title>{title}</Title><DateTime>{Now.AddMinutes(minute - 9).AddSeconds(seconds):yyyy-MM-ddTHH:mm:ssZ}</DateTime><Status>通常</Status><EditorialOffice>気象庁本庁</EditorialOffice><PublishingOffice>気象庁</PublishingOffice></Control>
        <Head xmlns="http://xml.kishou.go.jp/jmaxml1/informationBasis1/"><Title>{title}</Title><ReportDateTime>{Now.AddMinutes(minute - 9):yyyy-MM-ddTHH:mm:ssK}</ReportDateTime>
        <EventID>{eventId}</EventID><InfoType>{infoType}</InfoType><Serial /><InfoKind>{title}</InfoKind><InfoKindVersion>1.0_1</InfoKindVersion><Headline><Text>本文</Text></Headline></Head>
        <Body xmlns="http://xml.kishou.go.jp/jmaxml1/body/seismology1/">{body}</Body>
        </Report>
        """);
}
