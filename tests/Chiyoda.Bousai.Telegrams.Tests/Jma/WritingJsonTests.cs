using System.Text;
using System.Text.Json;
using Chiyoda.Bousai.Telegrams.Jma;

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

    [Fact]
    public void Refusal_HasCodeAndMessage() => Assert.Equal(
        """{"file":"f.xml","error":{"code":"telegrams.empty","message":"電文が空です。送信元を確認してください。"}}""", Text(string.Empty));

    [Fact]
    public void EveryListedFile_IsOneLineOfJson() => Assert.All(IndexRow.All, row =>
    {
        var text = Text(Encoding.UTF8.GetString(File(row["file"])));

        Assert.DoesNotContain('\n', text);
        using var line = JsonDocument.Parse(text);
        Assert.Equal(row["event_id"], line.RootElement.GetProperty("eventId").GetString());
    });

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
