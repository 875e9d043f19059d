using System.Text;
using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Telegrams.Jma;

namespace Chiyoda.Bousai.Telegrams.Tests;

/// <summary>Shorthands for reading and for telegrams written in a test.</summary>
internal static class Telegrams
{
    public static readonly DateTimeOffset ReceivedAt = new(2026, 8, 1, 12, 0, 0, TimeSpan.FromHours(9));

    public static JmaTelegram Read(byte[] bytes)
    {
        Assert.True(
            JmaTelegramReader.Read(bytes).TryGet(out var telegram, out var refusal),
            $"The telegram was refused: {refusal?.Code}");
        return telegram;
    }

    public static JmaTelegram Read(string xml) => Read(Encoding.UTF8.GetBytes(xml));

    public static string RefusalOf(byte[] bytes)
    {
        Assert.False(JmaTelegramReader.Read(bytes).TryGet(out _, out var refusal), "The bytes were read as a telegram.");
        Assert.NotEmpty(refusal.Message);
        return refusal.Code;
    }

    public static string RefusalOf(string xml) => RefusalOf(Encoding.UTF8.GetBytes(xml));

    public static WarningStatement Statement(JmaTelegram telegram, WardCodes? ward = null) =>
        Assert.Single(TelegramStatements.From(telegram, Guid.NewGuid(), ReceivedAt, ward ?? Wards.Chiyoda));

    public static IReadOnlyList<HazardWarning> InForce(JmaTelegram telegram, WardCodes? ward = null) =>
        Statement(telegram, ward).InForce;

    /// <summary>A whole telegram around a headline and a body.</summary>
    public static string Xml(
        string title,
        string headline = "",
        string body = "",
        string status = "通常",
        string infoType = "発表",
        string eventId = "",
        string serial = "",
        string reportedAt = "2026-08-01T11:50:00+09:00",
        string controlAt = "2026-08-01T02:50:10Z",
        string validUntil = "",
        string office = "気象庁",
        string infoKind = "",
        string bodyNamespace = "body/meteorology1/") => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <Report xmlns="http://xml.kishou.go.jp/jmaxml1/">
        <Control>
        <Title>{title}</Title>
        <DateTime>{controlAt}</DateTime>
        <Status>{status}</Status>
        <EditorialOffice>気象庁本庁</EditorialOffice>
        <PublishingOffice>{office}</PublishingOffice>
        </Control>
        <Head xmlns="http://xml.kishou.go.jp/jmaxml1/informationBasis1/">
        <Title>表示用の題名（レベル５ではない）</Title>
        <ReportDateTime>{reportedAt}</ReportDateTime>
        <TargetDateTime xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"/>
        {(validUntil.Length > 0 ? $"<ValidDateTime>{validUntil}</ValidDateTime>" : "")}
        <EventID>{eventId}</EventID>
        <InfoType>{infoType}</InfoType>
        <Serial>{serial}</Serial>
        <InfoKind>{infoKind}</InfoKind>
        <InfoKindVersion>1.5_0</InfoKindVersion>
        <Headline><Text>本文</Text>{headline}</Headline>
        </Head>
        <Body xmlns="http://xml.kishou.go.jp/jmaxml1/{bodyNamespace}" xmlns:jmx_eb="http://xml.kishou.go.jp/jmaxml1/elementBasis1/">{body}</Body>
        </Report>
        """;

    /// <summary>One Information with one kind for one area.</summary>
    public static string Information(string type, string codeType, string kind, string code, string area, string areaCode, string condition = "") => $"""
        <Information type="{type}"><Item>
        <Kind><Name>{kind}</Name><Code>{code}</Code><Condition>{condition}</Condition></Kind>
        <Areas codeType="{codeType}"><Area><Name>{area}</Name><Code>{areaCode}</Code></Area></Areas>
        </Item></Information>
        """;

    /// <summary>One Warning layer with one item.</summary>
    public static string Layer(string type, string kind, string code, string status, string area, string areaCode) => $"""
        <Warning type="{type}"><Item>
        <Kind>{(kind.Length > 0 ? $"<Name>{kind}</Name><Code>{code}</Code>" : "")}<Status>{status}</Status></Kind>
        <Area><Name>{area}</Name><Code>{areaCode}</Code></Area>
        </Item></Warning>
        """;

    /// <summary>A flood forecast for one forecast area.</summary>
    public static string Flood(
        string area, string areaCode, string kind, string code, string body = "", string status = "通常",
        string infoType = "発表", string reportedAt = "2026-08-01T11:50:00+09:00", string serial = "1") => Xml(
        "指定河川洪水予報",
        Information("指定河川洪水予報（予報区域）", CodeSets.FloodForecastArea, kind, code, area, areaCode, kind),
        body, status, infoType, areaCode, serial, reportedAt);
}
