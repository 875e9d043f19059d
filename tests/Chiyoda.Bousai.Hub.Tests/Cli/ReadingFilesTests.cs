using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Cli;

/// <summary><c>hub read PATH... --json</c>: a JSON line for every file and nothing else.</summary>
[RunsOnce]
public sealed class ReadingFilesTests
{
    [Fact]
    public async Task EveryFile_IsOneJsonLine_TheUnreadableToo()
    {
        using var folder = new TemporaryFolder();
        var at = new DateTimeOffset(2026, 6, 1, 2, 14, 0, TimeSpan.FromHours(9));
        folder.Write("a.xml", Floods.Telegram(Floods.Kanda, 4, at, serial: 7, status: "訓練"));
        folder.Write("b.xml", "<Report"u8);
        folder.Write("c.xml", []);
        folder.Write("d.txt", "not looked at in a folder"u8);
        var named = folder.Write("e.dat", Floods.Telegram(Floods.Arakawa, 3, at, infoType: "取消"));

        var read = await HubProcess.RunAsync("read", folder.Path, named, "--json");

        Assert.Equal((0, string.Empty), (read.Status, read.Error));
        var lines = read.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal([folder.PathOf("a.xml"), folder.PathOf("b.xml"), folder.PathOf("c.xml"), named], lines.Select(line => line.GetProperty("file").GetString()));
        Assert.Equal(
            ("訓練", "発表", Floods.Kanda, 7, at),
            (Text(lines[0], "status"), Text(lines[0], "infoType"), Text(lines[0], "eventId"), lines[0].GetProperty("serial").GetInt32(), lines[0].GetProperty("reportedAt").GetDateTimeOffset()));
        Assert.EndsWith("+09:00", Text(lines[0], "reportedAt"), StringComparison.Ordinal);
        Assert.Equal(4, lines[0].GetProperty("facts").GetProperty("items")[0].GetProperty("level").GetInt32());
        Assert.Equal(["telegrams.not-xml", "telegrams.empty"], lines[1..3].Select(line => Text(line.GetProperty("error"), "code")));
        Assert.All(lines[1..3], line => Assert.NotEmpty(Text(line.GetProperty("error"), "message")));
        Assert.Equal("取消", Text(lines[3], "infoType"));
    }

    /// <summary>Alerts are told by their root, whatever the name of the file says.</summary>
    [Fact]
    public async Task AlertsAndTelegrams_AreReadSideBySide()
    {
        const string Alert = """
            <c:alert xmlns:c="urn:oasis:names:tc:emergency:cap:1.2"><c:identifier>A-1</c:identifier><c:sender>alerts@example.org</c:sender>
            <c:sent>2026-08-01T11:50:00-00:00</c:sent><c:status>Test</c:status><c:msgType>Cancel</c:msgType><c:scope>Public</c:scope></c:alert>
            """;
        using var folder = new TemporaryFolder();
        var alert = folder.Write("alert.dat", Encoding.UTF8.GetBytes(Alert));
        var broken = folder.Write("broken.xml", Encoding.UTF8.GetBytes(Alert.Replace("Cancel", "Cancelled", StringComparison.Ordinal)));
        var telegram = folder.Write("telegram.cap", Floods.Telegram(Floods.Kanda, 4, new DateTimeOffset(2026, 6, 1, 2, 14, 0, TimeSpan.FromHours(9))));

        var read = await HubProcess.RunAsync("read", alert, broken, telegram, "--json");

        Assert.Equal((0, string.Empty), (read.Status, read.Error));
        var lines = read.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(("CAP", "A-1", "none"), (Text(lines[0], "type"), Text(lines[0].GetProperty("facts"), "identifier"), Text(lines[0].GetProperty("facts"), "signature")));
        Assert.Equal("cap.value", Text(lines[1].GetProperty("error"), "code"));
        Assert.Equal("VXKO", Text(lines[2], "type"));
    }

