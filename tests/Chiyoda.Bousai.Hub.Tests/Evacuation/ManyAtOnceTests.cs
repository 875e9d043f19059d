using System.Net;
using System.Text.Json;
using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Evacuation;

/// <summary>Two hundred decisions, releases, lifts and corrections at once: every one is taken or refused by a rule, and what is left is legal.</summary>
public sealed class ManyAtOnceTests
{
    private const int AreasInPlay = 4;

    private readonly DateTimeOffset _now = TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task TwoHundredActsAtOnce_EndInALegalState_AndAWholeChronology()
    {
        await using var hub = await RunningHub.StartAsync();
        using var desks = await Desks.OpenAsync(hub);
        var known = File.ReadLines(Path.Combine(Repository.Root, "config", "areas", "areas.csv")).Skip(1)
            .Select(line => line.Split(',').First(cell => cell.Length == 11 && cell.All(char.IsAsciiDigit))).Take(AreasInPlay).ToArray();
        var statuses = new System.Collections.Concurrent.ConcurrentBag<(HttpStatusCode Status, string Body)>();
        async Task<string> NoteAsync(Task<HttpResponseMessage> asked)
        {
            using var answer = await asked;
            var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            statuses.Add((answer.StatusCode, body));
            return answer.IsSuccessStatusCode ? body : string.Empty;
        }

        async Task LetOutAsync(string proposal)
        {
            var decided = await NoteAsync(desks.Author.DecideAsync(JsonDocument.Parse(proposal).RootElement, _now));
            if (decided.Length > 0)
            {
                await NoteAsync(desks.Releaser.ReleaseAsync(
                    JsonDocument.Parse(decided).RootElement, new { confirm = new[] { "duplicateSend", "contradictsLift", "oldDecision", "voidsWhatStood" }, words = "同時の試験" }));
            }
        }

        async Task IssueAsync(int number)
        {
            var drawn = await NoteAsync(desks.Author.DrawUpAsync(new
            {
                hazard = "flood",
                cause = number % 2 == 0 ? Floods.Kanda : Floods.Arakawa,
                level = 3 + (number % 2),
                action = number % 3 == 0 ? "goUp" : "leaveNow",
                areas = known.Where((_, bit) => ((number % 15) + 1 >> bit & 1) == 1),
                reason = "同時の試験",
            }));
            var submitted = drawn.Length > 0 ? await NoteAsync(desks.Author.SubmitAsync(JsonDocument.Parse(drawn).RootElement)) : string.Empty;
            if (submitted.Length > 0)
            {
                await LetOutAsync(submitted);
            }
        }

        async Task ChangeAsync(int number)
        {
            var inForce = (await hub.GetAsync("/api/v1/orders")).GetProperty("items").EnumerateArray().Where(order => order.GetProperty("state").GetString() == "issued").ToList();
            if (inForce.Count == 0)
            {
                return;
            }

            var order = inForce[number % inForce.Count];
            var (act, body) = (number % 5) switch
            {
                0 => ("lift", (object?)null),
                1 => ("correct", new { publicReason = $"言い直し{number}" }),
                2 => ("lower", new { level = 3, areas = new[] { order.GetProperty("areas")[0].GetString() } }),
                3 => ("update", new { areas = known }),
                _ => ("void", null),
            };
            var asked = await NoteAsync(desks.Author.AskChangeAsync(order, act, body));
            if (asked.Length > 0)
            {
                var id = JsonDocument.Parse(asked).RootElement.GetProperty("proposalId").GetString();
                await LetOutAsync((await desks.Author.GetAsync($"/api/v1/proposals/{id}")).GetRawText());
            }
        }

        await Parallel.ForAsync(0, 100, new ParallelOptions { MaxDegreeOfParallelism = 20 }, async (number, _) =>
        {
            await IssueAsync(number);
            await ChangeAsync(number);
        });

        // Of the lifts in the crowd every one may have been overtaken. Afterwards one is not: nothing that was left over holds it up.
        await IssueAsync(0);
        await ChangeAsync(0);

        Assert.True(statuses.Count >= 200, $"only {statuses.Count} acts were asked");
        Assert.DoesNotContain(statuses, answer => (int)answer.Status >= 500);
        Assert.All(statuses.Where(answer => (int)answer.Status >= 400), answer => Assert.Contains("evacuation.", answer.Body, StringComparison.Ordinal));
        var held = (await hub.GetAsync("/api/v1/orders")).GetProperty("items").EnumerateArray()
            .Where(order => order.GetProperty("state").GetString() == "issued")
            .SelectMany(order => order.GetProperty("areas").EnumerateArray().Select(area => (
                Area: area.GetString(), Cause: order.GetProperty("cause").GetString(), Action: order.GetProperty("action").GetString())))
            .ToList();
        Assert.All(held.GroupBy(one => (one.Area, one.Cause)), key => Assert.Single(key));
        Assert.All(held.GroupBy(one => one.Area), area => Assert.Single(area.Select(one => one.Action).Distinct()));
        var kinds = await TestDatabase.ReadAsync<string>(hub.DataDirectory, "SELECT Kind FROM chronology");
        Assert.Contains("evacuation.order-issued", kinds);
        Assert.Contains("evacuation.order-lifted", kinds);
        await OrdersByChronology.MustGiveTheSameOrdersAsync(hub);
        var verified = await HubProcess.RunAsync("verify", "--data", hub.DataDirectory, "--config", Repository.Config);
        Assert.True(verified.Status == 0, verified.Output + verified.Error);
    }
}
