using System.Data.Common;
using System.Diagnostics;
using Chiyoda.Bousai.TestHub;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Chiyoda.Bousai.Benchmarks;

/// <summary>What the spine bears on each database, on disks that are waited for: a decision, and many writers at once.</summary>
internal static class Spine
{
    /// <summary>Levels of one river in turn; each is a decision of its own.</summary>
    private static readonly int[] Levels = [3, 4, 5];

    private const int Rounds = 6;

    private const int Writers = 16;

    private static readonly TimeSpan Writing = TimeSpan.FromSeconds(8);

    public static async Task<IReadOnlyList<Figure>> MeasureAsync() => [.. await MeasureAsync(isPostgres: false), .. await MeasureAsync(isPostgres: true)];

    private static async Task<IReadOnlyList<Figure>> MeasureAsync(bool isPostgres)
    {
        await using var set = new ProcessSet(isPostgres, new Dictionary<string, string?> { ["BOUSAI_SET_FSYNC"] = "on" });
        await set.StartAsync(isPostgres ? ["postgres", "hub1", "hub2"] : ["hub"]);
        var hub = set.ClientOf(isPostgres ? "hub1" : "hub");
        using var desks = new Desks(await set.SignInAsync(hub, "Recorder"), await set.SignInAsync(hub, "Releaser"));

        var decisions = await DecideAsync(hub, desks);
        var commits = await CommitAloneAsync(set.Database);
        var appends = await AppendAsync(isPostgres ? [hub, set.ClientOf("hub2")] : [hub]);
        var name = isPostgres ? "postgresql" : "sqlite";
        return
        [
            new Figure($"release-of-a-decision-{name}", Figures.Median(decisions), Figures.Median(commits), "one durable commit of one row", "ms", 50),
            new Figure($"appends-{name}", appends, 1000 / Figures.Median(commits), "durable commits of one row, one after another", "/s", 200),
        ];
    }

    /// <summary>The request that releases: rules, order, outgoing work, chronology, one transaction.</summary>
    private static async Task<List<double>> DecideAsync(HubClient hub, Desks desks)
    {
        List<double> taken = [];

        // Telegrams of one river are never of the same second; these would be.
        var reported = TimeProvider.System.GetUtcNow().AddHours(-1);
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var level in Levels)
            {
                var now = TimeProvider.System.GetUtcNow();
                await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, level, reported = reported.AddSeconds(1), (round * 10) + level));
                await Answers.OkAsync(desks.Author.SubmitAsync(await desks.Author.ProposalAsync()));
                taken.Add(await ReleaseAsync(desks, now));
            }

            var order = (await hub.GetAsync("/api/v1/orders")).GetProperty("items")[0];
            using (await desks.Author.AskLiftAsync(order, "水位が下がった"))
            {
                taken.Add(await ReleaseAsync(desks, TimeProvider.System.GetUtcNow()));
            }

            await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 2, reported = reported.AddSeconds(1), (round * 10) + 9));
        }

        // The first round warms the code of the hub and is not counted.
        return taken[(Levels.Length + 1)..];
    }

    private static async Task<double> ReleaseAsync(Desks desks, DateTimeOffset at)
    {
        await Answers.OkAsync(desks.Author.DecideAsync(await desks.Author.ProposalAsync("submitted"), at));
        var decided = await desks.Releaser.ProposalAsync("decided");
        var since = Stopwatch.GetTimestamp();
        await Answers.OkAsync(desks.Releaser.ReleaseAsync(decided, StaffClient.Again));
        return Stopwatch.GetElapsedTime(since).TotalMilliseconds;
    }

    /// <summary>Entries per second, sustained, from many clients at all hubs.</summary>
    private static async Task<double> AppendAsync(HubClient[] hubs)
    {
        using var stop = new CancellationTokenSource(Writing);
        var since = Stopwatch.GetTimestamp();
        var written = await Task.WhenAll(Enumerable.Range(0, Writers).Select(async writer =>
        {
            var count = 0;
            while (!stop.IsCancellationRequested)
            {
                await hubs[writer % hubs.Length].PublishTelegramAsync(BitConverter.GetBytes(((long)writer << 32) + count));
                count++;
            }

            return count;
        }));
        return written.Sum() / Stopwatch.GetElapsedTime(since).TotalSeconds;
    }

    private static async Task<List<double>> CommitAloneAsync(HubDatabase database)
    {
        await using DbConnection connection = database.Postgres is null
            ? new SqliteConnection($"Data Source={database.File}.medium;Pooling=False")
            : new NpgsqlConnection(database.Postgres);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = (database.Postgres is null ? "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; " : string.Empty) + "CREATE TABLE medium (n bigint)";
        await command.ExecuteNonQueryAsync();
        command.CommandText = "INSERT INTO medium VALUES (1)";
        List<double> taken = [];
        for (var run = 0; run < 200; run++)
        {
            var since = Stopwatch.GetTimestamp();
            await command.ExecuteNonQueryAsync();
            taken.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
        }

        return taken;
    }
}
