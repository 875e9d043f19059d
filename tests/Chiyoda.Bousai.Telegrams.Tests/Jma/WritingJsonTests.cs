using System.Text;
using System.Text.Json;
using Chiyoda.Bousai.Telegrams.Jma;
using Chiyoda.Bousai.Telegrams.Jma.Floods;

namespace Chiyoda.Bousai.Telegrams.Tests.Jma;

/// <summary>The lines of <c>hub read --json</c>: others rely on their shape.</summary>
public sealed class WritingJsonTests
{
    [Fact]
    public void Warning_HasAllFieldsOfTheContract()
    {
        using var line = Line(Telegrams.Flood("神田川", Wards.Kanda, "レベル４氾濫危険警報", "40"));

        Assert.StartsWith(
            """
            {"file":"f.xml","type":"VXKO","status":"通常","infoType":"発表","eventId":"830304004400","serial":1,"reportedAt":"2026-08-01T11:50:00+09:00","facts":{"items":[{"phenomenon":"flood","level":4,"kind":"レベル４氾濫危険警報","kindCode":"40","status":"レベル４氾濫危険警報","areaCode":"830304004400","areaName":"神田川","codeType":"指定河川洪水予報（予報区域）"}],
            """,
            Text(Telegrams.Flood("神田川", Wards.Kanda, "レベル４氾濫危険警報", "40")),
            StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Number, line.RootElement.GetProperty("serial").ValueKind);
    }

    [Fact]
    public void ItemsIncludeWhatEndsAndHeadlineItemsOfAnEmptyBody()
    {
        using var ended = Line(File("real_2026/vpww58_wind_cancellation.xml"));
        using var empty = Line(File("official_samples_2026/16_13_01_251222_VXKOii.xml"));

        var endedItems = ended.RootElement.GetProperty("facts").GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(14, endedItems.Count);
        Assert.All(endedItems, item => Assert.Equal(("解除", "15", "wind"), (
            item.GetProperty("status").GetString(), item.GetProperty("kindCode").GetString(), item.GetProperty("phenomenon").GetString())));
        Assert.Equal(JsonValueKind.Null, ended.RootElement.GetProperty("serial").ValueKind);
        Assert.Equal(
            ["830303000103", "8303030001", "8303030152", "080000", "120000"],
            empty.RootElement.GetProperty("facts").GetProperty("items").EnumerateArray().Select(item => item.GetProperty("areaCode").GetString()));
    }

    [Fact]
    public void Earthquake_ListsStationsAndSaysUnknown()
    {
        using var line = Line(File("official_samples/32-35_06_03_240613_VXSE53.xml"));
        var facts = line.RootElement.GetProperty("facts");

        Assert.Equal(
            """{"name":"岩手県内陸南部","latitude":39.0,"longitude":140.9,"depthKilometers":10,"magnitude":7.0}""",
            facts.GetProperty("hypocenter").GetRawText());
        Assert.Equal("6+", facts.GetProperty("maxIntensity").GetString());
        var silent = facts.GetProperty("observations").EnumerateArray().First(o => o.GetProperty("code").GetString() == "0338130");
        Assert.Equal(
            """{"prefecture":"岩手県","name":"金ケ崎町西根＊","code":"0338130","intensity":"5-?","isArea":false}""", silent.GetRawText());
    }

    [Fact]
    public void PromptReport_ListsAreasWithoutAHypocenter()
    {
        using var line = Line(File("official_samples/32-35_07_05_100915_VXSE51.xml"));
        var facts = line.RootElement.GetProperty("facts");

        Assert.Equal(JsonValueKind.Null, facts.GetProperty("hypocenter").ValueKind);
        Assert.Equal(
            """{"prefecture":"東京都","name":"東京都２３区","code":"350","intensity":"4","isArea":true}""",
            facts.GetProperty("observations").EnumerateArray().First(o => o.GetProperty("code").GetString() == "350").GetRawText());
    }

    [Fact]
    public void Tsunami_ListsGrades()
    {
        using var line = Line(File("official_samples/32-39_11_11_250206_VTSE41.xml"));

        Assert.Contains(
            """{"code":"312","name":"東京湾内湾","grade":"Watch"}""",
            line.RootElement.GetProperty("facts").GetProperty("areas").EnumerateArray().Select(area => area.GetRawText()));
    }

