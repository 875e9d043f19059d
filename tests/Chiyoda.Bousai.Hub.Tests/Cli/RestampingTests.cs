using System.Text;
using Chiyoda.Bousai.Hub.Cli;
using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Cli;

/// <summary>Moving a telegram to now: every date-time by the same span, the status 訓練, nothing else.</summary>
public sealed class RestampingTests
{
    private static readonly DateTimeOffset Then = new(2026, 6, 1, 2, 0, 0, TimeSpan.FromHours(9));

    private static readonly DateTimeOffset Release = new(2026, 12, 31, 23, 59, 30, 750, TimeSpan.FromHours(9));

    [Theory]
    [InlineData("通常")]
    [InlineData("訓練")]
    [InlineData("試験")]
    public void EveryDateTime_MovesByTheSameSpan_AndTheStatusIsTraining(string status)
    {
        var moved = Text(Restamp.Apply(Floods.Telegram(Floods.Kanda, 4, Then, 7, status), Release));

        Assert.Contains("<ReportDateTime>2026-12-31T23:59:30+09:00</ReportDateTime>", moved, StringComparison.Ordinal);
        Assert.Contains("<TargetDateTime>2026-12-31T23:59:30+09:00</TargetDateTime>", moved, StringComparison.Ordinal);
        Assert.Contains("<DateTime>2026-12-31T14:59:30Z</DateTime>", moved, StringComparison.Ordinal);
        Assert.Contains("<Status>訓練</Status>", moved, StringComparison.Ordinal);
        Assert.Equal(
            Text(Floods.Telegram(Floods.Kanda, 4, Release.AddMilliseconds(-750), 7, "訓練")),
            moved);
    }

    [Fact]
    public void ReportTime_IsNeverInTheFuture()
    {
        var moved = Restamp.Apply(Floods.Telegram(Floods.Kanda, 4, Then), Release);

        Assert.True(Telegrams.Jma.JmaTelegramReader.Read(moved).TryGet(out var telegram, out _));
        Assert.InRange(Release - telegram.Head.ReportedAt, TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void FractionsOfASecondAndOtherOffsets_MoveToo()
    {
        var octets = Replace(Floods.Telegram(Floods.Kanda, 4, Then), "<Body xmlns=\"http://xml.kishou.go.jp/jmaxml1/body/meteorology1/\"/>",
            "<Body xmlns=\"http://xml.kishou.go.jp/jmaxml1/body/meteorology1/\"><Note>2026-05-31T17:30:00.250Z</Note><Note>2026-05-31T12:00:00-05:00</Note></Body>");

        var moved = Text(Restamp.Apply(octets, Release));

        Assert.Contains("<Note>2026-12-31T15:29:30Z</Note>", moved, StringComparison.Ordinal);
        Assert.Contains("<Note>2026-12-31T09:59:30-05:00</Note>", moved, StringComparison.Ordinal);
    }

    /// <summary>A prefix is as good as none in XML: a moved telegram that still said 通常 would be taken for real.</summary>
    [Fact]
    public void StatusWithAPrefix_IsTrainingAllTheSame()
    {
        var octets = Replace(
            Floods.Telegram(Floods.Kanda, 4, Then), "<Report xmlns=", "<Report xmlns:j=\"http://xml.kishou.go.jp/jmaxml1/\" xmlns=", "<Status>通常</Status>", "<j:Status>通常</j:Status>");

        Assert.Contains("<j:Status>訓練</j:Status>", Text(Restamp.Apply(octets, Release)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<Status>&#36890;&#24120;</Status>")]
    [InlineData("<Status><![CDATA[通常]]></Status>")]
    [InlineData("<!-- <Status>通常</Status> --><Status>&#36890;常</Status>")]
    public void StatusThatCannotBeSet_IsNotMovedAtAll(string status)
    {
        var octets = Replace(Floods.Telegram(Floods.Kanda, 4, Then), "<Status>通常</Status>", status);

        Assert.Throws<InvalidDataException>(() => Restamp.Apply(octets, Release));
    }

    [Fact]
    public void WhatIsNoTelegram_StaysAsItIs()
    {
        var octets = "<Report><ReportDateTime>2026-06-01T02:00:00+09:00"u8.ToArray();

        Assert.Same(octets, Restamp.Apply(octets, Release));
    }

    [Fact]
    public void ByteOrderMarkAndLineEnds_AreKept()
    {
        byte[] octets = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text(Floods.Telegram(Floods.Kanda, 4, Then)).ReplaceLineEndings("\r\n"))];

        var moved = Restamp.Apply(octets, Release);

        Assert.True(moved.AsSpan().StartsWith(Encoding.UTF8.Preamble));
        Assert.Equal(octets.Count(octet => octet == '\r'), moved.Count(octet => octet == '\r'));
    }

    private static byte[] Replace(byte[] octets, params string[] pairs)
    {
        var text = Text(octets);
        for (var i = 0; i < pairs.Length; i += 2)
        {
            Assert.Contains(pairs[i], text, StringComparison.Ordinal);
            text = text.Replace(pairs[i], pairs[i + 1], StringComparison.Ordinal);
        }

        return Encoding.UTF8.GetBytes(text);
    }

    private static string Text(byte[] octets) => Encoding.UTF8.GetString(octets);
}
