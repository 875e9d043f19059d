using System.Net;
using System.Net.Http.Json;
using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Http;

/// <summary>Text that a database may choke on: it is refused or kept, never a fault.</summary>
public sealed class HostileTextTests
{
    [Theory]
    [InlineData("author\0")]
    [InlineData("\uD800")]
    [InlineData("'; DROP TABLE access_accounts; --")]
    public async Task SignInWithAName_ThatNobodyHas_IsRefusedLikeAnyOther(string login)
    {
        await using var hub = await RunningHub.StartAsync();

        using var answer = await hub.Public.PostAsJsonAsync(
            "/api/v1/session", new { login, password = "a-long-password" }, TestContext.Current.CancellationToken);

        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.Unauthorized, HttpStatusCode.BadRequest });
    }

    [Theory]
    [InlineData("理由\0理由")]
    [InlineData("理由\u202E理由")]
    public async Task ReasonWithControlCharacters_IsKeptOrRefused(string reason)
    {
        await using var hub = await RunningHub.StartAsync();
        using var desks = await Desks.OpenAsync(hub);
        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, TimeProvider.System.GetUtcNow()));
        await Answers.OkAsync(desks.Author.SubmitAsync(await desks.Author.ProposalAsync()));
        var submitted = await desks.Author.ProposalAsync("submitted");

        using var answer = await desks.Releaser.ActAsync(submitted, "reject", new { version = StaffClient.VersionOf(submitted), reason });

        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.OK, HttpStatusCode.BadRequest });
    }
}