    /// <summary>The lead time of a decision, what held before, and how much of the area is meant stand beside the items, one for each.</summary>
    [Fact]
    public void Warning_ShowsPeriodsSignificanciesAndChanges()
    {
        using var line = Line(File("official_samples/15_16_01_241031_VPWW56.xml"));
        var facts = line.RootElement.GetProperty("facts");
        var items = facts.GetProperty("items").EnumerateArray().ToList();
        var details = facts.GetProperty("details").EnumerateArray().ToList();

        Assert.Equal(items.Select(item => item.GetProperty("areaCode").GetString()), details.Select(item => item.GetProperty("areaCode").GetString()));
        var telegram = SharedData.Telegram("official_samples/15_16_01_241031_VPWW56.xml");
        var read = Assert.IsType<HazardFacts>(telegram.Facts, exactMatch: false).Items;
        Assert.Contains(read, item => item.Periods.Count > 0);
        Assert.Contains(read, item => item.Significancies.Count > 0);
        Assert.Contains(read, item => item.LastKind is not null);
        Assert.Contains(read, item => item.FullStatus.Length > 0);
        foreach (var (item, detail) in read.Zip(details))
        {
            Assert.Equal(
                (item.Layer, item.FullStatus, item.ChangeStatus, item.LastKind?.Code, item.IsEnded),
                (Get(detail, "layer"), Get(detail, "fullStatus"), Get(detail, "changeStatus"), detail.GetProperty("lastKind") is { ValueKind: JsonValueKind.Object } last ? Get(last, "code") : null, detail.GetProperty("isEnded").GetBoolean()));
            Assert.Equal(item.Significancies.Select(each => each.Code), detail.GetProperty("significancies").EnumerateArray().Select(each => Get(each, "code")));
            Assert.Equal(
                item.Periods.Select(period => (period.Sentence, period.ClassCode, period.StartsAt)),
                detail.GetProperty("periods").EnumerateArray().Select(period => (
                    Get(period, "sentence")!, Get(period, "classCode")!, period.GetProperty("startsAt").ValueKind == JsonValueKind.Null ? (DateTimeOffset?)null : period.GetProperty("startsAt").GetDateTimeOffset())));
        }
    }

    [Fact]
    public void Flood_ShowsSectionsStationsInundationsAndArrivals()
    {
        using var line = Line(File("official_samples_2026/16_12_01_260312_VXKOii.xml"));
        var facts = line.RootElement.GetProperty("facts");
        var read = Assert.IsType<FloodForecastFacts>(SharedData.Telegram("official_samples_2026/16_12_01_260312_VXKOii.xml").Facts);

        Assert.True(read.Sections.Count > 1 && read.Stations.Count > 0 && read.Inundations.Count > 0);
        Assert.Equal(read.Sections.Select(section => section.MainText), facts.GetProperty("sections").EnumerateArray().Select(section => Get(section, "text")));
        Assert.Equal(read.Inundations.Select(area => area.CityCode), facts.GetProperty("inundations").EnumerateArray().Select(area => Get(area, "cityCode")));
        Assert.Equal(
            read.Stations.Select(station => (station.Station.Code, station.Readings.Count, station.Criteria.Count)),
            facts.GetProperty("stations").EnumerateArray().Select(station => (Get(station, "code")!, station.GetProperty("readings").GetArrayLength(), station.GetProperty("criteria").GetArrayLength())));
        var reading = facts.GetProperty("stations")[0].GetProperty("readings")[0];
        Assert.Equal(["at", "label", "isPresent", "value", "unit", "condition", "level"], reading.EnumerateObject().Select(member => member.Name));
        Assert.Equal(read.Stations[0].Readings[0].Value, reading.GetProperty("value").GetDecimal());
        Assert.Equal(
            read.Arrivals.Select(arrival => (arrival.Place, arrival.ArrivalText)), facts.GetProperty("arrivals").EnumerateArray().Select(arrival => (Get(arrival, "place")!, Get(arrival, "arrivalText")!)));
    }

    /// <summary>Of all collected flood forecasts at least one tells where the water goes that has left the river.</summary>
    [Fact]
    public void FloodThatHasBegun_ShowsWhereTheWaterArrives() => Assert.Contains(IndexRow.All, row =>
    {
        using var line = Line(File(row["file"]));
        return line.RootElement.GetProperty("facts").TryGetProperty("arrivals", out var arrivals) && arrivals.GetArrayLength() > 0 && arrivals[0].GetProperty("place").GetString() is { Length: > 0 };
    });

    [Fact]
    public void TornadoWithASighting_ShowsItsRegionAndUntilWhenItHolds()
    {
        using var line = Line(File("official_samples/19_06_01_140425_VPHW51.xml"));
        var read = SharedData.Telegram("official_samples/19_06_01_140425_VPHW51.xml");

        Assert.NotNull(read.Head.ValidUntil);
        Assert.Equal(read.Head.ValidUntil, line.RootElement.GetProperty("validUntil").GetDateTimeOffset());
        var sightings = line.RootElement.GetProperty("facts").GetProperty("sightings");
        Assert.NotEqual(0, sightings.GetArrayLength());
        Assert.NotEmpty(Get(sightings[0], "name")!);
    }

