using System.Text;
using Chiyoda.Bousai.Hub.Hosting;
using Chiyoda.Bousai.TestHub;
using Chiyoda.Bousai.TestServices.FeedServer;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Feeds.Polling;

/// <summary>A server that is broken or hostile: bounded, refused by a stable code, and nothing half is taken for whole.</summary>
public sealed class FaultyFeedsTests
{
    private static readonly Dictionary<string, (FeedFault Fault, string Error)> Faults = new()
    {
        ["404"] = (new FeedFault.Status(404), "feeds.status-404"),
        ["500"] = (new FeedFault.Status(500), "feeds.status-500"),
        ["nothing at all"] = (new FeedFault.Silent(), "feeds.timed-out"),
        ["half a body"] = (new FeedFault.HalfBody(), "feeds.cut-short"),
        ["a length that is too small"] = (new FeedFault.LengthTooSmall(), "feeds.not-atom"),
        ["a length that is too great"] = (new FeedFault.LengthTooGreat(), "feeds.cut-short"),
        ["no end"] = (new FeedFault.Endless(), "*"),
        ["a packed bomb"] = (new FeedFault.PackedBomb(), "feeds.too-large"),
        ["octets that are not packed"] = (new FeedFault.NotPacked(), "feeds.packing"),
        ["a redirect to itself"] = (new FeedFault.RedirectToItself(), "feeds.redirected"),
        ["a redirect to a file"] = (new FeedFault.RedirectTo(new Uri("file:///etc/hostname")), "feeds.redirected"),
        ["a document type"] = (new FeedFault.Body("<!DOCTYPE feed [<!ENTITY a \"b\">]><feed xmlns=\"http://www.w3.org/2005/Atom\"/>"u8.ToArray()), "feeds.dtd"),
        ["another document"] = (new FeedFault.Body("<rss version=\"2.0\"/>"u8.ToArray()), "feeds.not-atom"),
        ["an empty body"] = (new FeedFault.Body([]), "feeds.not-atom"),
        ["elements nested deep"] = (new FeedFault.Body(Encoding.ASCII.GetBytes("<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry>" + string.Concat(Enumerable.Repeat("<a>", 200_000)))), "feeds.not-atom"),
    };

    [Fact]
    public async Task BrokenList_MarksTheSource_AndWhatItHidComesWhenItIsWell()
    {
        await using var day = await FeedDay.StartAsync();
        var published = 0;
        foreach (var (kind, (fault, error)) in Faults)
        {
            day.Server.Fail("extra", fault);
            var file = day.PublishFlood(4, ++published);

            await day.RoundAsync();

            var list = await day.ListAsync("extra");
            Assert.Equal((kind, 1), (kind, list.GetProperty("failures").GetInt32()));
            Assert.Equal((kind, error), (kind, error == "*" ? error : list.GetProperty("error").GetString()));
            Assert.Equal(published - 1, (await day.TelegramsAsync()).Count);
            day.Server.Heal("extra");
            await day.RoundAsync();
            await Eventually.TrueAsync(async () => (await day.TelegramsAsync()).Count == published, $"the telegram is fetched after {kind}");
            Assert.Equal(1, day.Server.Asked(file));
            Assert.Equal(string.Empty, (await day.ListAsync("extra")).GetProperty("error").GetString());
        }
    }

    /// <summary>Staff press while a list is in hand that does not answer: its pause does not overwrite what they wish.</summary>
    [Fact]
    public async Task WishWhileAListIsInHand_IsNotLost()
    {
        await using var day = await FeedDay.StartAsync();
        day.Server.Fail("extra", new FeedFault.Silent());
        day.Clock.Advance(TimeSpan.FromMinutes(1));
        await day.WishAsync();
        await Eventually.TrueAsync(
            async () => (await day.ListAsync("extra")).GetProperty("isBeingAsked").GetBoolean() && day.Server.IsWaiting("extra"), "the list is in hand");
        day.Server.Heal("extra");
        var file = day.PublishFlood(4);
        day.Clock.Advance(TimeSpan.FromSeconds(30));

        await day.WishAsync();

        // The first question times out; the clock stands still, so that a pause would last for ever.
        await Eventually.TrueAsync(async () => (await day.TelegramsAsync()).Count == 1, "the list is asked again at once");
        Assert.Equal(1, day.Server.Asked(file));
        Assert.Equal(0, (await day.ListAsync("extra")).GetProperty("failures").GetInt32());
    }

    [Fact]
    public async Task BrokenTelegram_IsAskedForAgain_AndNeverKeptHalf()
    {
        await using var day = await FeedDay.StartAsync();
        var published = 0;
        foreach (var kind in new[] { "half a body", "a length that is too small", "a length that is too great", "500", "404", "nothing at all" })
        {
            var file = day.PublishFlood(4, published + 1);
            day.Server.Fail(file, Faults[kind].Fault);
            await day.RoundAsync();
            Assert.Equal((kind, published), (kind, (await day.TelegramsAsync()).Count));
            Assert.Equal(1, (await day.ListAsync("extra")).GetProperty("waiting").GetInt32());
            day.Server.Heal(file);

            await day.RoundAsync();

            var telegrams = await day.TelegramsAsync();
            Assert.Equal((kind, ++published), (kind, telegrams.Count));
            Assert.All(telegrams, telegram => Assert.Equal("accepted", telegram.GetProperty("outcome").GetString()));
            Assert.Equal(0, (await day.ListAsync("extra")).GetProperty("waiting").GetInt32());
        }
    }

