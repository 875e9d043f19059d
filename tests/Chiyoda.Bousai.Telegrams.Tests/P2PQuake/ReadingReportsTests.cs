using System.Text;
using System.Text.Json;
using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Telegrams.Jma;
using Chiyoda.Bousai.Telegrams.P2PQuake;

namespace Chiyoda.Bousai.Telegrams.Tests.P2PQuake;

/// <summary>Reports of the second source: its numbers for «unknown» become unknown, and 緊急地震速報 is never read.</summary>
public sealed class ReadingReportsTests
{
    private const string Quake = """
        {"id":"a","code":551,"time":"2026/09/11 02:10:06.958","issue":{"source":"気象庁","time":"2026/09/11 02:10:00","correct":"None","type":"DetailScale"},
         "earthquake":{"domesticTsunami":"None","hypocenter":{"depth":0,"latitude":35.5,"longitude":139.8,"magnitude":4.0,"name":"東京湾"},"maxScale":46,"time":"2026/09/11 02:07:00"},
         "points":[{"addr":"大手町","isArea":false,"pref":"東京都","scale":46},{"addr":"東京都２３区","isArea":true,"pref":"東京都","scale":99}]}
        """;

    private const string NoHypocenter = """
        {"id":"b","code":551,"issue":{"time":"2026/09/11 02:09:00","type":"ScalePrompt"},
         "earthquake":{"hypocenter":{"depth":-1,"latitude":-200,"longitude":-200,"magnitude":-1,"name":""},"maxScale":-1,"time":"2026/09/11 02:07:00"},"points":[]}
        """;

    private const string Tsunami = """
        {"id":"c","code":552,"cancelled":false,"issue":{"source":"気象庁","time":"2026/09/11 02:11:00","type":"Focus"},"areas":[{"grade":"MajorWarning","immediate":true,"name":"東京湾内湾"}]}
        """;

    [Fact]
    public void Earthquake_IsRead_WithDepthZeroAndUnreportedIntensity()
    {
        var quake = Assert.Single(Read(Quake)).Earthquake!;

        Assert.Equal(new DateTimeOffset(2026, 9, 11, 2, 7, 0, TimeSpan.FromHours(9)), quake.OccurredAt);
        Assert.Equal(("東京湾", 35.5, 139.8, 0, 4.0), (quake.HypocenterName, quake.Latitude, quake.Longitude, quake.DepthKilometers, quake.Magnitude));
        Assert.Equal(SeismicIntensity.UnreportedFiveLowerOrMore, quake.MaxIntensity);
        Assert.Equal([new P2PPoint("東京都", "大手町", false, SeismicIntensity.UnreportedFiveLowerOrMore), new P2PPoint("東京都", "東京都２３区", true, null)], quake.Points);
    }

    [Fact]
    public void NumbersThatStandForUnknown_AreUnknown()
    {
        var quake = Assert.Single(Read(NoHypocenter)).Earthquake!;

        Assert.Equal((string.Empty, null, null, null, null, null), (quake.HypocenterName, quake.Latitude, quake.Longitude, quake.DepthKilometers, quake.Magnitude, quake.MaxIntensity));
    }

