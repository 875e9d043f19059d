using System.Net;
using System.Text;
using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Http;

/// <summary>What cannot be read is refused with a code, and nothing of it is guessed.</summary>
public sealed class SendingNonsenseTests
{
    [Fact]
    public async Task WhatCannotBeRead_IsRefusedWithACode()
    {
        await using var hub = await RunningHub.StartAsync();
        using var staff = await hub.SignInAsync("Recorder");
        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, TimeProvider.System.GetUtcNow()));
        var id = (await staff.ProposalAsync()).GetProperty("id").GetString();

        foreach (var body in new[]
        {
            "{", "[]", "null", "\"text\"", "{}", """{"version":0}""", """{"version":"1"}""", """{"version":1,"surprise":true}""",
        })
        {
            await RefusedAsync(staff, $"/api/v1/proposals/{id}/submit", body);
        }

        foreach (var body in new[]
        {
            """{"version":1,"by":"mayor","means":"telephone","at":"2026-11-22T02:14:03"}""",
            """{"version":1,"by":"mayor","means":"telephone"}""",
            """{"version":1,"by":"mayor","means":"pigeon","at":"2026-11-22T02:14:03+09:00"}""",
            """{"version":1,"by":"mayor","means":1,"at":"2026-11-22T02:14:03+09:00"}""",
        })
        {
            await RefusedAsync(staff, $"/api/v1/proposals/{id}/decide", body);
        }

        Assert.Equal(1, StaffClient.VersionOf(await staff.ProposalAsync()));
    }

    [Fact]
    public async Task ABodyOverTheLimit_IsRefused()
    {
        await using var hub = await RunningHub.StartAsync();
        using var staff = await hub.SignInAsync("Recorder");
        using var content = new StringContent($$"""{"version":1,"reason":"{{new string('x', 100_000)}}"}""", Encoding.UTF8, "application/json");

        await Answers.RefusedAsync(
            staff.Http.PostAsync($"/api/v1/orders/{Guid.NewGuid()}/lift", content, TestContext.Current.CancellationToken), HttpStatusCode.RequestEntityTooLarge, "hub.too-large");
    }

    private static async Task RefusedAsync(StaffClient staff, string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        await Answers.RefusedAsync(staff.Http.PostAsync(path, content), HttpStatusCode.BadRequest, "hub.bad-request");
    }
}
