using Chiyoda.Bousai.TestHub;
using Chiyoda.Bousai.TestServices.FeedServer;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Feeds.Polling;

/// <summary>Telegrams from JMA's lists over real HTTP: each once, nothing missed, and silence is never «none».</summary>
public sealed class AskingJmaFeedsTests
{
    [Fact]
    public async Task TelegramOfAList_IsFetched_AndProposes_AndWhatIsInForceIsKnown()
    {
        var file = string.Empty;
        await using var day = await FeedDay.StartAsync(day => file = day.PublishFlood(4));

        await Eventually.TrueAsync(async () => (await day.Staff.ProposalsAsync()).Count == 1, "the telegram proposes");
        await day.BecomesAsync("known");
        Assert.Equal("feed", Assert.Single(await day.TelegramsAsync()).GetProperty("source").GetString());
        Assert.Equal(1, day.Server.Asked(file));
        Assert.Equal(1, day.Server.Asked("extra_l"));
        Assert.All(day.Server.Requests, request => Assert.Equal("Chiyoda.Bousai/1.0", request.UserAgent));
    }

    [Fact]
    public async Task UnchangedList_Answers304_WhichCountsAsHeard()
    {
        await using var day = await FeedDay.StartAsync();
        await day.BecomesAsync("known");

        // Within the minute in which the server renews nothing.
        for (var round = 0; round < 3; round++)
        {
            await day.RoundAsync(TimeSpan.FromSeconds(11));
        }

        Assert.Contains(day.Server.Requests, request => request is { Status: 304, IfNoneMatch.Length: > 0 });
        Assert.True(day.Server.Asked("extra") >= 4);
        Assert.Equal("known", await day.StateAsync());
        Assert.Equal(string.Empty, (await day.ListAsync("extra")).GetProperty("error").GetString());
    }

    [Fact]
    public async Task SameTelegram_IsNotFetchedAgain_OverRestartsAndByLongLists()
    {
        var file = string.Empty;
        await using var day = await FeedDay.StartAsync(day => file = day.PublishFlood(4));
        await day.RoundAsync();
        await day.StopHubAsync();
        day.Clock.Advance(TimeSpan.FromHours(1));

        await day.StartHubAsync();

        Assert.Equal(2, day.Server.Asked("extra_l"));
        Assert.Equal(1, day.Server.Asked(file));
    }

    [Fact]
    public async Task TwoNodes_AskOnce()
    {
        await using var day = await FeedDay.StartAsync();
        await using var other = await day.NewHubAsync();
        var file = day.PublishFlood(4);
        var before = day.Server.Asked("eqvol");

        await day.RoundAsync();

        await Eventually.TrueAsync(async () => (await day.TelegramsAsync()).Count == 1, "it is fetched");
        Assert.Equal(1, day.Server.Asked(file));
        Assert.InRange(day.Server.Asked("eqvol") - before, 1, 2);
    }

    /// <summary>The short list holds ten minutes and the long one is renewed hourly: until then nobody can say that nothing was missed.</summary>
    [Fact]
    public async Task AfterALongGap_WhatWasMissedComesFromTheLongList_AndUntilThenNothingIsCalledKnown()
    {
        await using var day = await FeedDay.StartAsync();
        await day.BecomesAsync("known");
        day.Server.Fail("extra", new FeedFault.Status(503));
        await day.RoundAsync(TimeSpan.FromMinutes(5));
        day.PublishFlood(4);
        await day.RoundAsync(TimeSpan.FromMinutes(25));
        Assert.NotEqual("known", await day.StateAsync());
        day.Server.Heal("extra");

        await day.RoundAsync();

        Assert.Empty(await day.TelegramsAsync());
        Assert.NotEqual("known", await day.StateAsync());
        Assert.NotEqual(System.Text.Json.JsonValueKind.Null, (await day.ListAsync("extra")).GetProperty("holeUntil").ValueKind);

        await day.RoundAsync(TimeSpan.FromMinutes(25));

        await Eventually.TrueAsync(async () => (await day.TelegramsAsync()).Count == 1, "the long list has it");
        await day.BecomesAsync("known");
        Assert.Single(await day.Staff.ProposalsAsync());
    }

    /// <summary>What was issued before the long list begins and still holds is in no list (domain §1.1): the lists alone make nothing known.</summary>
    [Fact]
    public async Task FreshHub_IsNotKnownByListsAlone_UntilASummaryListsTheWard()
    {
        await using var day = await FeedDay.StartAsync(isSummed: false);
        await day.RoundAsync();
        Assert.Equal("unknown", await day.StateAsync());
        Assert.Equal(7, (await day.FeedsAsync()).GetProperty("missingFamilies").GetArrayLength());

        // Of a tsunami they hold every word that can still count.
        Assert.Equal("known", (await day.Hub.GetAsync("/api/v1/warnings")).GetProperty("tsunamiState").GetString());
        day.PublishSummary(4);
        await day.RoundAsync();

        await day.BecomesAsync("known");
        Assert.Equal(4, Assert.Single((await day.Hub.GetAsync("/api/v1/warnings")).GetProperty("items").EnumerateArray()).GetProperty("level").GetInt32());
    }

