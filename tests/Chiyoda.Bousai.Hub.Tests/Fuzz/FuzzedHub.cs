using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using Chiyoda.Bousai.Hub.Features.Feeds;
using Chiyoda.Bousai.Hub.Tests.Logs;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Chiyoda.Bousai.TestHub;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Fuzz;

/// <summary>A whole hub that takes mutants by its own door, and is looked through afterwards.</summary>
internal sealed class FuzzedHub : IAsyncDisposable
{
    /// <summary>A call that takes longer is a hang. The machine may be busy: one that did is asked again alone before it counts.</summary>
    public static readonly TimeSpan Hang = TimeSpan.FromSeconds(1);

    private static readonly string[] Looked = ["/", "/lite", "/en/", "/status.json", "/api/v1/warnings", "/api/v1/orders", "/api/v1/chronology", "/health/ready"];

    private static readonly string[] LookedByStaff = ["/hq", "/hq/proposals", "/hq/telegrams", "/hq/chronology", "/api/v1/proposals", "/api/v1/telegrams"];

    private readonly RunningHub _hub;
    private readonly Desks _staff;
    private readonly ConfigCopy? _live;
    private readonly HeardLog _errors;
    private readonly TemporaryFolder _folder;
    private readonly Dictionary<string, FuzzCase> _posted = new(StringComparer.Ordinal);

    private FuzzedHub(RunningHub hub, Desks staff, ConfigCopy? live, HeardLog errors, TemporaryFolder folder) =>
        (_hub, _staff, _live, _errors, _folder) = (hub, staff, live, errors, folder);

    /// <summary>Answers by their outcome.</summary>
    public Dictionary<string, int> Outcomes { get; } = new(StringComparer.Ordinal);

    /// <summary>Cases that took too long, in a hub that does other things too.</summary>
    public List<FuzzCase> Slow { get; } = [];

    public static async Task<FuzzedHub> StartAsync(bool live)
    {
        var clock = new MovableClock();
        clock.Advance(Mutation.Now - TimeProvider.System.GetUtcNow());
        var errors = new HeardLog(LogLevel.Error);
        var folder = new TemporaryFolder();
        var config = live ? new ConfigCopy().Verified() : null;
        var hub = await RunningHub.StartAsync(
            folder.Path,
            services =>
            {
                services.AddSingleton<TimeProvider>(clock);
                services.AddSingleton<ILoggerProvider>(errors);
                SeldomTold.Apply(services);
                // The path is the real one; only that the file is thrown away: nobody waits for the disk.
                services.ConfigureDbContext<SqliteBousaiDbContext>(options => options.AddInterceptors(new NoSync()));
            },
            new Dictionary<string, string?> { ["Logging:LogLevel:Chiyoda.Bousai"] = "Warning" },
            config);
        return new FuzzedHub(hub, await Desks.OpenAsync(hub), config, errors, folder);
    }

    public async Task TakeAsync(FuzzCase mutant, byte[] octets)
    {
        _posted[Convert.ToHexStringLower(SHA256.HashData(octets))] = mutant;
        var since = Stopwatch.GetTimestamp();
        using var content = new ByteArrayContent(octets);
        using var answer = await PostAsync(mutant, content);
        if (Stopwatch.GetElapsedTime(since) > Hang)
        {
            Slow.Add(mutant);
        }

        Assert.True(answer.StatusCode == HttpStatusCode.Accepted, $"{mutant} was answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        var outcome = (await answer.Content.ReadFromJsonAsync<Receipt>())!.Outcome;
        Outcomes[outcome] = Outcomes.GetValueOrDefault(outcome) + 1;
        Assert.True(_errors.Lines.FirstOrDefault() is null, $"{mutant}: {_errors.Lines.FirstOrDefault()}");
    }

    /// <summary>What people see of all this can be shown; and what is proposed is turned down, so that there may be new proposals.</summary>
    public async Task LookAsync(FuzzCase last)
    {
        foreach (var (http, path) in Looked.Select(path => (_hub.Public, path)).Concat(LookedByStaff.Select(path => (_staff.Author.Http, path))))
        {
            using var answer = await http.GetAsync(path);
            Assert.True(answer.IsSuccessStatusCode, $"{path} was answered {(int)answer.StatusCode} after {last}: {await answer.Content.ReadAsStringAsync()}");
        }

        foreach (var draft in await _staff.Author.ProposalsAsync())
        {
            using var page = await _staff.Author.Http.GetAsync($"/hq/proposals/{draft.GetProperty("id").GetString()}");
            Assert.True(page.IsSuccessStatusCode, $"A proposal cannot be shown after {last}.");
            var submitted = await Answers.OkAsync(_staff.Author.SubmitAsync(draft));
            await Answers.OkAsync(_staff.Releaser.ActAsync(draft, "reject", new { version = StaffClient.VersionOf(submitted), reason = "試験" }));
        }
    }

    /// <summary>Ends the hub: everything is in the store, worked out, and the chronology whole.</summary>
    public async Task<Stored> EndAsync()
    {
        await Eventually.TrueAsync(
            async () => await CountAsync("SELECT COUNT(*) FROM feeds_telegrams WHERE Outcome = 'Pending'") == 0,
            $"every telegram is worked out; {await CountAsync("SELECT COUNT(*) FROM feeds_telegrams WHERE Attempts > 0")} failed at least once");
        await _hub.StopAsync();
        var kept = (await TestDatabase.ReadAsync<byte[]>(_folder.Path, "SELECT Sha256 FROM feeds_telegrams")).Select(Convert.ToHexStringLower).ToHashSet(StringComparer.Ordinal);
        var lost = _posted.Where(posted => !kept.Contains(posted.Key)).Select(posted => posted.Value).ToList();
        Assert.True(lost.Count == 0, $"{lost.Count} were answered and are not in the store, the first is {lost.FirstOrDefault()}");
        Assert.Equal(_posted.Count, kept.Count);
        Assert.Equal(0, await CountAsync("SELECT COUNT(*) FROM feeds_telegrams WHERE Attempts > 0 OR RefusalCode = 'telegrams.defect'"));
        Assert.True(_errors.Lines.FirstOrDefault() is null, _errors.Lines.FirstOrDefault());
        var verified = await HubProcess.RunAsync("verify", "--data", _folder.Path, "--config", _live?.Path ?? Repository.Config);
        Assert.True(verified.Status == 0, verified.Output + verified.Error);
        return new Stored(
            kept.Count,
            await CountAsync("SELECT COUNT(*) FROM chronology"),
            await CountAsync("SELECT COUNT(*) FROM evacuation_proposals"),
            await CountAsync("SELECT COUNT(*) FROM warnings_streams"),
            await CountAsync("SELECT CAST(MAX(LENGTH(Octets)) AS BIGINT) FROM entry_payloads"));
    }

    public async ValueTask DisposeAsync()
    {
        _staff.Dispose();
        await _hub.DisposeAsync();
        await TestDatabase.DropAsync(_folder.Path);
        _live?.Dispose();
        _errors.Dispose();
        _folder.Dispose();
    }

    private async Task<long> CountAsync(string question) => (await TestDatabase.ReadAsync<long>(_folder.Path, question))[0];

    private async Task<HttpResponseMessage> PostAsync(FuzzCase mutant, HttpContent content)
    {
        try
        {
            return await _hub.PostTelegramAsync(content).WaitAsync(TimeSpan.FromSeconds(60));
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"{mutant} was not answered within a minute.");
        }
    }
}

/// <summary>What a fuzzed hub holds in the end.</summary>
internal sealed record Stored(long Telegrams, long Entries, long Proposals, long Streams, long LargestPayload);
