using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Chiyoda.Bousai.TestHub;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Access;

/// <summary>Whoever knows a login can lock its sign-in, and must not keep the person who is in from releasing.</summary>
public sealed class BeingLockedByOthersTests : IAsyncLifetime
{
    private readonly MovableClock _clock = new();
    private RunningHub _hub = null!;
    private StaffClient _releaser = null!;
    private string _login = string.Empty;
    private string _password = string.Empty;

    public async ValueTask InitializeAsync()
    {
        _hub = await RunningHub.StartAsync(adjust: services => services.AddSingleton<TimeProvider>(_clock));
        (_login, _password) = await _hub.AddAccountAsync("releaser-inside", "Releaser");
        _releaser = await _hub.SignInAsync(_login, _password);
    }

    public async ValueTask DisposeAsync()
    {
        _releaser.Dispose();
        await _hub.DisposeAsync();
    }

    [Fact]
    public async Task WrongPasswordsAtTheSignIn_DoNotKeepASessionFromReleasing()
    {
        using var author = await _hub.SignInAsync("Recorder");
        await _hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, TimeProvider.System.GetUtcNow()));
        await Answers.OkAsync(author.SubmitAsync(await author.ProposalAsync()));
        await Answers.OkAsync(author.DecideAsync(await author.ProposalAsync("submitted"), TimeProvider.System.GetUtcNow()));
        var decided = await author.ProposalAsync("decided");
        _clock.Advance(TimeSpan.FromMinutes(6));
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await SignInAsync("not-the-password"));
        }

        Assert.Equal(HttpStatusCode.Unauthorized, await SignInAsync(_password));
        await Answers.RefusedAsync(_releaser.ReleaseAsync(decided, new { password = "not-the-password" }), HttpStatusCode.Forbidden, "access.wrong-password");
        await Answers.OkAsync(_releaser.ReleaseAsync(decided, new { password = _password }));

        // What a person inside may do opens nothing outside.
        Assert.Equal(HttpStatusCode.Unauthorized, await SignInAsync(_password));
    }

    /// <summary>An open desk is no place to guess at: ten, however many are sent at once, and then it says until when.</summary>
    [Fact]
    public async Task TenWrongPasswordsOfASession_LockIt_AndSayUntilWhen()
    {
        _clock.Advance(TimeSpan.FromMinutes(6));

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => ResumeAsync("not-the-password")));

        Assert.Equal(10, answers.Count(answer => answer.Code == "access.wrong-password"));
        Assert.Equal(10, answers.Count(answer => answer.Code == "access.locked"));
        var (code, detail) = await ResumeAsync(_password);
        Assert.Equal("access.locked", code);
        Assert.Matches("パスワードは[0-2][0-9]:[0-5][0-9]まで使えません", detail);

        _clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal("dissemination.unknown-decision", (await ResumeAsync(_password)).Code);
    }

    [Fact]
    public async Task TheRightPassword_EndsTheCount()
    {
        for (var round = 0; round < 3; round++)
        {
            _clock.Advance(TimeSpan.FromMinutes(6));
            for (var i = 0; i < 9; i++)
            {
                Assert.Equal("access.wrong-password", (await ResumeAsync("not-the-password")).Code);
            }

            Assert.Equal("dissemination.unknown-decision", (await ResumeAsync(_password)).Code);
        }
    }

    /// <summary>The nearest thing that asks for the password again: nothing is held, so the right one leads to the next «no».</summary>
    private async Task<(string Code, string Detail)> ResumeAsync(string password)
    {
        using var answer = await _releaser.Http.PostAsJsonAsync($"/api/v1/dispatches/{Guid.NewGuid()}/resume", new { password });
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return (problem.GetProperty("code").GetString()!, problem.GetProperty("detail").GetString()!);
    }

    private async Task<HttpStatusCode> SignInAsync(string password)
    {
        using var answer = await _hub.Public.PostAsJsonAsync("/api/v1/session", new { login = _login, password });
        return answer.StatusCode;
    }
}
