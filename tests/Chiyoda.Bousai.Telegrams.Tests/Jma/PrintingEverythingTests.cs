using System.Text.Json;
using Chiyoda.Bousai.Telegrams.Jma;
using Chiyoda.Bousai.Telegrams.Jma.Floods;

namespace Chiyoda.Bousai.Telegrams.Tests.Jma;

/// <summary>What <c>hub read --json</c> prints beside the members that outside programs rely on: all that was read.</summary>
public sealed class PrintingEverythingTests
{
    [Fact]
    public void Warning_HasPeriodsSignificanciesAndWhatHeldBefore()
    {
        var facts = Facts("official_samples/15_16_01_241031_VPWW56.xml");
        var items = facts.GetProperty("items").EnumerateArray().ToList();
        var details = facts.GetProperty("details").EnumerateArray().ToList();

        Assert.Equal(
            items.Select(item => (Text(item, "areaCode"), Text(item, "kindCode"))), details.Select(item => (Text(item, "areaCode"), Text(item, "kindCode"))));
        var period = details.SelectMany(item => item.GetProperty("periods").EnumerateArray()).First(period => Text(period, "classCode") == "41");
        Assert.Contains("警戒レベル４相当", Text(period, "sentence"), StringComparison.Ordinal);
        Assert.Equal(4, period.GetProperty("level").GetInt32());
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:00:00\+09:00$", Text(period, "startsAt"));
        Assert.StartsWith("PT", Text(period, "duration"), StringComparison.Ordinal);
        Assert.Contains(details.SelectMany(item => item.GetProperty("significancies").EnumerateArray()), one => Text(one, "classCode") == "41" && Text(one, "type") == "土砂災害危険度");
        Assert.Contains(details, item => item.GetProperty("lastKind").ValueKind == JsonValueKind.Object && Text(item.GetProperty("lastKind"), "code").Length > 0);
        Assert.Contains(details, item => Text(item, "fullStatus") is "全域" or "一部");
        Assert.Contains(details, item => Text(item, "layer") == "気象警報・注意報（市町村等）");
        Assert.NotEmpty(Facts("official_samples/15_16_02_250630_VPWW57.xml").GetProperty("areasWithout").EnumerateArray());
    }

    [Fact]
    public void Flood_HasSectionsStationsAndInundations()
    {
        const string Tone = "official_samples_2026/16_12_01_260312_VXKOii.xml";
        var read = (FloodForecastFacts)SharedData.Telegram(Tone).Facts;
        var facts = Facts(Tone);

        Assert.Equal(["【警戒レベル５相当】", "【警戒レベル４相当】"], facts.GetProperty("sections").EnumerateArray().Select(section => Text(section, "text")[..10]));
        var station = facts.GetProperty("stations")[0];
        Assert.Equal(("八斗島", read.Stations[0].Station.Code), (Text(station, "name"), Text(station, "code")));
        var present = station.GetProperty("readings").EnumerateArray().Single(reading => reading.GetProperty("isPresent").GetBoolean());
        Assert.Equal(
            (read.Stations[0].Present!.Value, read.Stations[0].Present!.Condition, 5),
            (present.GetProperty("value").GetDecimal(), Text(present, "condition"), present.GetProperty("level").GetInt32()));
        Assert.Equal(read.Stations[0].Readings.Count, station.GetProperty("readings").GetArrayLength());
        Assert.Contains(station.GetProperty("criteria").EnumerateArray(), criterion => Text(criterion, "name") == "レベル４氾濫危険水位" && Text(criterion, "condition") == "有効");
        Assert.Contains(facts.GetProperty("inundations").EnumerateArray(), area => Text(area, "cityCode") == "1052300" && Text(area, "prefecture") == "群馬県");
        Assert.Equal(JsonValueKind.False, facts.GetProperty("isPresentBelowDanger").ValueKind);
    }

