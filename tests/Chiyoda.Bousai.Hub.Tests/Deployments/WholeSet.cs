using Chiyoda.Bousai.TestHub;
using Chiyoda.Bousai.TestServices;
using Chiyoda.Bousai.TestServices.PushService;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Deployments;

/// <summary>Two hubs and a worker on one PostgreSQL, rung over Redis, with two people and one resident's device.</summary>
public sealed class WholeSet : IAsyncLifetime
{
    internal ProcessSet Set { get; } = new(isPostgres: true);

    internal HubClient One { get; private set; } = null!;

    internal HubClient Two { get; private set; } = null!;

    internal Desks Desks { get; private set; } = null!;

    internal LocalPushService Push { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        if (RequiredServices.SkipReason(ProcessSet.Missing) is not null)
        {
            return;
        }

        Push = await LocalPushService.StartAsync();
        await Set.StartAsync("postgres", "redis");

        // All at once, on a database that is not there yet.
        await Task.WhenAll(Set.StartAsync("hub1"), Set.StartAsync("hub2"), Set.StartAsync("worker"));
        (One, Two) = (Set.ClientOf("hub1"), Set.ClientOf("hub2"));
        Desks = new Desks(await Set.SignInAsync(One, "Recorder"), await Set.SignInAsync(One, "Releaser"));
    }

    public async ValueTask DisposeAsync()
    {
        Desks?.Dispose();
        await Set.DisposeAsync();
        if (Push is not null)
        {
            await Push.DisposeAsync();
        }
    }

    /// <summary>Brings the ward to where a release changes something: an order of a level that is not in force yet.</summary>
    internal async Task<(System.Text.Json.JsonElement Released, DateTimeOffset At)> RaiseAsync(int level, int serial)
    {
        var now = TimeProvider.System.GetUtcNow();
        await One.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, level, now, serial));
        await Eventually.TrueAsync(async () => (await Desks.Author.ProposalsAsync()).Count == 1, "a draft");
        return (await Desks.IssueDraftAsync(now, isAgain: true), TimeProvider.System.GetUtcNow());
    }
}
