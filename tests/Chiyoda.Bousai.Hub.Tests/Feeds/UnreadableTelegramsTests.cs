using System.Net;
using System.Net.Http.Json;
using System.Text;
using Chiyoda.Bousai.Hub.Features.Feeds;
using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Feeds;

/// <summary>Whatever comes in is kept, shown to staff and counted; nothing is dropped, nothing falls over.</summary>
public sealed class UnreadableTelegramsTests
{
    private static readonly byte[] Sound = Floods.Telegram(Floods.Kanda, 4, new DateTimeOffset(2026, 6, 1, 2, 14, 0, TimeSpan.FromHours(9)));

    private static readonly Dictionary<string, (byte[] Octets, string Code)> Bad = new()
    {
        ["empty"] = ([], "telegrams.empty"),
        ["blank"] = ("  \r\n"u8.ToArray(), "telegrams.empty"),
        ["truncated in the middle"] = (Sound[..(Sound.Length / 2)], "telegrams.not-xml"),
        ["truncated by one octet"] = (Sound[..^1], "telegrams.not-xml"),
        ["UTF-16 with a mark"] = ([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(Sound))], "telegrams.encoding"),
        ["UTF-16 without a mark"] = (Encoding.BigEndianUnicode.GetBytes(Encoding.UTF8.GetString(Sound)), "telegrams.encoding"),
        ["declared as Shift_JIS"] = (Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Sound).Replace("UTF-8", "Shift_JIS", StringComparison.Ordinal)), "telegrams.encoding"),
        ["octets that are no text"] = ([.. Enumerable.Range(0, 4096).Select(n => (byte)((n * 7919) >> 3))], "*"),
        ["only zeros"] = (new byte[4096], "*"),
        ["a document type"] = (Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Sound).Replace("<Report ", "<!DOCTYPE Report [<!ENTITY a \"b\">]><Report ", StringComparison.Ordinal)), "telegrams.dtd"),
        ["JSON"] = ("{\"type\":\"VXKO50\"}"u8.ToArray(), "telegrams.not-xml"),
        ["XML of another kind"] = ("<rss version=\"2.0\"/>"u8.ToArray(), "telegrams.not-jma"),
        ["elements nested 100,000 deep"] = (Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("<a>", 100_000))), "*"),
        ["9 MB"] = ([.. Sound, .. Enumerable.Repeat((byte)' ', 9 * 1024 * 1024)], "telegrams.too-large"),
    };

    public static TheoryData<string> Kinds => [.. Bad.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task UnreadableTelegram_IsAcceptedAsUnreadable_StoredShownAndCounted(string kind)
    {
        var (octets, code) = Bad[kind];
        await using var hub = await RunningHub.StartAsync();
        using var viewer = await hub.SignInAsync("Viewer");

        var receipt = await hub.PublishTelegramAsync(octets);

        Assert.Equal("unreadable", receipt.Outcome);
        var list = await viewer.GetAsync("/api/v1/telegrams");
        Assert.Equal(1, list.GetProperty("unreadable").GetInt32());
        var row = list.GetProperty("items")[0];
        Assert.Equal((receipt.TelegramId, "unreadable", octets.Length), (row.GetProperty("id").GetGuid(), row.GetProperty("outcome").GetString(), row.GetProperty("length").GetInt32()));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(octets)), row.GetProperty("sha256").GetString());
        if (code != "*")
        {
            Assert.Equal(code, row.GetProperty("refusalCode").GetString());
        }

        var kept = await viewer.Http.GetByteArrayAsync($"/api/v1/telegrams/{receipt.TelegramId}");
        Assert.Equal(octets.AsSpan(0, Math.Min(octets.Length, kept.Length)).ToArray(), kept);
        Assert.Contains("読めない電文", (await viewer.GetAsync("/api/v1/chronology")).GetProperty("items")[0].GetProperty("summary").GetString(), StringComparison.Ordinal);
        Assert.Contains(receipt.TelegramId.ToString(), await viewer.Http.GetStringAsync("/hq/telegrams"), StringComparison.Ordinal);
        Assert.Equal("duplicate", (await hub.PublishTelegramAsync(octets)).Outcome);
    }

    [Fact]
    public async Task FiftyMegabytesInChunks_AreHashedWholeAndNotHeldInMemory()
    {
        await using var hub = await RunningHub.StartAsync();
        using var viewer = await hub.SignInAsync("Viewer");
        const int Length = 50 * 1024 * 1024;

        using var answer = await hub.PostTelegramAsync(new StreamContent(new Zeros(Length)));

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal("unreadable", (await answer.Content.ReadFromJsonAsync<Receipt>())!.Outcome);
        var row = (await viewer.GetAsync("/api/v1/telegrams")).GetProperty("items")[0];
        Assert.Equal((Length, "telegrams.too-large"), (row.GetProperty("length").GetInt32(), row.GetProperty("refusalCode").GetString()));
        Assert.InRange((await viewer.Http.GetByteArrayAsync($"/api/v1/telegrams/{row.GetProperty("id").GetGuid()}")).Length, 1, 9 * 1024 * 1024);
        Assert.Equal("accepted", (await hub.PublishTelegramAsync(Sound)).Outcome);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a-feed-key-for-tests-onl")]
    [InlineData("A-FEED-KEY-FOR-TESTS-ONLY")]
    public async Task WrongKey_IsRefused_AndNothingIsKept(string? key)
    {
        await using var hub = await RunningHub.StartAsync();
        using var viewer = await hub.SignInAsync("Viewer");

        await Answers.RefusedAsync(hub.PostTelegramAsync(new ByteArrayContent(Sound), key), HttpStatusCode.Unauthorized, "feeds.wrong-key");

        Assert.Empty((await viewer.GetAsync("/api/v1/telegrams")).GetProperty("items").EnumerateArray());
    }

    /// <summary>A sender that hangs up has not sent a telegram.</summary>
    [Fact]
    public async Task SenderThatBreaksOff_LeavesNothingHalf()
    {
        await using var hub = await RunningHub.StartAsync();
        using var viewer = await hub.SignInAsync("Viewer");
        using var connection = new System.Net.Sockets.TcpClient();
        await connection.ConnectAsync(hub.Url.Host, hub.Url.Port);
        await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /api/v1/telegrams HTTP/1.1\r\nHost: {hub.Url.Authority}\r\nX-Feed-Key: {RunningHub.FeedKey}\r\nContent-Length: 100000\r\n\r\n<Report"));
        connection.Close();

        Assert.Equal("accepted", (await hub.PublishTelegramAsync(Sound)).Outcome);
        Assert.Single((await viewer.GetAsync("/api/v1/telegrams")).GetProperty("items").EnumerateArray());
    }

    private sealed class Zeros(int length) : Stream
    {
        private int _left = length;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = Math.Min(count, _left);
            _left -= read;
            Array.Clear(buffer, offset, read);
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }

    /// <summary>Read, and not understood: staff are told where they look, with the level that its name carries.</summary>
    [Fact]
    public async Task UnknownCode_IsRaisedToStaff_WithTheLevelOfItsName()
    {
        var clock = new MovableClock();
        await using var hub = await RunningHub.StartAsync(adjust: services => Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddSingleton<TimeProvider>(services, clock));
        using var viewer = await hub.SignInAsync("Viewer");
        Assert.DoesNotContain("知らない語や符号のある管内の電文", await viewer.Http.GetStringAsync("/hq"), StringComparison.Ordinal);

        await hub.PublishTelegramAsync(Alerts.UnknownRain("レベル４大雨危険警報改", "44", clock.GetUtcNow()));

        var first = await viewer.Http.GetStringAsync("/hq");
        Assert.Contains("知らない語や符号のある管内の電文が、24時間以内に 1 通あります", first, StringComparison.Ordinal);
        Assert.Contains("名前に警戒レベル4を含みます", first, StringComparison.Ordinal);
        Assert.Contains("href=\"/hq/telegrams#noticed\"", first, StringComparison.Ordinal);
        var list = await viewer.Http.GetStringAsync("/hq/telegrams");
        Assert.Contains("id=\"noticed\"", list, StringComparison.Ordinal);
        Assert.Contains("要確認（警戒レベル4の名前）", list, StringComparison.Ordinal);
        Assert.Equal(1, (await viewer.GetAsync("/api/v1/telegrams")).GetProperty("noticed").GetInt32());
        clock.Advance(TimeSpan.FromHours(25));
        using var later = await hub.SignInAsync("Viewer");
        Assert.Equal(0, (await later.GetAsync("/api/v1/telegrams")).GetProperty("noticed").GetInt32());
    }
}
