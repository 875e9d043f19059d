using System.Text;
using Chiyoda.Bousai.Telegrams.Cap;

namespace Chiyoda.Bousai.Telegrams.Tests.Cap;

/// <summary>Which alerts hold: updates and cancellations end what they refer to, whatever came first; what expired, is a test or not for everybody does not hold.</summary>
public sealed class HoldingAlertsTests
{
    private static readonly DateTimeOffset Now = new(2026, 8, 1, 12, 0, 0, TimeSpan.FromHours(9));

    [Fact]
    public void UpdateTakesThePlaceOfWhatItRefersTo_AndCancelEndsIt_InAnyOrder()
    {
        CapSummary[] all =
        [
            Alert("A", 60), Alert("B", 50, "Update", "A", 60), Alert("C", 40, "Update", "B", 50), Alert("D", 30), Alert("E", 20, "Cancel", "D", 30), Alert("F", 10), Alert("F", 10),
        ];
        var random = new Random(20261128);
        for (var n = 0; n < 200; n++)
        {
            random.Shuffle(all);

            Assert.Equal(["F", "C"], Names(all));
        }
    }

    /// <summary>The end of a danger is told by an update, or an alert, of which every statement says so (CAP 1.2 §3.2.2, responseType).</summary>
    [Theory]
    [InlineData("Update")]
    [InlineData("Alert")]
    public void AllClearEndsWhatItRefersTo_AndHoldsNothingItself(string type)
    {
        var (alert, clear) = (Alert("A", 60), Alert("B", 50, type, $"alerts@example.org,A,{Sent(60)}"));
        var said = clear.Replace("<event>Flood</event>", "<event>Flood</event><responseType>AllClear</responseType>", StringComparison.Ordinal);

        Assert.Empty(Names([alert, Of(said)]));
        Assert.Empty(Names([Of(said), alert]));
        Assert.Equal(["A"], Names([alert, Of(said.Replace("Actual", "Test", StringComparison.Ordinal))]));

        // Of two statements one still asks for something: it is no end.
        Assert.Contains("B", Names([alert, Of(said.Replace("</info>", $"</info>{Alerts.Info("<expires>2026-08-02T00:00:00+09:00</expires>")}", StringComparison.Ordinal))]));
        Assert.Contains("B", Names([alert, Of(said.Replace("<responseType>AllClear", "<responseType>Monitor</responseType><responseType>AllClear", StringComparison.Ordinal))]));
    }

    /// <summary>The triple identifies, and an instant may be written in two ways.</summary>
    [Fact]
    public void ReferenceNamesSenderIdentifierAndSent()
    {
        var alert = Alert("A", 60);

        Assert.Empty(Names([alert, Cancel($"alerts@example.org,A,{Now.AddMinutes(-60).UtcDateTime:yyyy-MM-ddTHH:mm:ss}-00:00")]));
        Assert.Equal(["A"], Names([alert, Cancel($"other@example.org,A,{Sent(60)}")]));
        Assert.Equal(["A"], Names([alert, Cancel($"alerts@example.org,A,{Sent(61)}")]));
        Assert.Equal(["A"], Names([alert, Cancel("A")]));
        Assert.Equal(["A"], Names([alert, Cancel($"alerts@example.org,A,{Sent(60)}", status: "Test")]));
        Assert.Equal(["A"], Names([alert, Cancel($"alerts@example.org,A,{Sent(60)}", type: "Ack")]));
    }

    [Theory]
    [InlineData("Exercise", "Public")]
    [InlineData("System", "Public")]
    [InlineData("Test", "Public")]
    [InlineData("Draft", "Public")]
    [InlineData("Actual", "Private")]
    public void WhatIsNotMeantForEverybody_DoesNotHold(string status, string scope)
    {
        var xml = Alerts.Xml(Alerts.Info()).Replace("Actual", status, StringComparison.Ordinal)
            .Replace("<scope>Public</scope>", scope == "Private" ? "<scope>Private</scope><addresses>a</addresses>" : $"<scope>{scope}</scope>", StringComparison.Ordinal);

        Assert.Empty(Names([Of(xml)]));
    }

    [Fact]
    public void AlertHoldsUntilItsLastStatementEnds_AndWithoutAnEndForADay()
    {
        var two = Of(Alerts.Xml(Info("2026-08-01T12:30:00+09:00") + Info("2026-08-01T13:00:00+09:00")));
        var open = Of(Alerts.Xml(Alerts.Info()));

        Assert.Single(CapBoard.InForce([two], Now.AddMinutes(59)));
        Assert.Empty(CapBoard.InForce([two], Now.AddMinutes(60)));
        Assert.Single(CapBoard.InForce([open], open.SentAt + CapSummary.WithoutEnd - TimeSpan.FromSeconds(1)));
        Assert.Empty(CapBoard.InForce([open], open.SentAt + CapSummary.WithoutEnd));
        Assert.Null(open.ExpiresAt);
        Assert.Empty(CapBoard.InForce([Of(Alerts.Xml())], Now));
    }

