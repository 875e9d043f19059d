using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Chiyoda.Bousai.Hub.Tests.Hq;
using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Evacuation;

/// <summary>Water has left the 荒川: staff see when it arrives where they decide, and what they saw stays with the decision. A telegram of the 利根川, moved here.</summary>
public sealed partial class WaterArrivingTests
{
    private static readonly DateTimeOffset Now = Hour(TimeProvider.System.GetUtcNow());

    [Fact]
    public async Task ArrivalInTheWard_StandsWithTheProposal_AndStaysWithItsDecision()
    {
        await using var hub = await RunningHub.StartAsync();
        using var author = await hub.SignInAsync("Recorder");
        await hub.PublishTelegramAsync(Telegram("千代田区", serial: 5, Now.AddHours(3)));

        var proposal = await author.ProposalAsync();
        var arrival = await ArrivalAsync(author, proposal);
        Assert.Equal((4, "leaveNow"), (proposal.GetProperty("level").GetInt32(), proposal.GetProperty("action").GetString()));
        Assert.Equal(Now.AddHours(3), arrival.GetProperty("expected").GetProperty("at").GetDateTimeOffset());
        Assert.Equal(1.5, arrival.GetProperty("expected").GetProperty("depthFromMeters").GetDouble());
        using var seat = await Seat.TakeAsync(hub, "Viewer");
        var told = $"{Clock(Now.AddHours(3))}頃　最大の深さ 1.5m以上（{Clock(Now.AddHours(3))}頃）";
        var page = (await seat.GetAsync($"/hq/proposals/{Id(proposal)}")).Text;
        Assert.Contains(" 氾濫水の到達 ", page, StringComparison.Ordinal);
        Assert.Matches($"{Regex.Escape(told)} （あと 2時間\\d+分）", page);
        Assert.Contains("氾濫水の到達：", (await seat.GetAsync("/hq/warnings")).Text, StringComparison.Ordinal);

        await Answers.OkAsync(author.SubmitAsync(proposal));
        await Answers.OkAsync(author.DecideAsync(await author.ProposalAsync("submitted"), TimeProvider.System.GetUtcNow()));
        await hub.PublishTelegramAsync(Telegram("千代田区", serial: 6, Now.AddHours(5)));

        Assert.Equal(Now.AddHours(3), (await ArrivalAsync(author, proposal)).GetProperty("expected").GetProperty("at").GetDateTimeOffset());
        Assert.Contains($"{Clock(Now.AddHours(5))}頃", (await seat.GetAsync("/hq/warnings")).Text, StringComparison.Ordinal);
        var changes = (await author.GetAsync("/api/v1/chronology?limit=500")).GetProperty("items").EnumerateArray().Count(entry => entry.GetProperty("kind").GetString() == "warnings.changed");
        Assert.Equal(2, changes);
    }

    [Fact]
    public async Task TelegramThatSaysNothingOfTheWard_IsUnknown_NeverZero()
    {
        await using var hub = await RunningHub.StartAsync();
        using var author = await hub.SignInAsync("Recorder");
        await hub.PublishTelegramAsync(Telegram("千代田町", serial: 5, Now.AddHours(3)));

        var proposal = await author.ProposalAsync();
        Assert.Equal(JsonValueKind.Null, (await ArrivalAsync(author, proposal)).GetProperty("expected").ValueKind);
        using var seat = await Seat.TakeAsync(hub, "Viewer");
        const string Unknown = "不明（電文に区への到達の記載がありません。すでに届いているおそれもあります）";
        Assert.Contains(Unknown, (await seat.GetAsync($"/hq/proposals/{Id(proposal)}")).Text, StringComparison.Ordinal);
        Assert.Contains(Unknown, (await seat.GetAsync("/hq/warnings")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RiverInItsBed_HasNoArrival()
    {
        await using var hub = await RunningHub.StartAsync();
        using var author = await hub.SignInAsync("Recorder");
        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, Now));

        var proposal = await author.ProposalAsync();

        Assert.Equal(JsonValueKind.Null, (await ArrivalAsync(author, proposal)).ValueKind);
        using var seat = await Seat.TakeAsync(hub, "Viewer");
        Assert.DoesNotContain("氾濫水の到達", (await seat.GetAsync($"/hq/proposals/{Id(proposal)}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("氾濫水の到達", (await seat.GetAsync("/hq/warnings")).Text, StringComparison.Ordinal);
    }

    private static async Task<JsonElement> ArrivalAsync(StaffClient staff, JsonElement proposal) =>
        (await staff.GetAsync($"/api/v1/proposals/{Id(proposal)}")).GetProperty("consequences").GetProperty("arrival");

    private static string Id(JsonElement proposal) => proposal.GetProperty("id").GetString()!;

    private static string Clock(DateTimeOffset at) => at.ToOffset(TimeSpan.FromHours(9)).ToString("HH:mm", CultureInfo.InvariantCulture);

    private static DateTimeOffset Hour(DateTimeOffset at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMinute));

    private static byte[] Telegram(string place, int serial, DateTimeOffset arrivesAt)
    {
        var sample = Path.Combine(Repository.Samples, "official_samples_2026", "16_12_01_260312_VXKOii.xml");
        Assert.SkipWhen(!File.Exists(sample), "The collected telegrams (../shared/data) are not beside this checkout.");
        var reportedAt = Now.AddMinutes(serial - 5);
        var xml = File.ReadAllText(sample)
            .Replace("830303000101", Floods.Arakawa, StringComparison.Ordinal)
            .Replace("<CityCode>1121100<", "<CityCode>1310100<", StringComparison.Ordinal)
            .Replace("<City>本庄市<", "<City>千代田区<", StringComparison.Ordinal)
            .Replace("<FloodAssumptionArea>本庄市<", $"<FloodAssumptionArea>{place}<", StringComparison.Ordinal)
            .Replace("<Serial>5<", $"<Serial>{serial}<", StringComparison.Ordinal)
            .Replace("2025-09-18T05:20:00Z", reportedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("2025-09-18T14:20:00+09:00", Written(reportedAt), StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes(Attainment().Replace(xml, match => match.Groups[1].Value + Written(arrivesAt)));
    }

    private static string Written(DateTimeOffset at) => at.ToOffset(TimeSpan.FromHours(9)).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    [GeneratedRegex("(<Attainment[^>]*>)2025-09-18T15:00:00\\+09:00")]
    private static partial Regex Attainment();
}
