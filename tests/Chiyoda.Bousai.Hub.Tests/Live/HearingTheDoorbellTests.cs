using System.Net;
using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Live;

/// <summary>What an open page hears, over a real connection.</summary>
public sealed class HearingTheDoorbellTests
{
    private readonly DateTimeOffset _now = TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task Release_IsHeard_AndTheNewPageIsThereByThen()
    {
        await using var hub = await RunningHub.StartAsync();
        using var desks = await Desks.OpenAsync(hub);
        await using var page = await OpenPage.AtAsync(hub, "/live/public");
        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, _now));

        var released = await desks.IssueDraftAsync(_now);

        await Eventually.TrueAsync(() => Task.FromResult(page.Rings.Any(ring => ring.Kind == "evacuation.order-issued")), "the ring");
        Assert.Contains(released.GetProperty("orderId").GetString()!, await hub.Public.GetStringAsync("/"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/live/public")]
    [InlineData("/live/staff")]
    public async Task Previous_ChainsWithoutAGap_OverWhatThisFaceMaySee(string face)
    {
        await using var hub = await RunningHub.StartAsync();
        using var desks = await Desks.OpenAsync(hub);
        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 2, _now.AddMinutes(-30)));
        var reader = face == "/live/staff" ? desks.Author.Http : hub.Public;
        var cursor = await NewestAsync(reader);
        await using var page = await OpenPage.AtAsync(hub, face, desks.Author);

        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 3, _now.AddMinutes(-20), 2));
        await desks.IssueDraftAsync(_now);
        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, _now.AddMinutes(-10), 3));
        await desks.IssueDraftAsync(_now);

        var newest = 0L;
        await Eventually.TrueAsync(
            async () => page.Rings.LastOrDefault() is { } last && last.Sequence == (newest = await NewestAsync(reader)) && newest > cursor, "the newest entry is rung");
        var rings = page.Rings.ToList();
        Assert.True(rings[0].Previous <= cursor, "the first ring that is heard leaves no gap to what was read before");
        Assert.Equal(rings.SkipLast(1).Select(ring => ring.Sequence), rings.Skip(1).Select(ring => ring.Previous));
        Assert.All(rings, ring => Assert.True(ring.Sequence > ring.Previous));
    }

    [Fact]
    public async Task PublicFace_HearsNothingOfWhatStaffDo()
    {
        await using var hub = await RunningHub.StartAsync();
        using var desks = await Desks.OpenAsync(hub);
        await using var open = await OpenPage.AtAsync(hub, "/live/public");
        await using var staff = await OpenPage.AtAsync(hub, "/live/staff", desks.Author);
        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, _now));

        await Answers.OkAsync(desks.Author.SubmitAsync(await desks.Author.ProposalAsync()));

        await Eventually.TrueAsync(() => Task.FromResult(staff.Rings.Any(ring => ring.Kind == "evacuation.submitted")), "staff are rung");
        Assert.All(open.Rings, ring => Assert.Equal("warnings.changed", ring.Kind));
    }

    [Fact]
    public async Task ManyChanges_RingAtMostFourTimesASecond()
    {
        await using var hub = await RunningHub.StartAsync();
        await using var page = await OpenPage.AtAsync(hub, "/live/public");
        var since = TimeProvider.System.GetTimestamp();

        for (var i = 0; i < 30; i++)
        {
            await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, (i % 4) + 2, _now.AddSeconds(i - 60), i));
        }

        var newest = await NewestAsync(hub.Public);
        await Eventually.TrueAsync(() => Task.FromResult(page.Rings.LastOrDefault()?.Sequence == newest), "the last change is rung");
        var seconds = TimeProvider.System.GetElapsedTime(since).TotalSeconds;
        Assert.InRange(page.Rings.Count, 1, (int)(seconds * 4) + 2);
    }

    [Fact]
    public async Task StaffFace_RefusesThoseWithoutASession_AndThoseWithoutTheRole()
    {
        await using var hub = await RunningHub.StartAsync();
        using var shelter = await hub.SignInAsync("ShelterOperator");

        var anonymous = await Assert.ThrowsAnyAsync<HttpRequestException>(() => OpenPage.AtAsync(hub, "/live/staff"));
        var withoutRole = await Assert.ThrowsAnyAsync<HttpRequestException>(() => OpenPage.AtAsync(hub, "/live/staff", shelter));

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden), (anonymous.StatusCode, withoutRole.StatusCode));
    }

    private static async Task<long> NewestAsync(HttpClient reader)
    {
        var text = await reader.GetStringAsync("/api/v1/chronology?limit=500");
        return System.Text.Json.JsonDocument.Parse(text).RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("sequence").GetInt64()).LastOrDefault();
    }
}