    /// <summary>What a telegram's address may not do: it is given up at once, and the source is marked.</summary>
    [Fact]
    public async Task TelegramThatLeadsOnOrNeverEnds_IsGivenUp_AndTheSourceIsMarked()
    {
        await using var day = await FeedDay.StartAsync();
        var published = 0;
        foreach (var (kind, refusal) in new[] { ("a redirect to itself", "feeds.redirected"), ("a packed bomb", "feeds.too-large"), ("octets that are not packed", "feeds.packing") })
        {
            var file = day.PublishFlood(4, ++published);
            day.Server.Fail(file, Faults[kind].Fault);

            await day.RoundAsync();
            await day.RoundAsync();

            Assert.Equal(refusal, (await day.ListAsync("extra")).GetProperty("refusal").GetString());
            Assert.Equal((kind, 1), (kind, day.Server.Asked(file)));
        }

        Assert.Empty(await day.TelegramsAsync());
    }

    /// <summary>A telegram that does not come keeps its source from being heard: what it says is not known.</summary>
    [Fact]
    public async Task TelegramThatDoesNotCome_MakesWhatIsInForceStale()
    {
        await using var day = await FeedDay.StartAsync();
        await day.BecomesAsync("known");
        day.Server.Fail(day.PublishFlood(4), new FeedFault.Status(500));

        for (var round = 0; round < 5; round++)
        {
            await day.RoundAsync();
        }

        Assert.Equal("stale", await day.StateAsync());
    }

    /// <summary>What is no whole document thrice is what the issuer published: it is kept and shown as unreadable.</summary>
    [Fact]
    public async Task TelegramThatStaysBroken_IsKeptAsUnreadable()
    {
        await using var day = await FeedDay.StartAsync();
        day.Server.Publish("extra", "20260601000000_0_VXKO50_1.xml", "<Report><Head>"u8.ToArray());

        for (var round = 0; round < 3; round++)
        {
            await day.RoundAsync();
        }

        Assert.Equal("unreadable", Assert.Single(await day.TelegramsAsync()).GetProperty("outcome").GetString());
    }

    private static readonly Dictionary<string, string> Links = new()
    {
        ["file:///etc/hostname"] = "feeds.link-insecure",
        ["ftp://127.0.0.1/a.xml"] = "feeds.link-insecure",
        ["http://192.0.2.1/a.xml"] = "feeds.link-insecure",
        ["https://www.example.com/a.xml"] = "feeds.link-elsewhere",
        ["http://127.0.0.1:1/a.xml"] = "feeds.link-elsewhere",
        ["http://user:word@127.0.0.1/a.xml"] = "feeds.link-malformed",
        ["//127.0.0.1/a.xml"] = "feeds.link-malformed",
        ["a.xml"] = "feeds.link-malformed",
        [string.Empty] = "feeds.link-malformed",
    };

    [Fact]
    public async Task LinkThatLeadsElsewhere_IsRefusedOnce_AndTheOthersAreFetched()
    {
        await using var day = await FeedDay.StartAsync();
        var published = 0;
        foreach (var (address, refusal) in Links)
        {
            day.PublishFlood(4, ++published);
            day.Server.Fail("extra", new FeedFault.LinkTo(address));
            await day.RoundAsync();
            var first = await day.ListAsync("extra");
            Assert.Equal((address, refusal, 0), (address, first.GetProperty("refusal").GetString(), first.GetProperty("failures").GetInt32()));

            await day.RoundAsync();

            Assert.Equal(first.GetProperty("refusedAt").GetRawText(), (await day.ListAsync("extra")).GetProperty("refusedAt").GetRawText());
            Assert.Equal(published, (await day.TelegramsAsync()).Count);
        }
    }

    [Theory]
    [InlineData("https://www.data.jma.go.jp/developer/xml/feed/", "an exercise takes none")]
    [InlineData("https://jma.go.jp/", "an exercise takes none")]
    [InlineData("http://192.0.2.1/feed/", "must be https")]
    [InlineData("file:///etc/", "no address")]
    [InlineData("http://127.0.0.1/feed", "ending in a slash")]
    [InlineData("", "no address")]
    public async Task Exercise_DoesNotStartWithAFeedItMayNotAsk(string address, string reason)
    {
        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => RunningHub.StartAsync(
            settings: new Dictionary<string, string?> { ["JmaFeeds:Enabled"] = "true", ["JmaFeeds:Base"] = address }));

        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
        Assert.Contains("JmaFeeds:Base", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>A source that is asked more seldom than the limit of silence would fall silent between two questions.</summary>
    [Theory]
    [InlineData("JmaFeeds")]
    [InlineData("P2PQuake")]
    [InlineData("Gauges")]
    [InlineData("ForeignAlerts")]
    public async Task IntervalAboveTheLimitOfSilence_DoesNotStart(string section)
    {
        var on = new Dictionary<string, string?>
        {
            [$"{section}:Enabled"] = "true",
            [$"{section}:Base"] = "http://127.0.0.1:9/",
            [$"{section}:Socket"] = string.Empty,
            [$"{section}:Addresses"] = "http://127.0.0.1:9/list",
        };

        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => RunningHub.StartAsync(
            settings: new Dictionary<string, string?>(on) { [$"{section}:Every"] = "00:01:00", ["Feeds:SilentAfter"] = "00:01:00" }));
        var invalid = await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(() => RunningHub.StartAsync(
            settings: new Dictionary<string, string?>(on) { [$"{section}:Every"] = "00:02:30", ["Feeds:SilentAfter"] = "01:00:00" }));

        Assert.Contains($"{section}:Every", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Every", invalid.Message, StringComparison.Ordinal);
    }
}
