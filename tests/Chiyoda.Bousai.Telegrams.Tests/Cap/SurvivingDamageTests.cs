using System.Diagnostics;
using Chiyoda.Bousai.Telegrams.Cap;
using Chiyoda.Bousai.Telegrams.Jma;

namespace Chiyoda.Bousai.Telegrams.Tests.Cap;

/// <summary>Whatever the bytes, the answer is an alert, an index or a refusal, soon and in bounded memory.</summary>
public sealed class SurvivingDamageTests
{
    [Fact]
    public void MutationsOfAlertsAndIndexes_NeverThrowAndNeverHang()
    {
        var mutations = new Mutations(Alerts.Files().Select(Alerts.Collected).Where(bytes => bytes.Length < 300_000));
        var (read, indexes) = (0, 0);
        for (var i = 0; i < Mutations.Count(4_000, 200_000); i++)
        {
            var bytes = mutations.Make(i);
            var watch = Stopwatch.StartNew();
            var before = GC.GetAllocatedBytesForCurrentThread();

            using var json = new MemoryStream();
            read += TelegramJson.Write("mutant", bytes, json) ? 1 : 0;
            indexes += CapIndexReader.Read(bytes).TryGet(out _, out _) ? 1 : 0;

            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"Mutation {i} took {watch.Elapsed}.");
            Assert.True(allocated < 64 * 1024 * 1024, $"Mutation {i} of {bytes.Length:N0} bytes allocated {allocated:N0}.");
        }

        Assert.True(read > 100 && indexes > 100, $"Only {read} mutants were read as alerts and {indexes} as indexes.");
    }
}
