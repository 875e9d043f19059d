using System.Globalization;
using System.Text;

namespace Chiyoda.Bousai.TestHub;

/// <summary>Flood forecasts (VXKO) of our own, in the shape of JMA's schema, small.</summary>
internal static class Floods
{
    public const string Kanda = "830304004400";

    public const string Arakawa = "830304000100";

    public const string Taihei = "820209000400";

    private static readonly Dictionary<string, string> Rivers = new() { [Kanda] = "神田川", [Taihei] = "太平川" };

    private static readonly Dictionary<int, (string Name, string Code)> Kinds = new()
    {
        [2] = ("レベル２氾濫注意報", "21"),
        [3] = ("レベル３氾濫警報", "31"),
        [4] = ("レベル４氾濫危険警報", "41"),
        [5] = ("レベル５氾濫特別警報", "51"),
    };

    /// <param name="area">Flood-forecast area, twelve digits.</param>
    /// <param name="level">2–5, or <see langword="null"/> for 解除.</param>
    /// <param name="at">Head/ReportDateTime.</param>
    /// <param name="serial">Head/Serial.</param>
    /// <param name="status">通常, 訓練 or 試験.</param>
    /// <param name="infoType">発表, 訂正 or 取消.</param>
    public static byte[] Telegram(string area, int? level, DateTimeOffset at, int serial = 1, string status = "通常", string infoType = "発表")
    {
        var (name, code) = level is { } known ? Kinds[known] : ("氾濫注意報解除", "10");
        var river = Rivers.GetValueOrDefault(area, "荒川");
        var report = at.ToOffset(TimeSpan.FromHours(9)).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
        var control = at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var headline = infoType == "取消" ? string.Empty : $"""
            <Information type="指定河川洪水予報（予報区域）"><Item>
            <Kind><Name>{name}</Name><Code>{code}</Code><Condition>{name}（発表）</Condition></Kind>
            <Areas codeType="指定河川洪水予報（予報区域）"><Area><Name>{river}</Name><Code>{area}</Code></Area></Areas>
            </Item></Information>
            """;
        return Encoding.UTF8.GetBytes($"""
            <?xml version="1.0" encoding="UTF-8"?>
            <Report xmlns="http://xml.kishou.go.jp/jmaxml1/">
            <Control><Title>指定河川洪水予報</Title><DateTime>{control}</DateTime><Status>{status}</Status>
            <EditorialOffice>気象庁本庁</EditorialOffice><PublishingOffice>東京都 気象庁</PublishingOffice></Control>
            <Head xmlns="http://xml.kishou.go.jp/jmaxml1/informationBasis1/">
            <Title>{river}{name}</Title><ReportDateTime>{report}</ReportDateTime><TargetDateTime>{report}</TargetDateTime>
            <EventID>{area}</EventID><InfoType>{infoType}</InfoType><Serial>{serial}</Serial>
            <InfoKind>指定河川洪水予報</InfoKind><InfoKindVersion>1.1_1</InfoKindVersion>
            <Headline><Text>{river} {name}</Text>{headline}</Headline></Head>
            <Body xmlns="http://xml.kishou.go.jp/jmaxml1/body/meteorology1/"/></Report>
            """);
    }
}