    [Fact]
    public async Task FreshHub_IsKnownOnceEveryFamilyCame_OverGapsThatTheListsCover()
    {
        string[] files = [.. Directory.EnumerateFiles(Path.Combine(Repository.Config, "exercises/heavy-rain"), "*.xml").Where(file => Path.GetFileName(file)[..2] is "01" or "02").Order(StringComparer.Ordinal)];
        await using var day = await FeedDay.StartAsync(Publish(files[..4]), isSummed: false);
        await day.RoundAsync(TimeSpan.FromMinutes(6));
        Assert.Equal("unknown", await day.StateAsync());

        Publish(files[4..])(day);
        await day.RoundAsync();

        await day.BecomesAsync("known");

        static Action<FeedDay> Publish(string[] files) => day =>
        {
            foreach (var file in files)
            {
                var type = Path.GetFileName(file).Split('_')[1];
                day.Server.Publish("extra", $"{day.Clock.GetUtcNow().UtcDateTime:yyyyMMddHHmmss}_0_{type}_130000.xml", File.ReadAllBytes(file));
            }
        };
    }

    /// <summary>What the database has from before counts while the long lists cover the gap, and no longer.</summary>
    [Theory]
    [InlineData(20, "known")]
    [InlineData(60, "unknown")]
    public async Task KnownBeforeAGap_IsKnownAfterIt_WhereTheLongListsCoverIt(int hours, string state)
    {
        await using var day = await FeedDay.StartAsync();
        await day.BecomesAsync("known");
        await day.StopHubAsync();
        day.Clock.Advance(TimeSpan.FromHours(hours));

        await day.StartHubAsync();
        await day.RoundAsync(TimeSpan.FromHours(1));
        await day.RoundAsync();

        await Eventually.TrueAsync(async () => (await day.ListAsync("extra")).GetProperty("holeUntil").ValueKind == System.Text.Json.JsonValueKind.Null, "the hole is closed");
        await day.BecomesAsync(state);
        day.PublishSummary();
        await day.RoundAsync();
        await day.BecomesAsync("known");
    }

    /// <summary>A bare sign of life over another way does not close the hole of a list.</summary>
    [Fact]
    public async Task OpenHole_KeepsTsunamiFromReadingAsNone()
    {
        await using var day = await FeedDay.StartAsync();
        await day.BecomesAsync("known");
        day.Server.Fail("eqvol", new FeedFault.Status(503));
        await day.RoundAsync(TimeSpan.FromMinutes(25));
        day.Server.Heal("eqvol");
        await day.RoundAsync();
        Assert.NotEqual(System.Text.Json.JsonValueKind.Null, (await day.ListAsync("eqvol")).GetProperty("holeUntil").ValueKind);

        await day.Hub.HeartbeatAsync(complete: false);

        Assert.NotEqual("known", (await day.Hub.GetAsync("/api/v1/warnings")).GetProperty("tsunamiState").GetString());
    }

    [Fact]
    public async Task ShortGap_IsCoveredByTheShortList()
    {
        await using var day = await FeedDay.StartAsync();
        await day.BecomesAsync("known");
        day.Server.Fail("extra", new FeedFault.Status(500));
        await day.RoundAsync(TimeSpan.FromMinutes(4));
        day.PublishFlood(4);
        day.Server.Heal("extra");

        await day.RoundAsync(TimeSpan.FromMinutes(4));

        await day.BecomesAsync("known");
        Assert.Single(await day.TelegramsAsync());
        Assert.Equal(1, day.Server.Asked("extra_l"));
    }

    [Fact]
    public async Task ListsAreSyncedAnewEverySixHours()
    {
        await using var day = await FeedDay.StartAsync(settings: new Dictionary<string, string?> { ["JmaFeeds:ShortHolds"] = "01:00:00" });
        for (var round = 0; round < 7; round++)
        {
            Assert.Equal(1, day.Server.Asked("extra_l"));
            await day.RoundAsync(TimeSpan.FromMinutes(52));
        }

        Assert.Equal(2, day.Server.Asked("extra_l"));
    }

