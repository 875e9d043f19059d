using System.Data.Common;
using System.Diagnostics;
using System.Net;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Chiyoda.Bousai.TestHub;
using Hangfire;
using Hangfire.InMemory;
using Hangfire.Storage;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Operations;

/// <summary><c>/health/ready</c> names each part that is not as it should be, soon, whatever hangs.</summary>
public sealed class AskingHowItIsTests
{
    /// <summary>Each look takes a second at most; a busy machine adds its own.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task HubThatHearsItsSource_IsReady_ThoughItsPackIsUnverified()
    {
        await using var hub = await RunningHub.StartAsync();
        await hub.HeartbeatAsync(complete: true);

        await Eventually.TrueAsync(async () => (await hub.GetAsync("/health/ready")).GetProperty("status").GetString() == "ready", "it is ready");

        var ready = await hub.GetAsync("/health/ready");
        Assert.Equal("exercise", ready.GetProperty("mode").GetString());
        Assert.Empty(ready.GetProperty("degraded").EnumerateArray());
    }

    [Fact]
    public async Task SilentSource_IsNamedWithItsSilence()
    {
        var clock = new MovableClock();
        await using var hub = await RunningHub.StartAsync(adjust: services => services.AddSingleton<TimeProvider>(clock));
        Assert.Contains("never heard", await WhatAsync(hub, "feeds"), StringComparison.Ordinal);
        await hub.HeartbeatAsync(complete: true);

        clock.Advance(TimeSpan.FromMinutes(12));

        await Eventually.TrueAsync(async () => await WhatAsync(hub, "feeds") == "jma-xml is silent for 12 min", "the silence is named");
        Assert.Equal("degraded", (await hub.GetAsync("/health/ready")).GetProperty("status").GetString());
    }

    [Fact]
    public async Task DispatchesThatAreHeldOrStandStill_AndMissingWorkers_AreNamed()
    {
        var clock = new MovableClock();
        await using var hub = await RunningHub.StartAsync(
            adjust: services => services.AddSingleton<TimeProvider>(clock), settings: new Dictionary<string, string?> { ["Hub:Roles"] = "web,ingest" });
        using var desks = await Desks.OpenAsync(hub);
        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, clock.GetUtcNow()));
        await desks.IssueDraftAsync(clock.GetUtcNow());
        Assert.Equal("no node has the role worker", await WhatAsync(hub, "nodes"));
        Assert.Null(await WhatAsync(hub, "dispatch"));

        clock.Advance(TimeSpan.FromSeconds(100));
        await Eventually.TrueAsync(async () => (await WhatAsync(hub, "dispatch"))?.StartsWith("messages are on their way for 1", StringComparison.Ordinal) == true, "the age is named");

        await TestDatabase.ExecuteAsync(hub.DataDirectory, "UPDATE dissemination_dispatches SET State = 'Held' WHERE Channel = 'webpush'");
        await Eventually.TrueAsync(async () => await WhatAsync(hub, "dispatch") == "1 dispatches are held until a person releases them", "the hold is named");
    }

    [Fact]
    public async Task TelegramThatCannotBeWorkedOut_IsCounted()
    {
        await using var hub = await RunningHub.StartAsync();
        await hub.PublishTelegramAsync("no telegram"u8.ToArray());

        await TestDatabase.ExecuteAsync(hub.DataDirectory, "UPDATE feeds_telegrams SET Outcome = 'Pending'");

        await Eventually.TrueAsync(async () => await WhatAsync(hub, "telegrams") == "1 telegrams are kept and could not be worked out", "it is counted");
    }

    [Fact]
    public async Task MirrorFolderThatCannotBeWritten_IsNamed()
    {
        await using var hub = await RunningHub.StartAsync();
        await Eventually.TrueAsync(async () => await WhatAsync(hub, "portal") is null, "the pages are made");
        var site = Path.Combine(hub.DataDirectory, "site");
        await Eventually.TrueAsync(
            () =>
            {
                try
                {
                    Directory.Delete(site, recursive: true);
                    File.WriteAllText(site, string.Empty);
                }
                catch (IOException)
                {
                    // The hub wrote a page meanwhile.
                }

                return Task.FromResult(File.Exists(site));
            },
            "a file lies where the folder was");

        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, TimeProvider.System.GetUtcNow()));

        await Eventually.TrueAsync(async () => await WhatAsync(hub, "mirror") is not null, "the folder is named");
    }

    [Fact]
    public async Task JobStorageThatHangs_IsNamedInTime()
    {
        await using var hub = await RunningHub.StartAsync(adjust: services => services.AddSingleton<JobStorage>(_ => new HangingStorage()));
        var since = Stopwatch.GetTimestamp();

        var what = await WhatAsync(hub, "jobs");

        Assert.InRange(Stopwatch.GetElapsedTime(since), TimeSpan.Zero, Soon);
        Assert.Contains("does not answer", what, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DatabaseThatHangs_IsNotReady_AnsweredInTimeAndAskedOnce_AndReadyAgainAfterwards()
    {
        var away = new Away();
        await using var hub = await RunningHub.StartAsync(adjust: services =>
        {
            services.ConfigureDbContext<SqliteBousaiDbContext>(options => options.AddInterceptors(away));
            services.ConfigureDbContext<PostgresBousaiDbContext>(options => options.AddInterceptors(away));
        });
        await hub.HeartbeatAsync(complete: true);

        away.Begin();
        for (var times = 0; times < 3; times++)
        {
            var since = Stopwatch.GetTimestamp();
            using var answer = await hub.Public.GetAsync("/health/ready", TestContext.Current.CancellationToken);
            Assert.InRange(Stopwatch.GetElapsedTime(since), TimeSpan.Zero, Soon);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            var told = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.Contains("\"not-ready\"", told, StringComparison.Ordinal);
            Assert.Contains("\"database\"", told, StringComparison.Ordinal);
        }

        away.End();
        await Eventually.TrueAsync(
            async () =>
            {
                using var answer = await hub.Public.GetAsync("/health/ready");
                return answer.StatusCode == HttpStatusCode.OK;
            },
            "it is ready again");
    }

    /// <summary>What is said of a part; <see langword="null"/> when nothing is.</summary>
    private static async Task<string?> WhatAsync(RunningHub hub, string part) => (await hub.GetAsync("/health/ready")).GetProperty("degraded").EnumerateArray()
        .Where(degraded => degraded.GetProperty("part").GetString() == part)
        .Select(degraded => degraded.GetProperty("what").GetString()).FirstOrDefault();

    /// <summary>A database that takes questions and answers none.</summary>
    private sealed class Away : DbCommandInterceptor
    {
        private TaskCompletionSource? _end;

        public void Begin() => _end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        public void End() => _end?.TrySetResult();

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (_end is { } end)
            {
                await end.Task.WaitAsync(cancellationToken);
            }

            return result;
        }
    }

    /// <summary>A storage that works, except that nobody is told about it.</summary>
    private sealed class HangingStorage : JobStorage, IDisposable
    {
        private readonly InMemoryStorage _storage = new();
        private readonly ManualResetEventSlim _never = new();

        public override IMonitoringApi GetMonitoringApi()
        {
            _never.Wait(TimeSpan.FromMinutes(1));
            return _storage.GetMonitoringApi();
        }

        public override IStorageConnection GetConnection() => _storage.GetConnection();

        public void Dispose()
        {
            _never.Set();
            _storage.Dispose();
        }
    }
}
