using System.Net;
using Chiyoda.Bousai.TestHub;
using Chiyoda.Bousai.TestServices;
using Chiyoda.Bousai.TestServices.PushService;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Deployments;

/// <summary>What happens on one node is known on the others, and Redis is a convenience: without it everything arrives, a little later.</summary>
[Collection(DeploymentTests.Name)]
[RunsOnce]
public sealed class SeveralNodesTests(WholeSet nodes) : IClassFixture<WholeSet>
{
    /// <summary>Two polls of the chronology, and room for a busy machine.</summary>
    private const int WithoutRedis = 40;

    private readonly string? _skip = RequiredServices.SkipReason(ProcessSet.Missing);

    /// <summary>One after another, on one set: the order in force rises and falls.</summary>
    [Fact]
    public async Task WhatOneNodeReleases_TheOthersRingSendAndShow_WithRedisAndWithout()
    {
        Assert.SkipWhen(_skip is not null, _skip ?? string.Empty);
        var device = nodes.Push.NewSubscriber(await nodes.Two.PushKeyAsync());
        var area = await FirstAreaAsync();
        await nodes.Two.SubscribeAsync(device, area);
        Assert.Equal(await nodes.One.PushKeyAsync(), await nodes.Two.PushKeyAsync());

        await ReleasedOnOne_IsHeardOnTwo_AndSentByTheWorkerAsync(level: 3, serial: 1, device, "Redis rings");

        await nodes.Set.KillAsync("redis");
        await ReleasedOnOne_IsHeardOnTwo_AndSentByTheWorkerAsync(level: 4, serial: 2, device, "Redis is gone");

        // Absent at start.
        await nodes.Set.StopAsync("hub2");
        await nodes.Set.StartAsync("hub2");
        await ReleasedOnOne_IsHeardOnTwo_AndSentByTheWorkerAsync(level: 5, serial: 3, device, "Redis was absent when the node started");

        await nodes.Set.StartAsync("redis");
        await Eventually.TrueAsync(
            () => Task.FromResult(IsRung(nodes.Set.LogOf("hub1")) && IsRung(nodes.Set.LogOf("hub2"))),
            "both nodes listen again");
        await LiftedOnOne_IsHeardOnTwoAsync(device, "Redis is back");

        await nodes.Set.FreezeAsync("redis");
        await ReleasedOnOne_IsHeardOnTwo_AndSentByTheWorkerAsync(level: 3, serial: 4, device, "Redis answers nothing");
        await nodes.Set.ThawAsync("redis");
        await LiftedOnOne_IsHeardOnTwoAsync(device, "Redis answers again");

        await OneProposal_IsReleasedOnceByClicksOnBothAsync();
        var verified = await nodes.Set.VerifyAsync();
        Assert.True(verified.Status == 0, verified.Output + verified.Error);
        Assert.DoesNotContain("fail:", nodes.Set.LogOf("hub1") + nodes.Set.LogOf("hub2") + nodes.Set.LogOf("worker"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SameTelegramAtBothNodesAtOnce_IsTakenOnce_AndProposesOnce()
    {
        Assert.SkipWhen(_skip is not null, _skip ?? string.Empty);
        for (var round = 0; round < 5; round++)
        {
            var octets = Floods.Telegram(Floods.Kanda, 2, TimeProvider.System.GetUtcNow().AddHours(-2).AddSeconds(round), 90 + round);

            var receipts = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => (n % 2 == 0 ? nodes.One : nodes.Two).PublishTelegramAsync(octets)));

            Assert.Single(receipts, receipt => receipt.Outcome == "accepted");
            Assert.Single(receipts.Select(receipt => receipt.TelegramId).Distinct());
        }
    }

    [Fact]
    public async Task Worker_ServesNothingButItsHealth()
    {
        Assert.SkipWhen(_skip is not null, _skip ?? string.Empty);
        using var worker = new HttpClient { BaseAddress = nodes.Set.ClientOf("worker").Url };

        foreach (var path in new[] { "/", "/hq", "/status.json", "/api/v1/orders", "/live/public" })
        {
            using var answer = await worker.GetAsync(path, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        Assert.DoesNotContain("not-ready", await worker.GetStringAsync("/health/ready", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WholeSet_AnswersThroughNginxOverTls()
    {
        Assert.SkipWhen(_skip is not null, _skip ?? string.Empty);
        await nodes.Set.StartAsync("nginx");
        using var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, shown, _, _) => shown?.Subject == "CN=localhost" };
        using var outside = new HttpClient(handler) { BaseAddress = new Uri($"https://127.0.0.1:{nodes.Set.PortOf("nginx")}") };

        Assert.Contains("\"exercise\"", await outside.GetStringAsync("/status.json", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    /// <summary>A session of one node is good on the other.</summary>
    private async Task OneProposal_IsReleasedOnceByClicksOnBothAsync()
    {
        using var onTwo = await SameSessionAsync(nodes.Desks.Releaser, nodes.Two);
        var now = TimeProvider.System.GetUtcNow();
        await nodes.Two.PublishTelegramAsync(Floods.Telegram(Floods.Arakawa, 4, now));
        var draft = await nodes.Desks.Author.ProposalAsync();
        await Answers.OkAsync(nodes.Desks.Author.SubmitAsync(draft));
        await Answers.OkAsync(nodes.Desks.Author.DecideAsync(await nodes.Desks.Author.ProposalAsync("submitted"), now));
        var decided = await nodes.Desks.Author.ProposalAsync("decided");

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(click => (click % 2 == 0 ? nodes.Desks.Releaser : onTwo).ReleaseAsync(decided)));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.All(answers, answer => Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.OK, HttpStatusCode.Conflict }));
        var orders = (await nodes.Two.GetAsync("/api/v1/orders")).GetProperty("items").EnumerateArray();
        Assert.Single(orders, order => order.GetProperty("cause").GetString()!.EndsWith("04000100", StringComparison.Ordinal));
    }

    private async Task ReleasedOnOne_IsHeardOnTwo_AndSentByTheWorkerAsync(int level, int serial, Subscriber device, string state)
    {
        await using var page = await OpenPage.AtAsync(nodes.Two, "/live/public");
        var (released, _) = await nodes.RaiseAsync(level, serial);
        var order = released.GetProperty("orderId").GetString()!;

        await page.HearsAsync("evacuation.order-issued", WithoutRedis);
        Assert.Contains(order, await nodes.Two.Public.GetStringAsync("/", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var told = await device.NextAsync(TimeSpan.FromSeconds(WithoutRedis));
        Assert.True(System.Text.Encoding.UTF8.GetString(told.Payload).Contains($"レベル{level}", StringComparison.Ordinal), $"{state}: {System.Text.Encoding.UTF8.GetString(told.Payload)}");
    }

    private async Task LiftedOnOne_IsHeardOnTwoAsync(Subscriber device, string state)
    {
        await using var page = await OpenPage.AtAsync(nodes.Two, "/live/public");
        var order = (await nodes.One.GetAsync("/api/v1/orders")).GetProperty("items").EnumerateArray()
            .First(item => item.GetProperty("cause").GetString()!.EndsWith("04004400", StringComparison.Ordinal));
        using (var asked = await nodes.Desks.Author.AskLiftAsync(order, "水位が下がった"))
        {
            Assert.True(asked.StatusCode == HttpStatusCode.Accepted, state);
        }

        await nodes.Desks.ReleaseSubmittedAsync(TimeProvider.System.GetUtcNow());
        await page.HearsAsync("evacuation.order-lifted", WithoutRedis);
        await device.NextAsync(TimeSpan.FromSeconds(WithoutRedis));

        // Back below every level, so that the next telegram proposes anew.
        await nodes.One.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 2, TimeProvider.System.GetUtcNow(), 80));
    }

    private static bool IsRung(string log) =>
        log.LastIndexOf("Redis rings between the nodes", StringComparison.Ordinal) > log.LastIndexOf("Redis does not ring", StringComparison.Ordinal);

    private async Task<string> FirstAreaAsync()
    {
        var now = TimeProvider.System.GetUtcNow().AddMinutes(-10);
        await nodes.One.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 3, now, 70));
        var draft = await nodes.Desks.Author.ProposalAsync();
        await nodes.One.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 2, now.AddMinutes(1), 71));
        await Eventually.TrueAsync(async () => (await nodes.Desks.Author.ProposalsAsync()).Count == 0, "the draft is dropped");
        return draft.GetProperty("areas")[0].GetString()!;
    }

    /// <summary>The cookies of a session, taken to another node as a browser behind one address does.</summary>
    private static Task<StaffClient> SameSessionAsync(StaffClient staff, HubClient elsewhere)
    {
        var cookies = new CookieContainer();
        foreach (Cookie cookie in staff.Cookies.GetAllCookies())
        {
            cookies.Add(elsewhere.Url, new Cookie(cookie.Name, cookie.Value));
        }

        var http = elsewhere.NewClient(cookies);
        http.DefaultRequestHeaders.Add("X-Requested-With", "bousai");
        return Task.FromResult(new StaffClient(http, cookies));
    }
}
