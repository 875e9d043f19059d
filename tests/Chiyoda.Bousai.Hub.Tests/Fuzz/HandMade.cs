using System.Text;
using Chiyoda.Bousai.TestHub;

namespace Chiyoda.Bousai.Hub.Tests.Fuzz;

/// <summary>Small telegrams of our own, one per family that states something: fuzzing begins with them where no collected ones are.</summary>
internal static class HandMade
{
    private static readonly DateTimeOffset At = new(2026, 8, 1, 11, 50, 0, TimeSpan.FromHours(9));

    public static IReadOnlyList<byte[]> All { get; } =
    [
        Floods.Telegram(Floods.Kanda, 4, At),
        Floods.Telegram(Floods.Arakawa, 3, At),
        Floods.Telegram(Floods.Kanda, null, At, serial: 2),
        Floods.Telegram(Floods.Kanda, null, At, serial: 3, infoType: "取消"),
        Warnings("気象警報・注意報（Ｒ０６）（土砂）", "レベル４土砂災害危険警報", "49"),
        Warnings("気象警報・注意報（Ｒ０６）（高潮）", "レベル３高潮警報", "08"),
        Warnings("気象警報・注意報（Ｒ０６）（大雨）", "レベル２大雨注意報", "10"),
        Warnings("土砂災害警戒情報", "警戒", "3"),
        Warnings("竜巻注意情報", "竜巻注意情報", "1"),
        Telegram(
            "府県気象防災速報", string.Empty, "meteorology1", string.Empty,
            """
            <Information type="府県気象防災速報（細分区域）"><Item><Kind><Name>線状降水帯発生</Name><Condition>線状降水帯発生</Condition></Kind>
            <Areas codeType="気象情報／府県予報区・細分区域等"><Area><Name>東京地方</Name><Code>130010</Code></Area></Areas></Item></Information>
            """),
        Telegram(
            "震源・震度に関する情報",
            """
            <Earthquake><OriginTime>2026-08-01T11:45:00+09:00</OriginTime><Hypocenter><Area><Name>東京湾</Name><Code>350</Code></Area></Hypocenter></Earthquake>
            <Intensity><Observation><MaxInt>6-</MaxInt><Pref><Name>東京都</Name><Code>13</Code><MaxInt>6-</MaxInt><Area><Name>東京都２３区</Name><Code>350</Code>
            <MaxInt>6-</MaxInt><City><Name>東京千代田区</Name><Code>1310100</Code><MaxInt>6-</MaxInt></City></Area></Pref></Observation></Intensity>
            """,
            "seismology1", "20260801114500"),
        Telegram(
            "津波警報・注意報・予報a",
            """
            <Tsunami><Forecast><Item><Area><Name>東京湾内湾</Name><Code>312</Code></Area>
            <Category><Kind><Name>津波警報</Name><Code>51</Code></Kind><LastKind><Name>津波なし</Name><Code>00</Code></LastKind></Category>
            <FirstHeight><ArrivalTime>2026-08-01T12:20:00+09:00</ArrivalTime></FirstHeight></Item></Forecast></Tsunami>
            """,
            "seismology1", "20260801114500"),
        Telegram("府県気象情報", "<Notice>今夜は雨です</Notice>", "meteorology1", string.Empty),
    ];

    private static byte[] Warnings(string title, string kind, string code) => Telegram(
        title,
        $"""
        <Warning type="気象警報・注意報（市町村等）"><Item><Kind><Name>{kind}</Name><Code>{code}</Code><Status>発表</Status>
        <Property><CriteriaPeriod><Base><Sentence>１日１２時から１５時まで</Sentence><CriteriaClass><Code>41</Code></CriteriaClass>
        <Time>2026-08-01T12:00:00+09:00</Time><Duration>PT3H</Duration></Base></CriteriaPeriod></Property></Kind>
        <Area><Name>千代田区</Name><Code>1310100</Code></Area></Item></Warning>
        """,
        "meteorology1",
        string.Empty);

    private static byte[] Telegram(string title, string body, string space, string eventId, string headline = "") => Encoding.UTF8.GetBytes($"""
        <?xml version="1.0" encoding="UTF-8"?>
        <Report xmlns="http://xml.kishou.go.jp/jmaxml1/"><Control><Title>{title}</Title><DateTime>2026-08-01T02:50:10Z</DateTime>
        <Status>通常</Status><EditorialOffice>気象庁本庁</EditorialOffice><PublishingOffice>気象庁</PublishingOffice></Control>
        <Head xmlns="http://xml.kishou.go.jp/jmaxml1/informationBasis1/"><Title>{title}</Title><ReportDateTime>2026-08-01T11:50:00+09:00</ReportDateTime>
        <TargetDateTime>2026-08-01T11:50:00+09:00</TargetDateTime><ValidDateTime>2026-08-01T13:00:00+09:00</ValidDateTime><EventID>{eventId}</EventID>
        <InfoType>発表</InfoType><Serial>1</Serial><InfoKind>{title}</InfoKind><InfoKindVersion>1.0_0</InfoKindVersion>
        <Headline><Text>{title}</Text>{headline}</Headline></Head>
        <Body xmlns="http://xml.kishou.go.jp/jmaxml1/body/{space}/">{body}</Body></Report>
        """);
}
