using System.Globalization;
using System.Text;

namespace Chiyoda.Bousai.TestHub;

/// <summary>Telegrams of our own about one event in two families, in the shape of JMA's schema, small.</summary>
internal static class Alerts
{
    private const string Municipalities = "気象・地震・火山情報／市町村等";

    private static readonly Dictionary<int, (string Name, string Code)> Landslides = new()
    {
        [2] = ("レベル２土砂災害注意報", "29"),
        [3] = ("レベル３土砂災害警報", "09"),
        [4] = ("レベル４土砂災害危険警報", "49"),
        [5] = ("レベル５土砂災害特別警報", "39"),
    };

    private static readonly Dictionary<int, (string Name, string Code)> Rains = new()
    {
        [2] = ("レベル２大雨注意報", "10"),
        [3] = ("レベル３大雨警報", "03"),
        [4] = ("レベル４大雨危険警報", "43"),
        [5] = ("レベル５大雨特別警報", "33"),
    };

    /// <summary>VPWW55 for the ward; <see langword="null"/> = 発表警報・注意報はなし.</summary>
    public static byte[] Rain(int? level, DateTimeOffset at) => Report(
        "気象警報・注意報（Ｒ０６）（大雨）", string.Empty, at, Layer("気象警報・注意報（市町村等）", level is { } known ? Rains[known] : null));

    /// <summary>VTSE41 for 東京湾内湾: 62 津波注意報, 51 津波警報, 60 津波注意報解除.</summary>
    public static byte[] Tsunami(string code, string eventId, DateTimeOffset at) => Report(
        "津波警報・注意報・予報a", eventId, at,
        $"<Tsunami><Forecast><Item><Area><Name>東京湾内湾</Name><Code>312</Code></Area><Category><Kind><Name>津波注意報</Name><Code>{code}</Code></Kind></Category></Item></Forecast></Tsunami>",
        "seismology1");

    /// <summary>VPWW56 for the ward; <see langword="null"/> = 発表警報・注意報はなし.</summary>
    public static byte[] Landslide(int? level, DateTimeOffset at) => Report(
        "気象警報・注意報（Ｒ０６）（土砂）", string.Empty, at, Layer("気象警報・注意報（市町村等）", level is { } known ? Landslides[known] : null));

    /// <summary>VXWW50 for the ward: level 4 by the older family.</summary>
    public static byte[] OldLandslide(DateTimeOffset at) => Report(
        "土砂災害警戒情報", "東京都土砂災害警戒情報", at, Layer("土砂災害警戒情報", ("警戒", "3")));

    /// <summary>集約通報 (VPWS50), the full state of VPWW55–61 for one municipality.</summary>
    /// <param name="level">A landslide warning, or <see langword="null"/> = 発表警報・注意報はなし.</param>
    /// <param name="at">Head/ReportDateTime.</param>
    /// <param name="municipality">The only one that is listed; <see langword="null"/> = the ward.</param>
    public static byte[] Summary(int? level, DateTimeOffset at, string municipality = "1310100") => Report(
        "気象警報・注意報（Ｒ０６）（集約通報）", string.Empty, at, Layer("気象警報・注意報（市町村等）", level is { } known ? Landslides[known] : null, municipality));

    /// <summary>VTSE41 about one region: 津波注意報 62, 津波警報 51.</summary>
    public static byte[] Tsunami(string code, string region, DateTimeOffset at) => Report(
        "津波警報・注意報・予報a", at.ToOffset(TimeSpan.FromHours(9)).ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture), at,
        $"""
        <Tsunami><Forecast><Item><Area><Name>予報区</Name><Code>{region}</Code></Area><Category><Kind><Name>{(code == "62" ? "津波注意報" : "津波警報")}</Name><Code>{code}</Code></Kind>
        <LastKind><Name>津波なし</Name><Code>00</Code></LastKind></Category></Item></Forecast></Tsunami>
        """,
        "seismology1");

    /// <summary>VPWW55 for the ward with a kind that no table has.</summary>
    public static byte[] UnknownRain(string name, string code, DateTimeOffset at) => Report(
        "気象警報・注意報（Ｒ０６）（大雨）", string.Empty, at, Layer("気象警報・注意報（市町村等）", (name, code)));

    /// <summary>VXSE51: the area alone.</summary>
    public static byte[] FirstIntensity(string intensity, string eventId, DateTimeOffset at) => Report(
        "震度速報", eventId, at, Observation(intensity, string.Empty), "seismology1");

    /// <summary>VXSE53: the municipality too.</summary>
    public static byte[] Intensity(string intensity, string eventId, DateTimeOffset at) => Report(
        "震源・震度に関する情報", eventId, at,
        Observation(intensity, $"<City><Name>東京千代田区</Name><Code>1310100</Code><MaxInt>{intensity}</MaxInt></City>"), "seismology1");

    private static string Layer(string type, (string Name, string Code)? kind, string municipality = "1310100")
    {
        var body = kind is var (name, code)
            ? $"<Kind><Name>{name}</Name><Code>{code}</Code><Status>発表</Status></Kind>"
            : "<Kind><Status>発表警報・注意報はなし</Status></Kind>";
        return $"<Warning type=\"{type}\"><Item>{body}<Area codeType=\"{Municipalities}\"><Name>千代田区</Name><Code>{municipality}</Code></Area></Item></Warning>";
    }

    private static string Observation(string intensity, string city) => $"""
        <Intensity><Observation><MaxInt>{intensity}</MaxInt><Pref><Name>東京都</Name><Code>13</Code><MaxInt>{intensity}</MaxInt>
        <Area><Name>東京都２３区</Name><Code>350</Code><MaxInt>{intensity}</MaxInt>{city}</Area></Pref></Observation></Intensity>
        """;

    private static byte[] Report(string title, string eventId, DateTimeOffset at, string body, string schema = "meteorology1")
    {
        var report = at.ToOffset(TimeSpan.FromHours(9)).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
        var control = at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return Encoding.UTF8.GetBytes($"""
            <?xml version="1.0" encoding="UTF-8"?>
            <Report xmlns="http://xml.kishou.go.jp/jmaxml1/">
            <Control><Title>{title}</Title><DateTime>{control}</DateTime><Status>通常</Status>
            <EditorialOffice>気象庁本庁</EditorialOffice><PublishingOffice>気象庁</PublishingOffice></Control>
            <Head xmlns="http://xml.kishou.go.jp/jmaxml1/informationBasis1/">
            <Title>{title}</Title><ReportDateTime>{report}</ReportDateTime><TargetDateTime>{report}</TargetDateTime>
            <EventID>{eventId}</EventID><InfoType>発表</InfoType><Serial>1</Serial>
            <InfoKind>{title}</InfoKind><InfoKindVersion>1.0_0</InfoKindVersion><Headline><Text>{title}</Text></Headline></Head>
            <Body xmlns="http://xml.kishou.go.jp/jmaxml1/body/{schema}/">{body}</Body></Report>
            """);
    }
}