    /// <summary>Receivers keep telegrams without extensions, packed, and beside other things: how a file begins decides.</summary>
    [Fact]
    public async Task FolderIsReadByContent_WhateverFilesAreCalled()
    {
        using var folder = new TemporaryFolder();
        var at = new DateTimeOffset(2026, 6, 1, 2, 14, 0, TimeSpan.FromHours(9));
        var telegram = Floods.Telegram(Floods.Kanda, 4, at);
        folder.Write("1", telegram);
        folder.Write("2.bin", [.. Encoding.UTF8.Preamble, .. "\n "u8, .. "<alert/>"u8]);
        folder.Write("3.json", """[{"id":"a","code":552,"cancelled":false,"issue":{"time":"2026/06/01 02:14:00","type":"Focus"},"areas":[{"name":"東京湾内湾","grade":"Watch"}]}]"""u8);
        folder.Write("4.gz", Packed(telegram));
        folder.Write("5.gz", [0x1f, 0x8b, 1, 2, 3]);
        folder.Write("6.txt", "not looked at in a folder"u8);
        folder.Write("7.json", "{\"code\":"u8);
        folder.Write("8.json", """{"a":1}"""u8);
        folder.Write("9.json", [.. Encoding.UTF8.Preamble, .. """{"issue":{"time":"2026/06/01 02:14:00","type":"Focus"},"cancelled":true,"areas":[]}"""u8]);

        var read = await HubProcess.RunAsync("read", folder.Path, "--json");

        Assert.Equal((0, string.Empty), (read.Status, read.Error));
        var lines = read.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["1", "2.bin", "3.json", "4.gz", "5.gz", "7.json", "8.json", "9.json"], lines.Select(line => Path.GetFileName(Text(line, "file"))));
        Assert.Equal(
            ["VXKO", "cap.unknown-version", "P2PQuake", "VXKO", "telegrams.encoding", "feeds.not-reports", "feeds.not-reports", "P2PQuake"],
            lines.Select(line => line.TryGetProperty("error", out var error) ? Text(error, "code") : Text(line, "type")));
        Assert.Equal("Watch", Text(lines[2].GetProperty("facts").GetProperty("reports")[0].GetProperty("areas")[0], "grade"));
    }

    /// <summary>What a reader does not take is not loaded either: a file without end is answered like a large one, and so is one that unpacks without end.</summary>
    [Fact]
    public async Task SizeIsJudgedFirst()
    {
        using var folder = new TemporaryFolder();
        var bomb = folder.Write("bomb.gz", Packed(new byte[64 * 1024 * 1024]));
        var closed = Path.Combine(folder.Path, "away.xml");
        File.CreateSymbolicLink(closed, Path.Combine(folder.Path, "nothing"));

        var read = await HubProcess.RunAsync("read", "/dev/zero", folder.Path, "--json");

        Assert.Equal(0, read.Status);
        var codes = read.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).Select(line => (Text(line, "file"), Text(line.GetProperty("error"), "code")));
        Assert.Equal([("/dev/zero", "telegrams.too-large"), (closed, "telegrams.file-closed"), (bomb, "telegrams.too-large")], codes);
    }

    [Fact]
    public async Task HugeFile_IsRefusedLikeAnyOther()
    {
        using var folder = new TemporaryFolder();
        var huge = folder.Write("huge.xml", new byte[50 * 1024 * 1024]);

        var read = await HubProcess.RunAsync("read", huge, "--json");

        Assert.Equal(0, read.Status);
        Assert.Equal("telegrams.too-large", Text(JsonDocument.Parse(read.Output).RootElement.GetProperty("error"), "code"));
    }

    /// <summary>A name that is wrong keeps nobody from reading the others.</summary>
    [Fact]
    public async Task MissingPath_HasItsLine_AndTheOthersAreRead()
    {
        using var folder = new TemporaryFolder();
        var at = new DateTimeOffset(2026, 6, 1, 2, 14, 0, TimeSpan.FromHours(9));
        var missing = Path.Combine(folder.Path, "away.xml");
        var telegram = folder.Write("a.xml", Floods.Telegram(Floods.Kanda, 4, at));

        var read = await HubProcess.RunAsync("read", missing, telegram, string.Empty, "--json");
        var none = await HubProcess.RunAsync("read", missing, "--json");

        Assert.Equal((0, string.Empty), (read.Status, read.Error));
        var lines = read.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal([missing, telegram, string.Empty], lines.Select(line => Text(line, "file")));
        Assert.Equal(
            ["telegrams.file-closed", "VXKO", "telegrams.file-closed"], lines.Select(line => line.TryGetProperty("error", out var error) ? Text(error, "code") : Text(line, "type")));
        Assert.Equal(2, none.Status);
        Assert.Equal("telegrams.file-closed", Text(JsonDocument.Parse(none.Output).RootElement.GetProperty("error"), "code"));
    }

    private static byte[] Packed(byte[] octets)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(octets);
        }

        return packed.ToArray();
    }

    private static string Text(JsonElement item, string name) => item.GetProperty(name).GetString()!;
}
