using Chiyoda.Bousai.Telegrams.Jma;
using Chiyoda.Bousai.TestHub;

namespace Chiyoda.Bousai.Benchmarks;

/// <summary>Reading telegrams to typed facts beside a bare walk over the same octets and beside loading them. Telegrams are the collected ones.</summary>
internal static class Reading
{
    private const int Passes = 4;

    public static IReadOnlyList<Figure> Measure()
    {
        var data = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "data", "jma"));
        List<byte[]> telegrams =
        [
            .. Directory.EnumerateFiles(data, "*.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)
                .Where(bytes => JmaTelegramReader.Read(bytes).TryGet(out _, out _)),
        ];
        var octets = telegrams.Average(bytes => bytes.Length);
        Action<byte[]> ours = bytes => JmaTelegramReader.Read(bytes);
        var times = InTurns.Microseconds(telegrams, Passes, [ours, InTurns.Walk, InTurns.Load]);
        Console.WriteLine(
            $"{telegrams.Count} telegrams of {octets:N0} octets on average: {1e6 / times[0]:N0} telegrams a second on one core; {octets / times[0]:N0} MB/s, walk {octets / times[1]:N0} MB/s, load {octets / times[2]:N0} MB/s");
        return
        [
            new Figure("telegram-beside-walk", times[0], times[1], "a bare XmlReader walk", "µs", times[1] * 2),
            new Figure("telegram-beside-load", times[0], times[2], "XDocument.Load alone", "µs", times[2]),
            new Figure("telegram-octets-allocated", InTurns.Allocated(telegrams, ours), InTurns.Allocated(telegrams, InTurns.Load), "XDocument.Load alone", "B", 0),
            new Figure("telegram-octets-beside-walk", InTurns.Allocated(telegrams, ours), InTurns.Allocated(telegrams, InTurns.Walk), "a bare XmlReader walk", "B", 0),
        ];
    }
}
