using System.Text;
using System.Text.Json;
using Chiyoda.Bousai.Telegrams.Cap;
using Chiyoda.Bousai.Telegrams.Jma;

namespace Chiyoda.Bousai.Telegrams.Tests.Cap;

/// <summary>What an alert says, and that notation does not matter.</summary>
public sealed class ReadingAlertsTests
{
    [Fact]
    public void EveryElement_IsAFact()
    {
        var alert = Alerts.Read(Versions.All[2].Xml);
        var info = Assert.Single(alert.Infos);
        var resource = Assert.Single(info.Resources);
        var area = Assert.Single(info.Areas);

        Assert.Equal(
            (CapVersion.V12, "A-1", "alerts@example.org", "Actual", "Update", "s", "Public", "r", "a", "n", "i"),
            (alert.Version, alert.Identifier, alert.Sender, alert.Status, alert.MsgType, alert.Source, alert.Scope, alert.Restriction, alert.Addresses, alert.Note, alert.Incidents));
        Assert.Equal(new CapInstant("2026-08-01T11:50:00+09:00", new DateTimeOffset(2026, 8, 1, 11, 50, 0, TimeSpan.FromHours(9))), alert.Sent);
        Assert.Equal(["c"], alert.Codes);
        Assert.Equal("alerts@example.org,A-0,2026-08-01T11:00:00+09:00", alert.References);
        Assert.Equal(
            ("en-US", "Met", "Flood", "Evacuate", "Immediate", "Severe", "Likely", "a", "2026-08-01T11:51:00+09:00", "2026-08-01T11:52:00+09:00", "2026-08-01T11:53:00+09:00"),
            (info.Language, Assert.Single(info.Categories), info.Event, Assert.Single(info.ResponseTypes), info.Urgency, info.Severity, info.Certainty, info.Audience,
                info.Effective?.Text, info.Onset?.Text, info.Expires?.Text));
        Assert.Equal(
            ("s", "h", "d", "i", "http://example.org/", "c"),
            (info.SenderName, info.Headline, info.Description, info.Instruction, info.Web, info.Contact));
        Assert.Equal(new CapResource("r", "image/gif", "12", "http://example.org/a.gif", "AA==", "d"), resource);
        Assert.Equal(("a", "1,2 3,4 5,6 1,2", "1,2 3", "1", "2"), (area.AreaDesc, Assert.Single(area.Polygons), Assert.Single(area.Circles), area.Altitude, area.Ceiling));
        foreach (var named in new[] { info.EventCodes, info.Parameters, area.Geocodes })
        {
            Assert.Equal(new CapNamedValue("SAME", "FLW"), Assert.Single(named));
        }
    }

    /// <summary>CAP 1.0 writes «name=value» as one text; its password is nobody's business.</summary>
    [Fact]
    public void Version10_IsReadIntoTheSameFacts()
    {
        var alert = Alerts.Read(Versions.All[0].Xml.Replace("<geocode>SAME=FLW</geocode>", "<geocode>x</geocode>", StringComparison.Ordinal));

        Assert.Equal(CapVersion.V10, alert.Version);
        Assert.Equal(new CapNamedValue("SAME", "FLW"), Assert.Single(alert.Infos[0].EventCodes));
        Assert.Equal(new CapNamedValue(null, "x"), Assert.Single(alert.Infos[0].Areas[0].Geocodes));
        Assert.Equal(CapVersion.V11, Alerts.Read(Versions.All[1].Xml).Version);
    }

    [Fact]
    public void WhatIsNotSaid_IsNull()
    {
        var alert = Alerts.Read(Alerts.Xml(Alerts.Info()));

        Assert.Null(alert.Source);
        Assert.Null(alert.Infos[0].Language);
        Assert.Null(alert.Infos[0].Expires);
        Assert.Empty(alert.Infos[0].Areas);
        Assert.Empty(Alerts.Read(Alerts.Xml()).Infos);
    }

    [Fact]
    public void InstantWithoutOffset_IsNoKnownInstant()
    {
        var sent = Alerts.Read(Versions.All[1].Xml.Replace(Versions.All[1].Sent, "2026-08-01T11:50:00", StringComparison.Ordinal)).Sent;

        Assert.Equal(new CapInstant("2026-08-01T11:50:00", null), sent);
    }

