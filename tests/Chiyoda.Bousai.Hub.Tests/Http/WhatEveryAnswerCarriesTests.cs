using System.Net;
using System.Text;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Hub.Hosting;
using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Http;

/// <summary>The door holds when something goes wrong, and however an address is written.</summary>
public sealed class WhatEveryAnswerCarriesTests
{
    [Fact]
    public async Task AnErrorToo_CarriesThePolicyAndIsKeptByNobody()
    {
        await using var hub = await RunningHub.StartAsync();
        using var broken = new StringContent("{", Encoding.UTF8, "application/json");

        using var answer = await hub.Public.PutAsync($"/api/v1/subscriptions/{Guid.NewGuid()}", broken, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("default-src 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains("no-store", answer.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheForgeryGuard_DoesNotDependOnHowTheAddressIsWritten()
    {
        await using var hub = await RunningHub.StartAsync();
        using var staff = await hub.SignInAsync("Releaser");
        staff.Http.DefaultRequestHeaders.Remove("X-Requested-With");

        await Answers.RefusedAsync(
            staff.Http.PostAsync($"/API/v1/dispatches/{Guid.NewGuid()}/resume", null, TestContext.Current.CancellationToken), HttpStatusCode.BadRequest, "access.forgery-guard");
    }

    [Fact]
    public void AnEmptySecretFile_IsNoSecret()
    {
        var folder = Directory.CreateTempSubdirectory("bousai-secret-");
        try
        {
            var deployment = new Deployment(HubMode.Exercise, "config", folder.FullName, new Database(null, folder.FullName), HubRoles.All);
            File.WriteAllText(Path.Combine(folder.FullName, "feed.key"), string.Empty);

            var made = deployment.ReadOrCreateSecret("feed.key", () => "made");

            Assert.Equal("made", made);
            Assert.Equal("made", deployment.ReadOrCreateSecret("feed.key", () => "another"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
