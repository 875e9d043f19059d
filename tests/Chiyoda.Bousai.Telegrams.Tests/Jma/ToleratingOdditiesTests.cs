using Chiyoda.Bousai.Telegrams.Jma;
using Chiyoda.Bousai.Telegrams.Jma.Floods;
using Chiyoda.Bousai.Telegrams.Jma.WeatherWarnings;

namespace Chiyoda.Bousai.Telegrams.Tests.Jma;

public sealed class ToleratingOdditiesTests
{
    [Fact]
    public void UnknownElementsAndAttributes_DoNotDisturbTheReading()
    {
        var xml = Telegrams.Flood("神田川", Wards.Kanda, "レベル４氾濫危険警報", "40")
            .Replace("<Kind>", "<Neu a=\"1\"><Kind><Code>99</Code></Kind></Neu><Kind neu=\"x\"><Neu><Code>98</Code></Neu>", StringComparison.Ordinal)
            .Replace("<InfoType>", "<InfoTypes/><InfoType b=\"2\">", StringComparison.Ordinal);

        var item = Assert.Single(Assert.IsType<FloodForecastFacts>(Telegrams.Read(xml).Facts).Items);

        Assert.Equal(("40", 4, "レベル４氾濫危険警報"), (item.KindCode, item.Level, item.Kind));
    }

    /// <summary>The schema wants a body; without one the headline still says what holds.</summary>
    [Fact]
    public void ATelegramWithoutBody_KeepsTheLevelOfItsHeadline()
    {
        var xml = Telegrams.Flood("神田川", Wards.Kanda, "レベル５氾濫特別警報", "51");
        var begin = xml.IndexOf("<Body", StringComparison.Ordinal);
        var telegram = Telegrams.Read(xml[..begin] + "</Report>");

        Assert.Equal(5, Assert.Single(Telegrams.InForce(telegram)).Level);
        Assert.Contains(telegram.Notices, notice => notice.Code == "missing-body");
    }

    [Fact]
    public void CodesInFullWidth_AreTheSameCodes() =>
        Assert.Equal(4, Assert.Single(Telegrams.InForce(Telegrams.Read(Telegrams.Flood("神田川", Wards.Kanda, "レベル４氾濫危険警報", "４０")))).Level);

    [Fact]
    public void KindAndAreaInFullWidth_InABody_AreTheSameCodes()
    {
        var telegram = Telegrams.Read(Telegrams.Xml(
            "気象警報・注意報（Ｒ０６）（大雨）", body: Telegrams.Layer("気象警報・注意報（市町村等）", "レベル４大雨危険警報", "４３", "発表", "千代田区", "１３１０１００")));

        var item = Assert.Single(((HazardFacts)telegram.Facts).Items);
        Assert.Equal((4, "43", "1310100"), (item.Level, item.KindCode, item.Area.Code));
        Assert.Equal(4, Assert.Single(Telegrams.InForce(telegram)).Level);
        Assert.Empty(telegram.Notices);
    }

    /// <summary>A code that is not in the table decides nothing by its name; staff are told what the name says.</summary>
    [Theory]
    [InlineData("レベル４大雨危険警報改", 4)]
    [InlineData("レベル3何か", 3)]
    [InlineData("大雨何か", null)]
    public void UnknownCode_HasNoLevel_ButThatOfItsNameIsTold(string name, int? level)
    {
        var xml = Telegrams.Xml("気象警報・注意報（Ｒ０６）（大雨）", body: Telegrams.Layer("気象警報・注意報（市町村等）", name, "44", "発表", "千代田区", "1310100"));
        using var output = new MemoryStream();
        TelegramJson.Write("f.xml", System.Text.Encoding.UTF8.GetBytes(xml), output);
        using var line = System.Text.Json.JsonDocument.Parse(output.ToArray());
        var facts = line.RootElement.GetProperty("facts");

        Assert.Equal("null", facts.GetProperty("items")[0].GetProperty("level").GetRawText());
        Assert.Equal(level is { } known ? $"{known}" : "null", facts.GetProperty("details")[0].GetProperty("levelInName").GetRawText());
        Assert.Null(Assert.Single(Telegrams.InForce(Telegrams.Read(xml))).Level);
    }