    [Fact]
    public void Flood_HasArrivalsOfItsWater()
    {
        var file = IndexRow.All.Select(row => row["file"]).First(file => file.Contains("VXKO", StringComparison.Ordinal) && SharedData.Telegram(file).Facts is FloodForecastFacts { Arrivals.Count: > 0 });
        var read = ((FloodForecastFacts)SharedData.Telegram(file).Facts).Arrivals[0];

        var arrival = Facts(file).GetProperty("arrivals")[0];

        Assert.Equal((read.River, read.Place, read.ArrivalText), (Text(arrival, "river"), Text(arrival, "place"), Text(arrival, "arrivalText")));
        Assert.Equal(read.DepthBelowMeters, arrival.GetProperty("depthBelowMeters") is { ValueKind: JsonValueKind.Number } depth ? depth.GetDecimal() : null);
    }

    [Fact]
    public void Tornado_HasItsEndAndSightings()
    {
        var telegram = SharedData.Telegram("official_samples/19_06_01_140425_VPHW51.xml");
        var facts = Facts("official_samples/19_06_01_140425_VPHW51.xml");

        Assert.Equal(telegram.Head.ValidUntil, facts.GetProperty("validUntil").GetDateTimeOffset());
        var seen = Assert.Single(facts.GetProperty("sightings").EnumerateArray());
        Assert.Matches("^[0-9]{6}$", Text(seen, "code"));
    }

    [Fact]
    public void Bulletin_HasWhatWasObserved()
    {
        var facts = Facts("real_2026/vpbs50_record-rain_skip.xml");

        Assert.All(facts.GetProperty("observations").EnumerateArray(), one => Assert.NotEmpty(Text(one, "element")));
        Assert.Contains(facts.GetProperty("observations").EnumerateArray(), one => one.GetProperty("value").ValueKind == JsonValueKind.Number && Text(one, "unit") == "mm");
    }

    [Fact]
    public void Eruption_HasTheOtherObservation()
    {
        var seen = Facts("official_samples/66_01_02_210514_VFVO54.xml").GetProperty("plume");
        var unseen = Facts("official_samples/43_01_01_200522_VFVO52.xml").GetProperty("plume");

        Assert.EndsWith("今年165回目", Text(seen, "otherObservation"), StringComparison.Ordinal);
        Assert.Equal(("流向不明", ""), (Text(unseen, "direction"), Text(unseen, "otherObservation")));
    }

    [Fact]
    public void EveryTelegram_HasItsHeadlineAndNotices() => Assert.All(IndexRow.All, row =>
    {
        var telegram = SharedData.Telegram(row["file"]);
        using var line = Line(SharedData.Bytes(Path.Combine("jma", row["file"])));
        var root = line.RootElement;

        Assert.Equal(telegram.Head.Headline.Text, Text(root, "headline"));
        Assert.Equal(telegram.Head.Headline.Items.Count, root.GetProperty("headlineItems").GetArrayLength());
        Assert.Equal(telegram.Notices.Select(notice => notice.Word), root.GetProperty("notices").EnumerateArray().Select(notice => Text(notice, "word")));
        Assert.Equal(telegram.Control.Title, Text(root, "title"));
    });

    [Fact]
    public void WhatTheReaderDidNotKnow_IsPrinted()
    {
        var xml = Telegrams.Xml("気象警報・注意報（Ｒ０６）（大雨）", body: Telegrams.Layer("気象警報・注意報（市町村等）", "レベル６新警報", "63", "発表", "千代田区", "1310100"));
        using var line = Line(System.Text.Encoding.UTF8.GetBytes(xml));

        Assert.Equal(
            """[{"code":"unknown-kind","place":"VPWW55 Kind/Code","word":"63 レベル６新警報"}]""", line.RootElement.GetProperty("notices").GetRawText());
    }

    private static string Text(JsonElement item, string name) => item.GetProperty(name).GetString()!;

    private static JsonElement Facts(string file)
    {
        using var line = Line(SharedData.Bytes(Path.Combine("jma", file)));
        return line.RootElement.GetProperty("facts").Clone();
    }

    private static JsonDocument Line(byte[] bytes)
    {
        using var output = new MemoryStream();
        TelegramJson.Write("f.xml", bytes, output);
        return JsonDocument.Parse(output.ToArray());
    }
}
