using System.Diagnostics;
using System.Text;
using Chiyoda.Bousai.Telegrams.Jma;

namespace Chiyoda.Bousai.Telegrams.Tests.Jma;

public sealed class RefusingBytesTests
{
    private static readonly string Whole = Telegrams.Flood("神田川", Wards.Kanda, "レベル３氾濫警報", "30");

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t")]
    public void NothingAtAll_IsEmpty(string text) => Assert.Equal("telegrams.empty", Telegrams.RefusalOf(text));

    [Fact]
    public void FiftyMegabytes_AreRefusedWithoutReading()
    {
        var watch = Stopwatch.StartNew();

        Assert.Equal("telegrams.too-large", Telegrams.RefusalOf(new byte[50 * 1024 * 1024]));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void TheLargestAllowedSize_IsStillJudged()
    {
        var padded = Whole.Replace("<Headline>", "<Headline>" + new string(' ', JmaTelegramReader.MaxBytes), StringComparison.Ordinal);
        var bytes = Encoding.UTF8.GetBytes(padded);

        Assert.Equal("telegrams.too-large", Telegrams.RefusalOf(bytes));
        var over = bytes.Length - JmaTelegramReader.MaxBytes;
        Assert.Equal(
            "VXKO", Telegrams.Read(padded.Replace("<Headline>" + new string(' ', over), "<Headline>", StringComparison.Ordinal)).Type);
    }

    [Fact]
    public void AnotherEncoding_IsRefusedAsSuch()
    {
        Assert.Equal("telegrams.encoding", Telegrams.RefusalOf(Encoding.Unicode.GetBytes(Whole)));
        Assert.Equal("telegrams.encoding", Telegrams.RefusalOf([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Whole)]));
        Assert.Equal("telegrams.encoding", Telegrams.RefusalOf(Encoding.BigEndianUnicode.GetBytes(Whole)));

        // «通常» in Shift_JIS
        byte[] shiftJis = [.. "<Report><Status>"u8, 0x92, 0xCA, 0x8F, 0xED, .. "</Status></Report>"u8];
        Assert.Equal("telegrams.encoding", Telegrams.RefusalOf(shiftJis));
        Assert.Equal("telegrams.encoding", Telegrams.RefusalOf(Whole.Replace("\"UTF-8\"", "\"Shift_JIS\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void ByteOrderMarkAndMissingDeclaration_AreNoFaults()
    {
        var without = Whole[(Whole.IndexOf("?>", StringComparison.Ordinal) + 2)..].TrimStart();

        Assert.Equal("VXKO", Telegrams.Read([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Whole)]).Type);
        Assert.Equal("VXKO", Telegrams.Read(without).Type);
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("{\"json\":true}")]
    [InlineData("<Report")]
    [InlineData("<?xml version=\"1.0\"?>")]
    [InlineData("<a><b></a></b>")]
    public void WhatIsNotXml_IsRefusedAsSuch(string text) => Assert.Equal("telegrams.not-xml", Telegrams.RefusalOf(text));

    [Fact]
    public void OtherXml_IsNotJma()
    {
        Assert.Equal("telegrams.not-jma", Telegrams.RefusalOf("<alert xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\"/>"));
        Assert.Equal("telegrams.not-jma", Telegrams.RefusalOf("<Report/>"));
        Assert.Equal("telegrams.not-jma", Telegrams.RefusalOf("<Report xmlns=\"http://xml.kishou.go.jp/elsewhere/\"/>"));
    }

    [Theory]
    [InlineData("<Title>指定河川洪水予報</Title>", "")]
    [InlineData("<Status>通常</Status>", "")]
    [InlineData("<DateTime>2026-08-01T02:50:10Z</DateTime>", "<DateTime>きょう</DateTime>")]
    [InlineData("<ReportDateTime>2026-08-01T11:50:00+09:00</ReportDateTime>", "")]
    [InlineData("2026-08-01T11:50:00+09:00", "2026-08-01T11:50:00")]
    [InlineData("<InfoType>発表</InfoType>", "")]
    public void MissingPartOfTheEnvelope_IsRefusedAsSuch(string part, string instead) => Assert.Equal(
        "telegrams.incomplete-envelope", Telegrams.RefusalOf(Whole.Replace(part, instead, StringComparison.Ordinal)));

    [Fact]
    public void EnvelopeWithoutHead_IsIncomplete() => Assert.Equal(
        "telegrams.incomplete-envelope", Telegrams.RefusalOf("<Report xmlns=\"http://xml.kishou.go.jp/jmaxml1/\"/>"));

    [Fact]
    public void EntityExpansionAttack_IsRefusedInBoundedTime()
    {
        var bytes = SharedData.Bytes("cap/alerts/google_cap_library/xee.cap");
        var watch = Stopwatch.StartNew();

        Assert.Equal("telegrams.dtd", Telegrams.RefusalOf(bytes));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(1));
    }

    [Theory]
    [InlineData("<!DOCTYPE Report [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>", "&b;")]
    [InlineData("<!DOCTYPE Report SYSTEM \"file:///etc/passwd\">", "")]
    [InlineData("<!-- c --><?p i?>\n<!DOCTYPE Report [<!ENTITY x SYSTEM \"http://127.0.0.1:1/\">]>", "&x;")]
    public void OwnTelegramWithADocumentType_IsRefused(string documentType, string entity)
    {
        var at = Whole.IndexOf("<Report", StringComparison.Ordinal);
        var attack = Whole.Insert(at, documentType).Replace("本文", "本文" + entity, StringComparison.Ordinal);

        Assert.Equal("telegrams.dtd", Telegrams.RefusalOf(attack));
    }

    [Fact]
    public void ThousandsOfNestedElements_AreRefusedNotFollowed()
    {
        var deep = string.Concat(Enumerable.Repeat("<Notice>", 100_000)) + string.Concat(Enumerable.Repeat("</Notice>", 100_000));
        var xml = Telegrams.Xml("府県気象情報", body: deep);

        Assert.Equal("telegrams.not-xml", Telegrams.RefusalOf(xml));
    }
}