    [Fact]
    public void Tsunami_IsRead()
    {
        var report = Assert.Single(Read(Tsunami));

        Assert.Equal([new P2PTsunamiArea("東京湾内湾", "MajorWarning")], report.Tsunami!.Areas);
        Assert.Equal(report.IssuedAt, report.OccurredAt);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""{"id":"e","code":556,"issue":{"time":"2026/09/11 02:07:10"},"earthquake":{"time":"2026/09/11 02:07:00"}}""")]
    [InlineData("""{"id":"e","code":554,"time":"2026/09/11 02:07:10"}""")]
    [InlineData("""{"id":"","code":551,"issue":{"time":"2026/09/11 02:07:10"},"earthquake":{"time":"2026/09/11 02:07:00"}}""")]
    [InlineData("""{"id":"e","code":551,"issue":{"time":"yesterday"},"earthquake":{"time":"2026/09/11 02:07:00"}}""")]
    [InlineData("""{"id":7,"code":"551","issue":[]}""")]
    [InlineData("[1,null,\"x\",[[]]]")]
    public void WhatIsNoReportOfOurs_IsLeftOut(string json) => Assert.Empty(Read(json));

    [Theory]
    [InlineData("")]
    [InlineData("551")]
    [InlineData("{\"id\":")]
    [InlineData("{\"id\":\"\\ud800\",\"code\":551,\"issue\":{\"time\":\"2026/09/11 02:07:10\"}}")]
    [InlineData("[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]")]
    public void WhatIsNotTheApi_IsRefused(string json)
    {
        Assert.False(P2PQuakeReader.Read(Encoding.UTF8.GetBytes(json)).TryGet(out _, out var refusal));

        Assert.Equal("feeds.not-reports", refusal.Code);
    }

    [Fact]
    public void KeptFileWithoutIdAndCode_IsReadByItsMembers()
    {
        using var quake = Line("\uFEFF" + Quake.Replace("\"id\":\"a\",\"code\":551,", "", StringComparison.Ordinal));
        using var tsunami = Line(Tsunami.Replace("\"id\":\"c\",\"code\":552,", "", StringComparison.Ordinal));
        var reports = new[] { quake, tsunami }.Select(line => line.RootElement.GetProperty("facts").GetProperty("reports")[0]).ToList();

        Assert.Equal([551, 552], reports.Select(report => report.GetProperty("code").GetInt32()));
        Assert.All(reports, report => Assert.Equal(JsonValueKind.Null, report.GetProperty("id").ValueKind));
        Assert.Equal("5-?", reports[0].GetProperty("maxIntensity").GetString());
        Assert.Equal("MajorWarning", reports[1].GetProperty("areas")[0].GetProperty("grade").GetString());
    }

    /// <summary>What comes over the network has its id and its code.</summary>
    [Fact]
    public void WithoutIdOrCode_NothingIsTakenFromTheNetwork()
    {
        Assert.Empty(Read(Quake.Replace("\"id\":\"a\",", "", StringComparison.Ordinal)));
        Assert.Empty(Read(Tsunami.Replace("\"code\":552,", "", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("{\"a\":1}")]
    [InlineData("\uFEFF{\"a\":1}")]
    [InlineData("[]")]
    [InlineData("[{\"id\":\"x\",\"code\":555,\"time\":\"2026/09/11 02:07:10.000\",\"areas\":[]}]")]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":[]}")]
    [InlineData("{\"issue\":{\"time\":\"2026/09/11 02:07:10\"},\"areas\":[]}")]
    public void JsonWithoutAReport_IsRefused(string json)
    {
        using var line = Line(json);

        Assert.Equal("feeds.not-reports", line.RootElement.GetProperty("error").GetProperty("code").GetString());
        Assert.NotEmpty(line.RootElement.GetProperty("error").GetProperty("message").GetString()!);
    }

    [Fact]
    public void EveryCollectedFile_IsReadToItsReport()
    {
        var files = Directory.GetFiles(SharedData.Path("p2pquake/epsp_json"), "*.json").Order(StringComparer.Ordinal).ToList();
        var read = new List<string>();
        foreach (var file in files)
        {
            var octets = File.ReadAllBytes(file);
            using var line = Line(octets);
            using var published = JsonDocument.Parse(octets);
            Assert.True(line.RootElement.TryGetProperty("facts", out var facts), file);
            var report = Assert.Single(facts.GetProperty("reports").EnumerateArray().ToList());
            var code = report.GetProperty("code").GetInt32();
            Assert.Equal((file, Expected(published.RootElement)), (file, code));
            var (list, theirs) = code switch { 551 => ("observations", "points"), 552 => ("areas", "areas"), _ => ("forecastAreas", "areas") };
            Assert.Equal((file, published.RootElement.GetProperty(theirs).GetArrayLength()), (file, report.GetProperty(list).GetArrayLength()));
            read.Add(file);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{read.Count} of {files.Count} files are read");
        Assert.True(files.Count >= 70);

        static int Expected(JsonElement published) =>
            !published.TryGetProperty("earthquake", out _) ? 552 : published.GetProperty("issue").TryGetProperty("eventId", out _) ? 556 : 551;
    }

    private static JsonDocument Line(string json) => Line(Encoding.UTF8.GetBytes(json));

    private static JsonDocument Line(byte[] octets)
    {
        using var output = new MemoryStream();
        TelegramJson.Write("f.json", octets, output);
        return JsonDocument.Parse(output.ToArray());
    }

    private static IReadOnlyList<P2PQuakeReport> Read(string json)
    {
        Assert.True(P2PQuakeReader.Read(Encoding.UTF8.GetBytes(json)).TryGet(out var read, out _));
        return [.. read.Select(each => each.Report)];
    }
}
