using System.Net;
using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Chronology;

/// <summary>Many writers at once: the chain is dense, in order and whole, and nobody is told of a fault.</summary>
public sealed class WritingAtOnceTests
{
    private const int Writers = 16;

    [Fact]
    public async Task SixteenWritersOfEveryKind_LeaveOneDenseChain()
    {
        using var folder = new TemporaryFolder();
        await using var hub = await RunningHub.StartAsync(folder.Path);
        var now = TimeProvider.System.GetUtcNow();
        var staff = await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => hub.SignInAsync("Recorder")));
        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, now));
        var draft = await staff[0].ProposalAsync();

        var posted = Task.WhenAll(Enumerable.Range(0, Writers).Select(async writer =>
        {
            for (var i = 0; i < 5; i++)
            {
                await hub.PublishTelegramAsync(Floods.Telegram(writer % 2 == 0 ? Floods.Kanda : Floods.Arakawa, 4, now.AddSeconds(-(writer * 10) - i), i));
                await hub.PublishTelegramAsync(BitConverter.GetBytes((writer * 100) + i));
            }
        }));
        var acted = Task.WhenAll(staff.Select(person => person.SubmitAsync(draft)));
        var answers = await acted;
        await posted;

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.All(answers, answer => Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.OK, HttpStatusCode.Conflict }));
        var page = await staff[0].GetAsync("/api/v1/chronology?limit=500");
        var entries = page.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(page.GetProperty("head").GetProperty("sequence").GetInt64(), entries.Count);
        Assert.Equal(Enumerable.Range(1, entries.Count), entries.Select(entry => entry.GetProperty("sequence").GetInt32()));
        Assert.Equal(1 + (Writers * 10), entries.Count(entry => entry.GetProperty("kind").GetString() == "feeds.telegram-received"));
        Assert.Single(entries, entry => entry.GetProperty("kind").GetString() == "evacuation.submitted");
        var times = entries.Select(entry => entry.GetProperty("recordedAt").GetDateTimeOffset()).ToList();
        Assert.Equal(times.Order(), times);

        var verified = await HubProcess.RunAsync("verify", "--data", folder.Path, "--config", Repository.Config);
        Assert.True(verified.Status == 0, verified.Output + verified.Error);
        Array.ForEach(staff, person => person.Dispose());
    }

    [Fact]
    public async Task TwoAskToLiftOneOrderAtOnce_OneIsHeard()
    {
        await using var hub = await RunningHub.StartAsync();
        using var desks = await Desks.OpenAsync(hub);
        var now = TimeProvider.System.GetUtcNow();
        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, now));
        await desks.IssueDraftAsync(now);
        var order = (await hub.GetAsync("/api/v1/orders")).GetProperty("items")[0];

        var answers = await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => desks.Author.AskLiftAsync(order, "水位が下がった")));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Accepted);
        Assert.All(answers, answer => Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.Accepted, HttpStatusCode.Conflict }));
        Assert.Single(await desks.Author.ProposalsAsync("submitted"));
    }

    [Fact]
    public async Task SameTelegramFromSixteenReceiversAtOnce_IsTakenOnce()
    {
        await using var hub = await RunningHub.StartAsync();
        var octets = Floods.Telegram(Floods.Kanda, 4, TimeProvider.System.GetUtcNow());

        var receipts = await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => hub.PublishTelegramAsync(octets)));

        Assert.Single(receipts, receipt => receipt.Outcome == "accepted");
        Assert.Equal(Writers - 1, receipts.Count(receipt => receipt.Outcome == "duplicate"));
        Assert.Single(receipts.Select(receipt => receipt.TelegramId).Distinct());
    }
}
