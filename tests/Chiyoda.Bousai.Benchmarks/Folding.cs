using System.Diagnostics;
using System.Globalization;
using System.Text;
using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Telegrams.Jma;
using Chiyoda.Bousai.TestHub;

namespace Chiyoda.Bousai.Benchmarks;

/// <summary>
/// What is in force, built anew from 10,000 telegrams on one core: read, stated for the ward, folded and merged. All families
/// mixed, from the collected telegrams where they are beside the repository and from the exercise where not, each moved by its own
/// minutes and handed over in no order, for a ward that is everywhere: the heaviest there can be.
/// </summary>
internal static class Folding
{
    private const int Telegrams = 10_000;
    private const int AtOnce = 500;
    private const int Runs = 5;

    private static readonly DateTimeOffset Start = new(2026, 6, 1, 0, 0, 0, TimeSpan.FromHours(9));

    public static IReadOnlyList<Figure> Measure()
    {
        var originals = Originals().Select(file => Encoding.UTF8.GetString(File.ReadAllBytes(file))).Where(IsReadable).ToList();
        var ward = Everywhere(originals);
        List<double> rebuilt = [], read = [];
        for (var run = 0; run <= Runs; run++)
        {
            var (ours, alone, inForce) = Rebuild(originals, ward);
            Console.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{Telegrams} telegrams from {originals.Count} originals: {ours:0} ms, {inForce} in force"));

            // The first run warms the code and is not counted.
            if (run > 0)
            {
                rebuilt.Add(ours);
                read.Add(alone);
            }
        }

        return [new Figure("state-from-10000-telegrams", Figures.Median(rebuilt), Figures.Median(read), "reading the same telegrams alone", "ms", 5000)];
    }

    private static (double Ours, double Alone, int InForce) Rebuild(List<string> originals, WardCodes ward)
    {
        var order = Enumerable.Range(0, Telegrams).ToArray();
        new Random(20261128).Shuffle(order);
        TimeSpan ours = default, alone = default;
        List<WarningStatement> statements = [];
        foreach (var some in order.Chunk(AtOnce))
        {
            // Made outside the measure, and a part at a time, so that the measure is not of memory.
            var octets = some.Select(at => Moved(originals[at % originals.Count], Start.AddMinutes(at))).ToList();
            var since = Stopwatch.GetTimestamp();
            foreach (var one in octets)
            {
                JmaTelegramReader.Read(one);
            }

            alone += Stopwatch.GetElapsedTime(since);
            since = Stopwatch.GetTimestamp();
            foreach (var one in octets)
            {
                if (JmaTelegramReader.Read(one).TryGet(out var telegram, out _))
                {
                    statements.AddRange(TelegramStatements.From(telegram, Guid.NewGuid(), telegram.Head.ReportedAt, ward));
                }
            }

            ours += Stopwatch.GetElapsedTime(since);
        }

        var folding = Stopwatch.GetTimestamp();
        var inForce = WarningBoard.InForce(statements, TelegramStatus.Normal, Start.AddMinutes(Telegrams)).Count;
        ours += Stopwatch.GetElapsedTime(folding);
        return (ours.TotalMilliseconds, alone.TotalMilliseconds, inForce);
    }

    public static IEnumerable<string> Originals()
    {
        var collected = Path.GetFullPath(Path.Combine(Repository.Config, "..", "..", "shared", "data", "jma"));
        string[] folders = ["official_samples", "official_samples_2026", "real_2026"];
        return Directory.Exists(collected)
            ? folders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(collected, folder), "*.xml")).Order(StringComparer.Ordinal)
            : Directory.EnumerateFiles(Path.Combine(Repository.Config, "exercises/heavy-rain"), "*.xml").Order(StringComparer.Ordinal);
    }

    public static bool IsReadable(string telegram) => JmaTelegramReader.Read(Encoding.UTF8.GetBytes(telegram)).TryGet(out _, out _);

    public static byte[] Moved(string telegram, DateTimeOffset to) => Encoding.UTF8.GetBytes(With(
        With(telegram, "<ReportDateTime>", "</ReportDateTime>", to.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture)),
        "<DateTime>",
        "</DateTime>",
        to.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)));

    private static string With(string telegram, string opening, string closing, string value)
    {
        var from = telegram.IndexOf(opening, StringComparison.Ordinal);
        var to = telegram.IndexOf(closing, Math.Max(from, 0), StringComparison.Ordinal);
        return from < 0 || to < 0 ? telegram : string.Concat(telegram.AsSpan(0, from + opening.Length), value, telegram.AsSpan(to));
    }

    /// <summary>All codes that the telegrams name.</summary>
    public static WardCodes Everywhere(List<string> originals)
    {
        var areas = originals
            .Select(telegram => JmaTelegramReader.Read(Encoding.UTF8.GetBytes(telegram)).TryGet(out var read, out _) ? read.Facts : null)
            .OfType<HazardFacts>()
            .SelectMany(facts => facts.Items)
            .Select(item => item.Area)
            .ToLookup(area => area.CodeSet, area => area.Code, StringComparer.Ordinal);
        HashSet<string> municipalities = [.. areas[CodeSets.Municipality]];
        return new WardCodes
        {
            Class20 = municipalities,
            Office = "130000",
            Class10And15 = areas[CodeSets.WeatherRegion].ToHashSet(StringComparer.Ordinal),
            FloodForecastAreas = areas[CodeSets.FloodForecastArea].ToHashSet(StringComparer.Ordinal),
            SeismicCities = municipalities,
            SeismicAreas = new HashSet<string> { "350" },
            TsunamiRegions = new Dictionary<string, string> { ["312"] = "東京湾内湾" },
        };
    }
}
