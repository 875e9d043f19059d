using System.Diagnostics;
using Chiyoda.Bousai.Telegrams.Jma;
using Chiyoda.Bousai.TestHub;
using Chiyoda.Bousai.TestServices.PushService;
using Chiyoda.Bousai.WebPush;
using Microsoft.Data.Sqlite;

namespace Chiyoda.Bousai.Benchmarks;

/// <summary>The measures of the main chain, each the median of five, each beside what the platform or the medium alone takes.</summary>
internal static class MainChain
{
    private const int Runs = 5;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        var telegram = await TelegramAsync();
        return [telegram.ToProposal, telegram.ToPush, .. await StartAsync()];
    }

    /// <summary>Telegram posted → proposal in the answer of the API; release asked → push service took the first message.</summary>
    private static async Task<(Figure ToProposal, Figure ToPush)> TelegramAsync()
    {
        List<double> proposal = [], push = [], media = [], sink = [];
        for (var run = 0; run <= Runs; run++)
        {
            await using var hub = await RunningHub.StartAsync();
            await using var service = await LocalPushService.StartAsync();
            using var author = await hub.SignInAsync("Recorder");
            using var releaser = await hub.SignInAsync("Releaser");
            await WarmAsync(hub);
            var octets = Floods.Telegram(Floods.Kanda, 4, TimeProvider.System.GetUtcNow());

            var since = Stopwatch.GetTimestamp();
            await hub.PublishTelegramAsync(octets);
            var draft = await author.ProposalAsync();
            var proposed = Stopwatch.GetElapsedTime(since);

            var subscriber = service.NewSubscriber(await hub.PushKeyAsync());
            await hub.SubscribeAsync(subscriber, draft.GetProperty("areas")[0].GetString()!);
            await Answers.OkAsync(author.SubmitAsync(draft));
            await Answers.OkAsync(author.DecideAsync(await author.ProposalAsync("submitted"), TimeProvider.System.GetUtcNow()));
            var decided = await releaser.ProposalAsync("decided");
            since = Stopwatch.GetTimestamp();
            await Answers.OkAsync(releaser.ReleaseAsync(decided, StaffClient.Again));
            await subscriber.NextAsync(TimeSpan.FromSeconds(30));
            var pushed = Stopwatch.GetElapsedTime(since);

            // The first round warms the code of this process and is not counted.
            if (run > 0)
            {
                proposal.Add(proposed.TotalMilliseconds);
                push.Add(pushed.TotalMilliseconds);
                media.Add(ParseAndCommit(octets, hub.DataDirectory));
                sink.Add(await PushAloneAsync(service));
            }
        }

        return (
            new Figure("telegram-to-proposal", Figures.Median(proposal), Figures.Median(media), "parse and two durable commits of the same octets", "ms", 50),
            new Figure("release-to-first-push", Figures.Median(push), Figures.Median(sink), "encrypting and sending one message, nothing else", "ms", 1000));
    }

    /// <summary>Cold start of a new deployment, and the memory it holds 5 s later, beside an empty web program.</summary>
    private static async Task<IReadOnlyList<Figure>> StartAsync()
    {
        List<double> ready = [], bareReady = [], resident = [], bareResident = [];
        var data = Directory.CreateTempSubdirectory("bousai-bench-").FullName;
        try
        {
            for (var run = 0; run <= Runs; run++)
            {
                await using var hub = await StartedProgram.StartAsync(
                    "Chiyoda.Bousai.Hub.dll", url => ["serve", "--config", Repository.Config, "--data", data, "--urls", url]);
                await using var bare = await StartedProgram.StartAsync("Chiyoda.Bousai.Benchmarks.dll", url => ["bare-web", url]);
                await Task.Delay(TimeSpan.FromSeconds(5));

                // The first start makes the database; «ready on a warm build» starts on an existing one.
                if (run > 0)
                {
                    ready.Add(hub.StartedIn.TotalSeconds);
                    bareReady.Add(bare.StartedIn.TotalSeconds);
                    resident.Add(hub.ResidentMegabytes);
                    bareResident.Add(bare.ResidentMegabytes);
                }
            }
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }

        return
        [
            new Figure("start-to-ready", Figures.Median(ready), Figures.Median(bareReady), "an empty web program", "s", 5),
            new Figure("idle-resident-set", Figures.Median(resident), Figures.Median(bareResident), "an empty web program", "MB", 250),
        ];
    }

    private static async Task WarmAsync(RunningHub hub)
    {
        var at = TimeProvider.System.GetUtcNow().AddHours(-1);
        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Arakawa, 2, at));
    }

    private static double ParseAndCommit(byte[] octets, string folder)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "medium.db"), Pooling = false }.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE IF NOT EXISTS t (o BLOB)";
        command.ExecuteNonQuery();
        command.CommandText = "INSERT INTO t VALUES ($o)";
        command.Parameters.AddWithValue("$o", octets);

        var since = Stopwatch.GetTimestamp();
        JmaTelegramReader.Read(octets).TryGet(out _, out _);
        command.ExecuteNonQuery();
        command.ExecuteNonQuery();
        return Stopwatch.GetElapsedTime(since).TotalMilliseconds;
    }

    private static async Task<double> PushAloneAsync(LocalPushService service)
    {
        var keys = VapidKeys.Generate();
        using var sender = new PushSender(new PushSenderOptions { Subject = "mailto:bench@localhost", AllowLoopback = true }, keys, TimeProvider.System);
        var subscriber = service.NewSubscriber(keys.PublicKey);
        if (!PushSubscription.TryParse(subscriber.Url.AbsoluteUri, subscriber.Keys.P256dh, subscriber.Keys.Auth, out var subscription, out var refusal))
        {
            throw new InvalidOperationException($"The test subscription was refused: {refusal}");
        }

        var message = new PushMessage("{\"web_push\":8030}"u8.ToArray(), TimeSpan.FromMinutes(5), PushUrgency.High);
        var since = Stopwatch.GetTimestamp();
        await sender.SendAsync(subscription, message, CancellationToken.None);
        await subscriber.NextAsync(TimeSpan.FromSeconds(30));
        return Stopwatch.GetElapsedTime(since).TotalMilliseconds;
    }
}
