using System.Text;
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

    [Theory]
    [InlineData("551", Quake)]
    [InlineData("551", NoHypocenter)]
    [InlineData("552", Tsunami)]
    public void FileWithoutIdAndCode_IsRecognisedByItsMembers(string code, string json)
    {
        var bare = string.Concat("\ufeff", json.Replace($"\"code\":{code},", "", StringComparison.Ordinal).Replace("\"id\":", "\"was\":", StringComparison.Ordinal));

        Assert.True(P2PQuakeReader.ReadFile(Encoding.UTF8.GetBytes(bare)).TryGet(out var reports, out _));
        Assert.Equal((string.Empty, code), (reports[0].Id, $"{reports[0].Code}"));
        Assert.StartsWith($$"""{"file":"f","type":"P2PQuake","facts":{"reports":[{"id":null,"code":{{code}},""", Line(bare), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{\"a\":1}")]
    [InlineData("\ufeff{\"a\":1}")]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":[]}")]
    [InlineData("[{\"areas\":[],\"time\":\"2026/09/11 02:07:10\"},1]")]
    [InlineData("{\"code\":555,\"areas\":[],\"cancelled\":false,\"issue\":{\"time\":\"2026/09/11 02:07:10\"}}")]
    [InlineData("{\"earthquake\":{\"time\":\"2026/09/11 02:07:00\"}}")]
    public void FileWithoutARecognisableReport_IsRefused(string json) =>
        Assert.Equal("""{"file":"f","error":{"code":"feeds.not-reports","message":"P2P地震情報として読めません。"}}""", Line(json));

    private static string Line(string json)
    {
        using var output = new MemoryStream();
        TelegramJson.Write("f", Encoding.UTF8.GetBytes(json), output);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static IReadOnlyList<P2PQuakeReport> Read(string json)
    {
        Assert.True(P2PQuakeReader.Read(Encoding.UTF8.GetBytes(json)).TryGet(out var read, out _));
        return [.. read.Select(each => each.Report)];
    }
}