    [Fact]
    public void EndOfADay_IsTheNextDay() => Assert.Equal(
        new DateTimeOffset(2026, 8, 2, 0, 0, 0, TimeSpan.FromHours(9)), Alerts.Read(Alerts.Xml(sent: "2026-08-01T24:00:00+09:00")).Sent.At);

    [Fact]
    public void PrefixesCommentsInstructionsAndMark_DoNotMatter()
    {
        const string Prefixed = """
            <?xml version="1.0"?><!-- first --><?xml-stylesheet href="a.xsl"?>
            <cap:alert xmlns:cap="urn:oasis:names:tc:emergency:cap:1.2" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:oasis:names:tc:emergency:cap:1.2 CAP-v1.2.xsd">
            <cap:identifier>A<!-- in between -->-1</cap:identifier><cap:sender><![CDATA[s]]></cap:sender><cap:sent> 2026-08-01T11:50:00-00:00 </cap:sent>
            <cap:status>Test</cap:status><cap:msgType>Cancel</cap:msgType><cap:scope>Public</cap:scope></cap:alert><!-- last -->
            """;

        var alert = Alerts.Read([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Prefixed)]);

        Assert.Equal(("A-1", "s", "2026-08-01T11:50:00-00:00"), (alert.Identifier, alert.Sender, alert.Sent.Text));
    }

    [Fact]
    public void DeclaredEncodings_AreRead()
    {
        var xml = Alerts.Xml(Alerts.Info("<headline>Überflutung</headline>"));

        Assert.Equal("Überflutung", Alerts.Read(Encoding.Latin1.GetBytes(xml.Replace("UTF-8", "ISO-8859-1", StringComparison.Ordinal))).Infos[0].Headline);
        Assert.Equal("Überflutung", Alerts.Read([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(xml.Replace("UTF-8", "UTF-16", StringComparison.Ordinal))]).Infos[0].Headline);
        Assert.Equal("cap.not-xml", Alerts.RefusalOf(Encoding.Latin1.GetBytes(xml)));
        Assert.Equal("cap.not-xml", Alerts.RefusalOf(Encoding.Latin1.GetBytes(xml.Replace("UTF-8", "no-such", StringComparison.Ordinal))));
    }

    /// <summary>The line of <c>hub read --json</c>, with the element names of the standard.</summary>
    [Fact]
    public void Line_HasTheNamesOfTheStandard()
    {
        var line = Line(Encoding.UTF8.GetBytes(Versions.All[2].Xml));
        var facts = line.GetProperty("facts");
        var info = facts.GetProperty("info")[0];

        Assert.Equal("CAP", line.GetProperty("type").GetString());
        Assert.Equal(
            ["identifier", "sender", "sent", "status", "msgType", "source", "scope", "restriction", "addresses", "code", "note", "references", "incidents", "info", "signature", "version"],
            facts.EnumerateObject().Select(each => each.Name));
        Assert.Equal(
            [
                "language", "category", "event", "responseType", "urgency", "severity", "certainty", "audience", "eventCode", "effective", "onset", "expires",
                "senderName", "headline", "description", "instruction", "web", "contact", "parameter", "resource", "area",
            ],
            info.EnumerateObject().Select(each => each.Name));
        Assert.Equal(["resourceDesc", "mimeType", "size", "uri", "derefUri", "digest"], info.GetProperty("resource")[0].EnumerateObject().Select(each => each.Name));
        Assert.Equal(["areaDesc", "polygon", "circle", "geocode", "altitude", "ceiling"], info.GetProperty("area")[0].EnumerateObject().Select(each => each.Name));
        Assert.Equal("""{"valueName":"SAME","value":"FLW"}""", info.GetProperty("eventCode")[0].GetRawText());
        Assert.Equal("none", facts.GetProperty("signature").GetString());
        Assert.Equal("1.2", facts.GetProperty("version").GetString());
    }

    [Fact]
    public void RefusedAlert_IsALineWithTheRule()
    {
        var error = Line(Encoding.UTF8.GetBytes(Alerts.Xml().Replace("<scope>Public</scope>", "", StringComparison.Ordinal))).GetProperty("error");

        Assert.Equal("cap.missing-element", error.GetProperty("code").GetString());
        Assert.Contains("scope", error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    private static JsonElement Line(byte[] bytes)
    {
        using var json = new MemoryStream();
        TelegramJson.Write("a.bin", bytes, json);
        return JsonDocument.Parse(json.ToArray()).RootElement;
    }
}