    [Fact]
    public void Bulletin_ShowsWhatWasObserved()
    {
        using var line = Line(File("real_2026/vpbs50_record-rain_skip.xml"));

        var report = line.RootElement.GetProperty("facts").GetProperty("reports")[0];
        Assert.Equal(JsonValueKind.Number, report.GetProperty("value").ValueKind);
        Assert.NotEmpty(Get(report, "element")!);
    }

    [Fact]
    public void Eruption_ShowsTheOtherObservation()
    {
        const string Original = "</ColorPlume>";
        var eruption = Encoding.UTF8.GetString(File("official_samples/43_01_01_200522_VFVO52.xml"));
        Assert.Contains(Original, eruption, StringComparison.Ordinal);
        using var line = Line(eruption.Replace(Original, Original + "<OtherObservation>火映を観測</OtherObservation>", StringComparison.Ordinal));

        var facts = line.RootElement.GetProperty("facts");
        Assert.Equal("火映を観測", Get(facts.GetProperty("plume"), "remark"));
        Assert.NotEmpty(Get(facts.GetProperty("items")[0], "layer")!);
    }

    /// <summary>What the reader did not know, and the text to be shown at once, stand beside the facts of every family.</summary>
    [Fact]
    public void EveryLine_ShowsHeadlineAndNotices()
    {
        using var known = Line(File("real_2026/vxko_flood_lv2.xml"));
        using var odd = Line(Telegrams.Flood("神田川", Wards.Kanda, "レベル９氾濫警報", "99"));

        Assert.Equal(SharedData.Telegram("real_2026/vxko_flood_lv2.xml").Head.Headline.Text, Get(known.RootElement, "headline"));
        Assert.Equal("指定河川洪水予報", Get(known.RootElement, "title"));
        Assert.Equal(0, known.RootElement.GetProperty("notices").GetArrayLength());
        Assert.Contains("99", Get(odd.RootElement.GetProperty("notices")[0], "word"), StringComparison.Ordinal);
    }

    [Fact]
    public void Refusal_HasCodeAndMessage() => Assert.Equal(
        """{"file":"f.xml","error":{"code":"telegrams.empty","message":"電文が空です。送信元を確認してください。"}}""", Text(string.Empty));

    /// <summary>Titles that several kinds share, and titles that are not in our table: the issuer's own name of the file decides.</summary>
    [Theory]
    [InlineData("南海トラフ地震関連解説情報", "20260801020304_0_VYSE52_010000.xml", "VYSE52")]
    [InlineData("南海トラフ地震関連解説情報", "/data/74_01_11_200512_VYSE52.xml", "VYSE52")]
    [InlineData("南海トラフ地震関連解説情報", "74_01_11_200512_VYSE60.xml", "VYSE51")]
    [InlineData("台風解析・予報情報（５日予報）（Ｈ３０）", "20260801020304_0_VPTW61_010000.xml.gz", "VPTW61")]
    [InlineData("台風解析・予報情報（５日予報）（Ｈ３０）", "20260801020304_0_VPTW66_010000.xml", "VPTW60")]
    [InlineData("台風解析・予報情報（５日予報）（Ｈ３０）", "typhoon.xml", "VPTW60")]
    [InlineData("震度速報", "20260801020304_0_VXSE53_010000.xml", "VXSE51")]
    [InlineData("指定河川洪水予報", "20260801020304_0_VXKO50_130000.xml", "VXKO")]
    [InlineData("まだ知られていない情報", "20260801020304_0_VPZU54_010000.xml", "VPZU54")]
    [InlineData("まだ知られていない情報", "20260801020304_0_VXSE53_010000.xml", null)]
    [InlineData("まだ知られていない情報", "VXSEii.xml", null)]
    public void NameOfTheFile_TellsTheType_WhereTheTitleDoesNot(string title, string file, string? type)
    {
        using var output = new MemoryStream();
        TelegramJson.Write(file, Encoding.UTF8.GetBytes(Telegrams.Xml(title)), output);
        using var line = JsonDocument.Parse(output.ToArray());

        Assert.Equal(type, Get(line.RootElement, "type"));
    }

    [Theory]
    [InlineData("府県天気予報", "VPFD50")]
    [InlineData("府県天気概況", "VPFG50")]
    [InlineData("早期注意情報（明々後日以降）", "VPFW60")]
    [InlineData("気象警報・注意報", "VPWW50")]
    [InlineData("地方海上警報", "VPCU50")]
    [InlineData("地方海上警報（Ｈ２８）", "VPCU51")]
    [InlineData("全般海上警報（定時）（Ｈ２９）", "VPZU52")]
    [InlineData("全般台風情報", "VPTI50")]
    [InlineData("大雨危険度通知", "VPRN50")]
    [InlineData("府県天候情報", "VPFI50")]
    [InlineData("気象警報・注意報（集約通報）", "VPWS50")]
    public void OfficialTitle_HasItsType(string title, string type)
    {
        using var line = Line(Telegrams.Xml(title));

        Assert.Equal(type, Get(line.RootElement, "type"));
        Assert.Equal(0, line.RootElement.GetProperty("notices").GetArrayLength());
    }