    [Fact]
    public async Task Pauses_GrowWithFailures_UpToFiveMinutes_AndTheSourceIsMarked()
    {
        await using var day = await FeedDay.StartAsync();
        day.Server.Fail("extra", new FeedFault.Status(500));

        foreach (var minutes in new[] { 1, 2, 4, 5, 5 })
        {
            await day.RoundAsync();
            var list = await day.ListAsync("extra");
            Assert.Equal("feeds.status-500", list.GetProperty("error").GetString());
            var pause = list.GetProperty("nextAt").GetDateTimeOffset() - list.GetProperty("askedAt").GetDateTimeOffset();
            Assert.Equal(TimeSpan.FromMinutes(minutes), pause);
        }

        Assert.Equal(5, (await day.ListAsync("extra")).GetProperty("failures").GetInt32());
        Assert.Equal(0, (await day.ListAsync("eqvol")).GetProperty("failures").GetInt32());
    }

    /// <summary>Once when it begins and once when it ends, however many rounds lie between.</summary>
    [Fact]
    public async Task SilenceAndItsEnd_StandInTheChronologyOnceEach()
    {
        await using var day = await FeedDay.StartAsync();
        await day.BecomesAsync("known");
        day.Server.Fail("extra", new FeedFault.Status(500));
        for (var round = 0; round < 4; round++)
        {
            await day.RoundAsync(TimeSpan.FromMinutes(2));
        }

        await Eventually.TrueAsync(async () => (await day.NotesAsync()).Count == 1, "the silence is noted");
        Assert.Equal("stale", await day.StateAsync());
        day.Server.Heal("extra");
        await day.RoundAsync();
        await Eventually.TrueAsync(async () => (await day.NotesAsync()).Count == 2, "its end is noted");
        await day.RoundAsync();

        Assert.Equal(["feeds.source-silent", "feeds.source-back"], await day.NotesAsync());
        Assert.NotEqual(System.Text.Json.JsonValueKind.Null, (await day.SourceAsync()).GetProperty("gapFrom").ValueKind);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(-7)]
    public async Task ServerWhoseClockIsWrong_IsReadAllTheSame(int minutes)
    {
        await using var day = await FeedDay.StartAsync(day =>
        {
            day.Server.Skew = TimeSpan.FromMinutes(minutes);
            day.PublishFlood(4);
        });

        await Eventually.TrueAsync(async () => (await day.TelegramsAsync()).Count == 1, "it is fetched");
    }

    [Fact]
    public async Task WrongOrderAndDuplicates_ChangeNothing()
    {
        await using var day = await FeedDay.StartAsync();
        var first = day.PublishFlood(4);
        day.Clock.Advance(TimeSpan.FromSeconds(90));
        var second = day.PublishFlood(null, 2);
        day.Server.Fail("extra", new FeedFault.Shuffled());

        await day.RoundAsync();

        await Eventually.TrueAsync(async () => (await day.TelegramsAsync()).Count == 2, "both are fetched");
        Assert.Equal((1, 1), (day.Server.Asked(first), day.Server.Asked(second)));
        Assert.Empty((await day.Hub.GetAsync("/api/v1/warnings")).GetProperty("items").EnumerateArray());
    }

    /// <summary>Bulletins of other prefectures' offices are left where they are.</summary>
    [Fact]
    public async Task OtherPrefecture_IsNotFetched()
    {
        await using var day = await FeedDay.StartAsync();
        var at = day.Clock.GetUtcNow();
        var elsewhere = $"{at.UtcDateTime:yyyyMMddHHmmss}_0_VPWW55_270000.xml";
        day.Server.Publish("extra", elsewhere, "<Report/>"u8.ToArray());
        var national = $"{at.UtcDateTime:yyyyMMddHHmmss}_0_VPZJ50_010000.xml";
        day.Server.Publish("extra", national, Floods.Telegram(Floods.Arakawa, 3, at));

        await day.RoundAsync();

        await Eventually.TrueAsync(() => Task.FromResult(day.Server.Asked(national) == 1), "the national one is fetched");
        Assert.Equal(0, day.Server.Asked(elsewhere));
    }

    [Fact]
    public async Task DayBudget_StopsAsking_AndTheSourceFallsSilent()
    {
        await using var day = await FeedDay.StartAsync(settings: new Dictionary<string, string?> { ["JmaFeeds:OctetsPerDay"] = "1000000" });
        await day.BecomesAsync("known");
        var random = new byte[1_200_000];
        new Random(1).NextBytes(random);
        day.Server.Publish("extra", "20260601000000_0_VZZZ00_010000.xml", random);
        await day.RoundAsync();
        var asked = day.Server.Asked("eqvol");

        await day.RoundAsync();

        Assert.Equal("feeds.budget", (await day.ListAsync("extra")).GetProperty("error").GetString());
        Assert.True(day.Server.Asked("eqvol") <= asked + 1);
    }
}