    [Fact]
    public void ElementsOfAnotherNamespace_AreNotTakenForOurs()
    {
        var xml = Telegrams.Flood("神田川", Wards.Kanda, "レベル４氾濫危険警報", "40")
            .Replace("<Code>40</Code>", "<Code>40</Code><x:Code xmlns:x=\"urn:elsewhere\">51</x:Code>", StringComparison.Ordinal);

        Assert.Equal(4, Assert.IsType<FloodForecastFacts>(Telegrams.Read(xml).Facts).Items[0].Level);
    }

    [Fact]
    public void NilTimeIsUnknown()
    {
        var telegram = Telegrams.Read(Telegrams.Flood("神田川", Wards.Kanda, "レベル４氾濫危険警報", "40"));

        Assert.Null(telegram.Head.TargetAt);
        Assert.Empty(telegram.Notices);
    }

    [Fact]
    public void UnreadableTimeIsUnknownAndReported()
    {
        var telegram = Telegrams.Read(Telegrams.Xml("府県気象情報", validUntil: "あした"));

        Assert.Null(telegram.Head.ValidUntil);
        Assert.Equal(new TelegramNotice("unreadable-time", "Head/ValidDateTime", "あした"), Assert.Single(telegram.Notices));
    }

    [Fact]
    public void FullWidthDigitsAreDigits()
    {
        var telegram = Telegrams.Read(Telegrams.Flood("神田川", Wards.Kanda, "レベル４氾濫危険警報", "40", serial: "１２"));

        Assert.Equal("１２", telegram.Head.Serial);
        Assert.Equal(12, Telegrams.Statement(telegram).Serial);
    }

    [Fact]
    public void UnknownTitle_IsKeptAsText()
    {
        var telegram = Telegrams.Read(Telegrams.Xml("まったく新しい情報", body: "<Comment><Text>一行目\n二行目</Text></Comment>"));

        Assert.Null(telegram.Type);
        Assert.Equal(["一行目\n二行目"], Assert.IsType<TextFacts>(telegram.Facts).Paragraphs);
        Assert.Equal("unknown-type", Assert.Single(telegram.Notices).Code);
        Assert.Equal(Relevance.Irrelevant, TelegramRelevance.Concerns(telegram, Wards.Chiyoda));
    }

    [Fact]
    public void NewTitleOfAKnownInfoKind_IsStillRead()
    {
        var xml = Telegrams.Flood("神田川", Wards.Kanda, "レベル４氾濫危険警報", "40")
            .Replace("<Title>指定河川洪水予報</Title>", "<Title>指定河川洪水予報（Ｒ０９）</Title>", StringComparison.Ordinal)
            .Replace("<InfoKind></InfoKind>", "<InfoKind>指定河川洪水予報</InfoKind>", StringComparison.Ordinal);

        var telegram = Telegrams.Read(xml);

        Assert.Equal("VXKO", telegram.Type);
        Assert.Equal(4, Assert.IsType<FloodForecastFacts>(telegram.Facts).Items[0].Level);
    }

    [Fact]
    public void TimeSeriesIsNotAWarningInForce()
    {
        var telegram = SharedData.Telegram("official_samples/81_01_01_250630_VPWP50.xml");

        Assert.Equal("VPWP50", telegram.Type);
        Assert.NotEmpty(Assert.IsType<ForecastSeriesFacts>(telegram.Facts).Areas);
        Assert.Empty(TelegramStatements.From(telegram, Guid.NewGuid(), Telegrams.ReceivedAt, Wards.Other(class20: ["0121400"])));
    }

    [Fact]
    public void NoticesAreBounded()
    {
        var kinds = string.Concat(Enumerable.Range(0, 500).Select(i => $"<Kind><Name>種{i}</Name><Code>x{i}</Code></Kind>"));
        var telegram = Telegrams.Read(Telegrams.Xml(
            "指定河川洪水予報",
            $"<Information type=\"t\"><Item>{kinds}<Areas codeType=\"c\"><Area><Name>a</Name><Code>1</Code></Area></Areas></Item></Information>"));

        Assert.Equal(50, telegram.Notices.Count);
        Assert.Equal(500, Assert.IsType<FloodForecastFacts>(telegram.Facts).Items.Count);
    }
}