    [Fact]
    public void EveryListedFile_IsWrittenAsTheTypeInItsName() => Assert.All(IndexRow.All, row =>
    {
        using var output = new MemoryStream();
        TelegramJson.Write(row["file"], File(row["file"]), output);
        using var line = JsonDocument.Parse(output.ToArray());
        var stated = Path.GetFileNameWithoutExtension(row["file"]).Split('_')
            .FirstOrDefault(part => part is ['V', _, _, _, _, _] && part[..4].All(char.IsAsciiLetterUpper) && part[4..].All(char.IsAsciiDigit));

        Assert.True(stated is null || stated == Get(line.RootElement, "type"), row["file"]);
    });

    [Theory]
    [InlineData("feeds/eqvol_2024_test.xml")]
    [InlineData("feeds/extra_2024_test.xml")]
    public void ListOfTelegrams_IsCalledOne(string file)
    {
        using var line = Line(File(file));

        var error = line.RootElement.GetProperty("error");
        Assert.Equal("telegrams.feed-list", error.GetProperty("code").GetString());
        Assert.Contains("気象庁のフィード（電文の一覧）", error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    /// <summary>The long list of a bad week is larger than any alert; it is not refused as an alert that is too large.</summary>
    [Fact]
    public void LongListOfTelegrams_IsCalledOneToo()
    {
        const string Entry = "<entry><title>震度速報</title><id>https://www.data.jma.go.jp/developer/xml/data/20260801020304_0_VXSE51_010000.xml</id></entry>";
        var feed = $"<feed xmlns=\"http://www.w3.org/2005/Atom\">{string.Concat(Enumerable.Repeat(Entry, 40_000))}</feed>";

        using var line = Line(feed);

        Assert.Equal("telegrams.feed-list", line.RootElement.GetProperty("error").GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("<entry><title>a</title><id>https://alerts.example/1.cap</id></entry>")]
    [InlineData("<entry><title>a</title><id>https://www.jma.go.jp.example/1.xml</id></entry>")]
    public void ListOfOthers_IsAListOfAlerts(string entries)
    {
        using var line = Line($"<feed xmlns=\"http://www.w3.org/2005/Atom\">{entries}</feed>");

        Assert.Equal("cap.atom", line.RootElement.GetProperty("error").GetProperty("code").GetString());
    }

    [Fact]
    public void EveryListedFile_HasItsHeadlineAndNotices() => Assert.All(IndexRow.All, row =>
    {
        var telegram = SharedData.Telegram(row["file"]);
        using var line = Line(File(row["file"]));
        var root = line.RootElement;

        Assert.Equal(telegram.Head.Headline.Text, root.GetProperty("headline").GetString());
        Assert.Equal(
            telegram.Head.Headline.Items.Select(item => (item.InformationType, item.Kinds.Count, item.Areas.Count)),
            root.GetProperty("headlineItems").EnumerateArray().Select(item => (item.GetProperty("layer").GetString()!, item.GetProperty("kinds").GetArrayLength(), item.GetProperty("areas").GetArrayLength())));
        Assert.Equal(telegram.Notices.Select(notice => notice.Word), root.GetProperty("notices").EnumerateArray().Select(notice => notice.GetProperty("word").GetString()));
    });

    [Fact]
    public void EveryListedFile_IsOneLineOfJson() => Assert.All(IndexRow.All, row =>
    {
        var text = Text(Encoding.UTF8.GetString(File(row["file"])));

        Assert.DoesNotContain('\n', text);
        using var line = JsonDocument.Parse(text);
        Assert.Equal(row["event_id"], line.RootElement.GetProperty("eventId").GetString());
    });

    private static string? Get(JsonElement item, string name) => item.GetProperty(name).GetString();

    private static byte[] File(string name) => SharedData.Bytes(Path.Combine("jma", name));

    private static JsonDocument Line(string xml) => JsonDocument.Parse(Text(xml));

    private static JsonDocument Line(byte[] bytes) => JsonDocument.Parse(Text(Encoding.UTF8.GetString(bytes)));

    private static string Text(string xml)
    {
        using var output = new MemoryStream();
        TelegramJson.Write("f.xml", Encoding.UTF8.GetBytes(xml), output);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