    /// <summary>A wrong clock, or a forgery, holds nothing for ever.</summary>
    [Fact]
    public void DatesAhead_AreBounded()
    {
        var ahead = Of(Alerts.Xml(Alerts.Info(), sent: "2036-08-01T11:50:00+09:00"));
        var endless = Of(Alerts.Xml(Info("9999-08-01T13:00:00+09:00")));

        Assert.Equal((Now, Now + CapSummary.WithoutEnd), (ahead.SentAt, ahead.EndsAt));
        Assert.Equal(Now + CapSummary.HoldsAtMost, endless.EndsAt);
    }

    [Fact]
    public void TextsAreOneLineEach_InALanguageThatStaffRead()
    {
        var japanese = Alerts.Info().Replace("<category>", "<language>ja-JP</language><category>", StringComparison.Ordinal).Replace("Flood", "洪水", StringComparison.Ordinal);
        var korean = japanese.Replace("ja-JP", "ko-KR", StringComparison.Ordinal).Replace("洪水", "홍수&#10;&#x202e;", StringComparison.Ordinal);

        Assert.Equal("洪水", Of(Alerts.Xml(korean + Alerts.Info() + japanese)).Event);
        Assert.Equal("Flood", Of(Alerts.Xml(korean + Alerts.Info())).Event);
        Assert.Equal("홍수", Of(Alerts.Xml(korean)).Event);
        Assert.Equal(301, Of(Alerts.Xml(Alerts.Info($"<headline>{new string('a', 5_000)}</headline>"))).Headline.Length);
    }

    [Fact]
    public void IndexInRss_IsRead()
    {
        Assert.True(CapIndexReader.Read(Encoding.UTF8.GetBytes($"""
            <rss version="2.0" xmlns:cap="urn:x"><channel><title>t</title><pubDate>Sat, 1 Aug 2026 02:50:00 GMT</pubDate>
            <item><title>T</title><guid isPermaLink="false">1</guid><link> https://example.org/1.cap </link><pubDate>Sat, 01 Aug 2026 11:50:00 +0900</pubDate><cap:event>x</cap:event></item>
            <item><enclosure url="https://example.org/2.cap" length="1" type="application/cap+xml"/><link>file:///etc/hostname</link></item>
            <item>{Alerts.Xml(Alerts.Info()).Split("?>")[1]}</item></channel></rss>
            """)).TryGet(out var index, out _));

        Assert.Equal(new DateTimeOffset(2026, 8, 1, 2, 50, 0, TimeSpan.Zero), index.UpdatedAt);
        Assert.Equal(("1", "T", new Uri("https://example.org/1.cap"), new DateTimeOffset(2026, 8, 1, 2, 50, 0, TimeSpan.Zero)), (index.Entries[0].Id, index.Entries[0].Title, Assert.Single(index.Entries[0].Links), index.Entries[0].UpdatedAt));
        Assert.Equal((new Uri("https://example.org/2.cap"), 1), (Assert.Single(index.Entries[1].Links), index.Entries[1].RefusedLinks));
        Assert.Equal("A-1", index.Entries[2].Alert?.Identifier);
        Assert.Equal(index.Entries[2].Alert!.Identifier, Alerts.Read(index.Entries[2].AlertOctets.ToArray()).Identifier);
    }

    private static IEnumerable<string> Names(IReadOnlyCollection<CapSummary> alerts) => CapBoard.InForce(alerts, Now).Select(alert => alert.Reference.Identifier);

    private static CapSummary Cancel(string references, string status = "Actual", string type = "Cancel") =>
        Of(Alert("X", 5, type, references).Replace("Actual", status, StringComparison.Ordinal));

    private static CapSummary Alert(string identifier, int minutes, string type = "Alert", string? of = null, int ofMinutes = 0) =>
        Of(Alert(identifier, minutes, type, of is null ? string.Empty : $"alerts@example.org,{of},{Sent(ofMinutes)}"));

    private static string Alert(string identifier, int minutes, string type, string references) => Alerts.Xml(
            (references.Length > 0 ? $"<references>{references}</references>" : string.Empty) + Info("2026-08-02T00:00:00+09:00"), sent: Sent(minutes))
        .Replace("A-1", identifier, StringComparison.Ordinal).Replace("<msgType>Alert", $"<msgType>{type}", StringComparison.Ordinal);

    private static string Info(string expires) => Alerts.Info($"<expires>{expires}</expires>");

    private static string Sent(int minutes) => Now.AddMinutes(-minutes).ToString("yyyy-MM-ddTHH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture);

    private static CapSummary Of(string xml) => CapSummary.Of(Alerts.Read(xml), Now, ["ja", "en"]);
}
