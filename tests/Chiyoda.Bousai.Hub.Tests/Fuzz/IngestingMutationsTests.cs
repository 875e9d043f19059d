using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Fuzz;

/// <summary>
/// Whatever comes in by the door for telegrams, the hub takes it, keeps it, works it out or refuses it in good order, and soon: from
/// the octets through reading, store, fold, criteria and proposals to the chronology and the pages. Half of the mutants go to a hub
/// in live, half to one in exercise.
/// </summary>
[Collection(FuzzAlone.Name)]
public sealed class IngestingMutationsTests(ITestOutputHelper output)
{
    private const int Seed = 20261122;

    /// <summary>A hub takes as many, then the next one begins on an empty folder.</summary>
    private const int PerHub = 10_000;

    /// <summary>What the process may hold more than after the first thousand mutants, once it has collected what nobody uses.</summary>
    private const long MaxGrowthOctets = 64L * 1024 * 1024;

    /// <summary>What the process may hold at any time, with all that waits to be collected, above the state before.</summary>
    private const long MaxWorkingSetGrowthOctets = 1024L * 1024 * 1024;

    private static readonly bool IsLong = Environment.GetEnvironmentVariable("BOUSAI_LONG") == "1";

    [Fact]
    public Task MutationsOfOurOwnTelegrams_AreTakenInGoodOrder() => RunAsync(Seeds.OfOurOwn(), IsLong ? 50_000 : 5_000);

    [Fact]
    public async Task MutationsOfCollectedTelegrams_AreTakenInGoodOrder()
    {
        var seeds = Seeds.Collected();
        Assert.SkipWhen(seeds is null, "The collected telegrams (../shared/data) are not beside this checkout.");
        await RunAsync(seeds, IsLong ? 150_000 : 15_000);
    }

    private async Task RunAsync(Seeds seeds, int count)
    {
        // What only PostgreSQL minds, such as the length of a column, a fifth finds.
        var cases = FuzzCase.Of(Seed, TestDatabase.IsPostgres ? count / 5 : count);
        var memory = new MemoryWatch();
        var slow = new ConcurrentBag<FuzzCase>();
        await Task.WhenAll(
            RunAsync(seeds, [.. cases.Where(each => each.Index % 2 == 0)], live: true, memory, slow),
            RunAsync(seeds, [.. cases.Where(each => each.Index % 2 == 1)], live: false, memory, slow));

        foreach (var mutant in slow)
        {
            await RepeatAloneAsync(seeds, mutant);
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{cases.Count} mutants, {slow.Count} asked again alone, {memory}"));
        memory.Judge(MaxGrowthOctets, MaxWorkingSetGrowthOctets);
    }

    private async Task RunAsync(Seeds seeds, IReadOnlyList<FuzzCase> cases, bool live, MemoryWatch memory, ConcurrentBag<FuzzCase> slow)
    {
        await Task.Yield();
        foreach (var part in cases.Chunk(PerHub))
        {
            await using var hub = await FuzzedHub.StartAsync(live);
            var taken = 0;
            foreach (var mutant in part)
            {
                await hub.TakeAsync(mutant, mutant.Make(seeds));
                if (++taken % 500 == 0)
                {
                    await hub.LookAsync(mutant);
                    memory.Note();
                }
            }

            var since = Stopwatch.GetTimestamp();
            var stored = await hub.EndAsync();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(live ? "live" : "exercise")}: {string.Join(", ", hub.Outcomes.Select(outcome => $"{outcome.Value} {outcome.Key}"))}; {stored}; looked through in {Stopwatch.GetElapsedTime(since).TotalSeconds:0.0} s"));
            hub.Slow.ForEach(slow.Add);
            if (part.Length >= 1_000)
            {
                Assert.All(new[] { "accepted", "irrelevant", "unreadable" }, outcome => Assert.True(hub.Outcomes.GetValueOrDefault(outcome) > part.Length / 20, $"hardly any mutant was {outcome}"));
                Assert.True(stored.Proposals > 0, "no mutant came as far as a proposal");
            }
        }
    }

    /// <summary>A busy machine makes anything slow: what is slow alone too, three times, hangs.</summary>
    private static async Task RepeatAloneAsync(Seeds seeds, FuzzCase mutant)
    {
        for (var times = 1; ; times++)
        {
            await using var hub = await FuzzedHub.StartAsync(live: mutant.Index % 2 == 0);
            await hub.TakeAsync(mutant, mutant.Make(seeds));
            if (hub.Slow.Count == 0)
            {
                return;
            }

            Assert.True(times < 3, $"{mutant} takes more than {FuzzedHub.Hang.TotalSeconds} s.");
        }
    }
}

/// <summary>Nothing else runs beside it: it measures memory and time of this process.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class FuzzAlone
{
    public const string Name = "Fuzz";
}
