using System.Net;
using System.Net.Http.Json;
using Chiyoda.Bousai.TestHub;
using Chiyoda.Bousai.TestServices.PushService;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Subscriptions;

/// <summary>A device asks for messages over HTTP, without an account.</summary>
public sealed class AskingForMessagesTests
{
    private const string Area = "13101001003";

    [Fact]
    public async Task TheFirstTime_IsCreated_AndAgainIsOk()
    {
        await using var hub = await RunningHub.StartAsync();
        await using var push = await LocalPushService.StartAsync();
        var device = push.NewSubscriber();
        var id = Guid.NewGuid();

        Assert.Equal(HttpStatusCode.Created, await PutAsync(hub, id, Body(device)));
        Assert.Equal(HttpStatusCode.OK, await PutAsync(hub, id, Body(device)));
    }

    [Fact]
    public async Task WhatComesBack_HasNeitherEndpointNorKeys()
    {
        await using var hub = await RunningHub.StartAsync();
        await using var push = await LocalPushService.StartAsync();
        var device = push.NewSubscriber();
        var id = Guid.NewGuid();
        await PutAsync(hub, id, Body(device));

        var text = await hub.Public.GetStringAsync($"/api/v1/subscriptions/{id}", TestContext.Current.CancellationToken);

        Assert.Contains(Area, text, StringComparison.Ordinal);
        Assert.Contains("\"isActive\":true", text, StringComparison.Ordinal);
        Assert.DoesNotContain(device.Endpoint.Token, text, StringComparison.Ordinal);
        Assert.DoesNotContain(device.Keys.Auth, text, StringComparison.Ordinal);
        Assert.DoesNotContain(device.Keys.P256dh, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnotherIdWithTheSameEndpoint_TakesTheSubscriptionOver()
    {
        await using var hub = await RunningHub.StartAsync();
        await using var push = await LocalPushService.StartAsync();
        var device = push.NewSubscriber();
        var (former, present) = (Guid.NewGuid(), Guid.NewGuid());
        await PutAsync(hub, former, Body(device));

        Assert.Equal(HttpStatusCode.Created, await PutAsync(hub, present, Body(device)));

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(hub, former));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(hub, present));
    }

    [Fact]
    public async Task TwoIdsThatBecomeOneDevice_LeaveOne()
    {
        await using var hub = await RunningHub.StartAsync();
        await using var push = await LocalPushService.StartAsync();
        var (first, second) = (push.NewSubscriber(), push.NewSubscriber());
        var (one, other) = (Guid.NewGuid(), Guid.NewGuid());
        await PutAsync(hub, one, Body(first));
        await PutAsync(hub, other, Body(second));

        Assert.Equal(HttpStatusCode.OK, await PutAsync(hub, one, Body(second)));

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(hub, other));
    }

    [Fact]
    public async Task TheSameRequestManyTimesAtOnce_MakesOneSubscription()
    {
        await using var hub = await RunningHub.StartAsync();
        await using var push = await LocalPushService.StartAsync();
        var device = push.NewSubscriber();
        var id = Guid.NewGuid();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => PutAsync(hub, id, Body(device))));

        Assert.Single(answers, answer => answer == HttpStatusCode.Created);
        Assert.Equal(7, answers.Count(answer => answer == HttpStatusCode.OK));
    }

    [Fact]
    public async Task TakingItBack_ForgetsTheDevice_AndTwiceIsNoFault()
    {
        await using var hub = await RunningHub.StartAsync();
        await using var push = await LocalPushService.StartAsync();
        var id = Guid.NewGuid();
        await PutAsync(hub, id, Body(push.NewSubscriber()));

        using var first = await hub.Public.DeleteAsync($"/api/v1/subscriptions/{id}", TestContext.Current.CancellationToken);
        using var second = await hub.Public.DeleteAsync($"/api/v1/subscriptions/{id}", TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (first.StatusCode, second.StatusCode));
        await Answers.RefusedAsync(hub.Public.GetAsync($"/api/v1/subscriptions/{id}", TestContext.Current.CancellationToken), HttpStatusCode.NotFound, "subscriptions.unknown");
    }

    [Fact]
    public async Task WhatIsWrong_IsRefusedByName()
    {
        await using var hub = await RunningHub.StartAsync();
        await using var push = await LocalPushService.StartAsync();
        var device = push.NewSubscriber();
        var id = Guid.NewGuid();
        var version7 = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());

        await RefusedAsync(version7, Body(device), "subscriptions.id-not-random");
        await RefusedAsync(id, Body(device, area: "13101999999"), "subscriptions.unknown-area");
        await RefusedAsync(id, Body(device, language: "tlh"), "subscriptions.unknown-language");
        await RefusedAsync(id, Body(device, orders: [2]), "subscriptions.unknown-level");
        await RefusedAsync(id, Body(device, auth: "AAAA"), "subscriptions.keys-unusable");
        await RefusedAsync(id, Body(device, p256dh: new string('A', 87)), "subscriptions.keys-unusable");
        await RefusedAsync(id, Body(device, endpoint: "http://192.168.0.1/push"), "subscriptions.endpoint-refused");
        await RefusedAsync(id, Body(device, endpoint: "https://db.internal/push"), "subscriptions.endpoint-refused");
        await RefusedAsync(id, Body(device, area: null), "subscriptions.places-missing");
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(hub, id));

        Task RefusedAsync(Guid uuid, object body, string code) => Answers.RefusedAsync(
            hub.Public.PutAsJsonAsync($"/api/v1/subscriptions/{uuid}", body, TestContext.Current.CancellationToken), HttpStatusCode.BadRequest, code);
    }

    [Fact]
    public async Task AnUnknownArea_IsNamedInTheAnswer()
    {
        await using var hub = await RunningHub.StartAsync();
        await using var push = await LocalPushService.StartAsync();

        using var answer = await hub.Public.PutAsJsonAsync(
            $"/api/v1/subscriptions/{Guid.NewGuid()}", Body(push.NewSubscriber(), area: "13101999999"), TestContext.Current.CancellationToken);

        Assert.Contains("13101999999", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ThePushKey_StaysTheSameAfterARestart()
    {
        var data = Directory.CreateTempSubdirectory("bousai-hub-").FullName;
        string before;
        await using (var hub = await RunningHub.StartAsync(data))
        {
            before = await hub.PushKeyAsync();
        }

        await using (var again = await RunningHub.StartAsync(data))
        {
            Assert.Equal(before, await again.PushKeyAsync());
        }

        Directory.Delete(data, recursive: true);
    }

    private static object Body(
        Subscriber device,
        string? area = Area,
        string language = "ja",
        int[]? orders = null,
        string? auth = null,
        string? p256dh = null,
        string? endpoint = null) => new
        {
            endpoint = endpoint ?? device.Url.AbsoluteUri,
            keys = new { p256dh = p256dh ?? device.Keys.P256dh, auth = auth ?? device.Keys.Auth },
            places = area is null ? [] : new[] { new { area, relation = "lives" } },
            language,
            orders = orders ?? [3, 4, 5],
            relays = Array.Empty<string>(),
            notices = Array.Empty<string>(),
        };

    private static async Task<HttpStatusCode> PutAsync(RunningHub hub, Guid id, object body)
    {
        using var answer = await hub.Public.PutAsJsonAsync($"/api/v1/subscriptions/{id}", body, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private static async Task<HttpStatusCode> StatusAsync(RunningHub hub, Guid id)
    {
        using var answer = await hub.Public.GetAsync($"/api/v1/subscriptions/{id}", TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
