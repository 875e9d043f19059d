using System.Net;
using System.Text.Json;
using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Chronology;

/// <summary><c>GET /api/v1/chronology</c>: a cursor that loses nothing, for staff whole, for the public what is public.</summary>
public sealed class ReadingTheChronologyTests
{
    [Fact]
    public async Task Paging_GivesEveryEntryOnceAndInOrder()
    {
        await using var hub = await RunningHub.StartAsync();
        using var desks = await Desks.OpenAsync(hub);
        await IssueAsync(hub, desks);
        var whole = Items(await desks.Author.GetAsync("/api/v1/chronology?limit=500"));

        var paged = new List<JsonElement>();
        JsonElement page;
        long after = 0;
        do
        {
            page = await desks.Author.GetAsync($"/api/v1/chronology?after={after}&limit=2");
            Assert.InRange(Items(page).Count, 0, 2);
            paged.AddRange(Items(page));
            after = page.GetProperty("through").GetInt64();
        }
        while (page.GetProperty("more").GetBoolean());

        Assert.Equal(whole.Select(Sequence), paged.Take(whole.Count).Select(Sequence));
        Assert.Equal(Enumerable.Range(1, paged.Count).Select(n => (long)n), paged.Select(Sequence));
        Assert.Equal(page.GetProperty("head").GetProperty("sequence").GetInt64(), after);
        Assert.Equal(page.GetProperty("head").GetProperty("hash").GetString(), paged[^1].GetProperty("hash").GetString());
    }

    [Fact]
    public async Task BehindTheEnd_ThereIsNothingAndNoMore()
    {
        await using var hub = await RunningHub.StartAsync();

        var page = await hub.GetAsync("/api/v1/chronology?after=1000&limit=10");

        Assert.Empty(Items(page));
        Assert.Equal((1000, false, 0), (page.GetProperty("through").GetInt64(), page.GetProperty("more").GetBoolean(), page.GetProperty("head").GetProperty("sequence").GetInt64()));
    }

    [Fact]
    public async Task Limit_IsAtMost500()
    {
        await using var hub = await RunningHub.StartAsync();
        using var viewer = await hub.SignInAsync("Viewer");
        for (var i = 0; i < 510; i++)
        {
            Assert.Equal("unreadable", (await hub.PublishTelegramAsync(BitConverter.GetBytes(i))).Outcome);
        }

        var page = await viewer.GetAsync("/api/v1/chronology?after=0&limit=100000");

        Assert.Equal(500, Items(page).Count);
        Assert.Equal((500, true, 510), (page.GetProperty("through").GetInt64(), page.GetProperty("more").GetBoolean(), page.GetProperty("head").GetProperty("sequence").GetInt64()));
    }

    [Theory]
    [InlineData("after=x")]
    [InlineData("limit=x")]
    [InlineData("after=99999999999999999999")]
    public async Task CursorThatIsNoNumber_IsAProblemWithACode(string query)
    {
        await using var hub = await RunningHub.StartAsync();

        await Answers.RefusedAsync(hub.Public.GetAsync($"/api/v1/chronology?{query}"), HttpStatusCode.BadRequest, "hub.bad-request");
    }

    [Fact]
    public async Task Public_SeesPublicEntriesOnly_AndNoNameOfStaff()
    {
        await using var hub = await RunningHub.StartAsync();
        using var desks = await Desks.OpenAsync(hub);
        await IssueAsync(hub, desks);

        var seen = await hub.GetAsync("/api/v1/chronology");
        var kinds = Items(seen).Select(item => item.GetProperty("kind").GetString()!).Distinct().ToList();

        Assert.Equal(["warnings.changed", "evacuation.order-issued"], kinds);
        Assert.DoesNotContain("試験", seen.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("当直", seen.GetRawText(), StringComparison.Ordinal);
        var staff = await desks.Releaser.GetAsync("/api/v1/chronology");
        Assert.Contains("試験 Releaser", staff.GetRawText(), StringComparison.Ordinal);

        // Outcomes of the dispatches are still being recorded: the second reading may see further than the first.
        Assert.True(staff.GetProperty("head").GetProperty("sequence").GetInt64() >= seen.GetProperty("head").GetProperty("sequence").GetInt64());
        Assert.Equal(seen.GetProperty("head").GetProperty("sequence").GetInt64(), seen.GetProperty("through").GetInt64());
    }

    [Fact]
    public async Task PublicPaging_SkipsWhatIsNotPublic_AndLosesNothing()
    {
        await using var hub = await RunningHub.StartAsync();
        using var desks = await Desks.OpenAsync(hub);
        await IssueAsync(hub, desks);

        var first = await hub.GetAsync("/api/v1/chronology?limit=1");
        var second = await hub.GetAsync($"/api/v1/chronology?limit=1&after={first.GetProperty("through").GetInt64()}");

        Assert.Equal("warnings.changed", Items(first)[0].GetProperty("kind").GetString());
        Assert.Equal("evacuation.order-issued", Items(second)[0].GetProperty("kind").GetString());
        Assert.True(first.GetProperty("more").GetBoolean());
        Assert.False(second.GetProperty("more").GetBoolean());
    }

    [Fact]
    public async Task ErasedPayload_IsSaidToBeErased_ForBothFaces()
    {
        await using var hub = await RunningHub.StartAsync();
        using var desks = await Desks.OpenAsync(hub);
        await IssueAsync(hub, desks);
        await TestDatabase.ExecuteAsync(hub.DataDirectory, "DELETE FROM entry_payloads");
        var erased = (await TestDatabase.ReadAsync<long>(hub.DataDirectory, "SELECT min(Sequence) - 1 FROM (SELECT Sequence FROM entry_payloads UNION ALL SELECT Sequence + 1 FROM spine_head) AS kept"))[0];

        foreach (var page in new[] { await hub.GetAsync("/api/v1/chronology"), await desks.Author.GetAsync("/api/v1/chronology") })
        {
            // What is recorded after the erasure (a dispatch that ends) has its words.
            var items = Items(page).Where(item => item.GetProperty("sequence").GetInt64() <= erased).ToList();
            Assert.NotEmpty(items);
            Assert.All(items, item => Assert.Contains("消去", item.GetProperty("summary").GetString(), StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task OneTableIsTheChronology_AndOneHoldsItsPayloads()
    {
        await using var hub = await RunningHub.StartAsync();
        var tables = await TestDatabase.ReadAsync<string>(hub.DataDirectory, TestDatabase.IsPostgres
            ? "SELECT lower(table_name) FROM information_schema.tables WHERE table_schema = 'public'"
            : "SELECT lower(name) FROM sqlite_master WHERE type = 'table'");

        Assert.NotEmpty(tables);
        var chronology = Assert.Single(tables, name => name.Contains("chronology", StringComparison.Ordinal));
        var payload = Assert.Single(tables, name => name.Contains("payload", StringComparison.Ordinal));
        Assert.NotEqual(chronology, payload);
    }

    private static async Task IssueAsync(RunningHub hub, Desks desks)
    {
        var now = TimeProvider.System.GetUtcNow();
        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, now));
        await desks.IssueDraftAsync(now);
    }

    private static List<JsonElement> Items(JsonElement page) => [.. page.GetProperty("items").EnumerateArray()];

    private static long Sequence(JsonElement item) => item.GetProperty("sequence").GetInt64();
}
