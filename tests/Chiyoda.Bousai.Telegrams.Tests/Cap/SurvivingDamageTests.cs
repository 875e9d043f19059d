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
            var (alert, index, allocated) = Promptly.Do($"Mutation {i}", () => Use(bytes));
            read += alert ? 1 : 0;
            indexes += index ? 1 : 0;
            Assert.True(allocated < 64 * 1024 * 1024, $"Mutation {i} of {bytes.Length:N0} bytes allocated {allocated:N0}.");
        }

        Assert.True(read > 100 && indexes > 100, $"Only {read} mutants were read as alerts and {indexes} as indexes.");
    }

    private static (bool Alert, bool Index, long Allocated) Use(byte[] bytes)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        using var json = new MemoryStream();
        var alert = TelegramJson.Write("mutant", bytes, json);
        var index = CapIndexReader.Read(bytes).TryGet(out _, out _);
        return (alert, index, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
