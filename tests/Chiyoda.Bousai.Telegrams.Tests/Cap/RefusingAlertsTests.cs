using System.Globalization;
using System.Text;
using Chiyoda.Bousai.Telegrams.Cap;

namespace Chiyoda.Bousai.Telegrams.Tests.Cap;

/// <summary>What is not a valid alert is refused with the rule, and attacks at little cost.</summary>
public sealed class RefusingAlertsTests
{
    [Theory]
    [InlineData("<sender>alerts@example.org</sender>", "", "cap.missing-element", "sender")]
    [InlineData("<scope>Public</scope>", "", "cap.missing-element", "scope")]
    [InlineData("<scope>Public</scope>", "<scope>public</scope>", "cap.value", "Restricted")]
    [InlineData("<scope>Public</scope>", "<scope>Public</scope><scope>Public</scope>", "cap.unexpected-element", "scope")]
    [InlineData("<scope>Public</scope>", "<scope>Public</scope><source>s</source>", "cap.unexpected-element", "source")]
    [InlineData("<scope>Public</scope>", "<scope>Public</scope><x xmlns=\"urn:x\"/>", "cap.unexpected-element", "x")]
    [InlineData("<scope>Public</scope>", "<scope>Public</scope>text", "cap.text", "alert")]
    [InlineData("<scope>Public</scope>", "<scope a=\"b\">Public</scope>", "cap.attribute", "scope")]
    [InlineData("+09:00", "Z", "cap.value", "-00:00")]
    [InlineData("+09:00", "", "cap.value", "sent")]
    public void BrokenRule_IsNamed(string part, string instead, string code, string named)
    {
        var refusal = Alerts.Refused(Encoding.UTF8.GetBytes(Alerts.Xml().Replace(part, instead, StringComparison.Ordinal)));

        Assert.Equal(code, refusal.Code);
        Assert.Contains(named, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("CAP 1.2", refusal.Message, StringComparison.Ordinal);
    }

    /// <summary>A program that does not know what it has asks by the root: how large or crowded an alert is does not make it a telegram of JMA.</summary>
    [Theory]
    [InlineData(5 * 1024 * 1024, 0, "cap.too-large")]
    [InlineData(0, 21_000, "cap.too-many")]
    public void WhatIsTooLargeOrCrowded_IsStillAMatterOfCap(int padding, int parameters, string code)
    {
        var more = string.Concat(Enumerable.Repeat("<parameter><valueName>a</valueName><value>=</value></parameter>", parameters));
        var xml = Alerts.Xml().Replace("</alert>", $"{more}{new string(' ', padding)}</alert>", StringComparison.Ordinal);
        var bytes = Encoding.UTF8.GetBytes(xml);

        Assert.True(CapDetection.IsForCap(bytes));
        Assert.Equal(code, Alerts.RefusalOf(bytes));
    }

    /// <summary>The root element alone may be larger or more crowded than what is read to find it.</summary>
    [Theory]
    [InlineData("", "")]
    [InlineData("cap:", "<!-- a --><?a b?>")]
    [InlineData("", "<!DOCTYPE alert [<!ENTITY a \"b\">]>")]
    public void RootFullOfAttributes_IsStillAMatterOfCap(string prefix, string before)
    {
        var attributes = string.Concat(Enumerable.Range(0, 30_000).Select(number => string.Create(CultureInfo.InvariantCulture, $" a{number}=\"1\"")));
        var bytes = Encoding.UTF8.GetBytes($"<?xml version=\"1.0\"?>{before}<{prefix}alert{attributes} xmlns:cap=\"urn:oasis:names:tc:emergency:cap:1.2\"/>");

        Assert.True(CapDetection.IsForCap(bytes));
        Assert.Equal("cap.too-many", Alerts.RefusalOf(bytes));
    }

    [Theory]
    [InlineData("Report")]
    [InlineData("alerts")]
    [InlineData("警報")]
    public void AnotherRootThatCannotBeRead_IsNoMatterOfCap(string name)
    {
        var attributes = string.Concat(Enumerable.Range(0, 30_000).Select(number => string.Create(CultureInfo.InvariantCulture, $" a{number}=\"1\"")));

        Assert.False(CapDetection.IsForCap(Encoding.UTF8.GetBytes($"<{name}{attributes}/>")));
        Assert.False(CapDetection.IsForCap(Encoding.ASCII.GetBytes($"<?xml version=\"1.0\" encoding=\"Shift_JIS\"?><{name}/>")));
    }

    [Theory]
    [InlineData("windows-1252")]
    [InlineData("Shift_JIS")]
    public void AnAlertInAnotherEncoding_IsAMatterOfCap_AndIsToldWhichAreRead(string encoding)
    {
        var bytes = Encoding.ASCII.GetBytes(Alerts.Xml().Replace("UTF-8", encoding, StringComparison.OrdinalIgnoreCase));

        Assert.True(CapDetection.IsForCap(bytes));
        Assert.Contains("ISO-8859-1", Alerts.Refused(bytes).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ATelegramOfJma_IsNoMatterOfCap() =>
        Assert.False(CapDetection.IsForCap(Encoding.UTF8.GetBytes(Telegrams.Flood("神田川", Wards.Kanda, "レベル４氾濫危険警報", "40"))));

    [Theory]
    [InlineData("<feed xmlns=\"http://www.w3.org/2005/Atom\"/>", "cap.atom")]
    [InlineData("<EDXLDistribution xmlns=\"urn:oasis:names:tc:emergency:EDXL:DE:1.0\"/>", "cap.edxl")]
    [InlineData("<alert/>", "cap.unknown-version")]
    [InlineData("<alert xmlns=\"urn:oasis:names:tc:emergency:cap:1.3\"/>", "cap.unknown-version")]
    [InlineData("<info xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\"/>", "cap.not-alert")]
    [InlineData("<Alert xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\"/>", "cap.not-alert")]
    [InlineData("", "cap.not-xml")]
    [InlineData("<alert xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\">", "cap.not-xml")]
    [InlineData("<alert xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\"><identifier>&x;</identifier></alert>", "cap.not-xml")]
    public void OtherDocuments_AreToldApart(string xml, string code) => Assert.Equal(code, Alerts.RefusalOf(xml));

    [Fact]
    public void WhatFollowsTheAlert_IsRead() => Assert.Equal("cap.not-xml", Alerts.RefusalOf(Alerts.Xml() + "<more/>"));

    [Theory]
    [InlineData("<!DOCTYPE alert [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>")]
    [InlineData("<!DOCTYPE alert SYSTEM \"file:///etc/hostname\">")]
    [InlineData("<!DOCTYPE alert [<!ENTITY % x SYSTEM \"http://127.0.0.1:1/\"> %x;]>")]
    [InlineData("<!DOCTYPE alert>")]
    public void DocumentType_IsRefused(string declaration)
    {
        var xml = Alerts.Xml();

        Assert.Equal("cap.dtd", Alerts.RefusalOf(xml.Insert(xml.IndexOf("<alert", StringComparison.Ordinal), declaration)));
    }

    [Fact]
    public void CollectedEntityAttack_IsRefused() => Assert.Equal("cap.dtd", Alerts.RefusalOf(Alerts.Collected("google_cap_library/xee.cap")));

    public static TheoryData<string, string, string> Attacks => new()
    {
        { "size", Alerts.Xml($"<note>{new string('a', 6 * 1024 * 1024)}</note>"), "cap.too-large" },
        { "depth", Alerts.Xml(after: $"<o xmlns=\"http://www.w3.org/2000/09/xmldsig#\">{Repeat("<a>", 200_000)}"), "cap.too-many" },
        { "depth of wrong elements", Alerts.Xml(Repeat("<info>", 300_000)), "cap.unexpected-element" },
        { "elements", Alerts.Xml(Repeat("<info/>", 1).Replace("<info/>", Repeat(Alerts.Info(), 20_000), StringComparison.Ordinal)), "cap.too-many" },
        { "name", Alerts.Xml($"<{new string('a', 3_000_000)}/>"), "cap.unexpected-element" },
        { "value", Alerts.Xml(sent: new string('1', 3_000_000)), "cap.value" },
        { "codes", Alerts.Xml(Repeat("<code/>", 100_000)), "cap.too-many" },
        { "attribute", Alerts.Xml(after: $"<o xmlns=\"http://www.w3.org/2000/09/xmldsig#\" a=\"{new string('a', 3_000_000)}\"").Replace("</alert>", "/></alert><", StringComparison.Ordinal), "cap.not-xml" },
        { "attributes", Alerts.Xml(after: $"<o xmlns=\"http://www.w3.org/2000/09/xmldsig#\" {Many(300_000, i => $"a{i}=\"\" ")}/>") + "<", "cap.too-many" },
        { "namespaces", Alerts.Xml(after: $"<o xmlns=\"http://www.w3.org/2000/09/xmldsig#\" {Many(120_000, i => $"xmlns:a{i}=\"urn:{i}\" ")}/>") + "<", "cap.too-many" },
    };

    [Theory]
    [MemberData(nameof(Attacks), DisableDiscoveryEnumeration = true)]
    public void Attack_IsRefusedWithinAFewTimesItsSize(string name, string xml, string code)
    {
        var bytes = Encoding.UTF8.GetBytes(xml);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var refusal = Alerts.Refused(bytes);

        Assert.Equal(code, refusal.Code);
        Assert.True(refusal.Message.Length < 300, refusal.Message);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(allocated < 128 * 1024 * 1024, $"{name}: {allocated:N0} bytes were allocated for {bytes.Length:N0}.");
    }

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static string Many(int times, Func<int, string> make) => string.Concat(Enumerable.Range(0, times).Select(make));
}
