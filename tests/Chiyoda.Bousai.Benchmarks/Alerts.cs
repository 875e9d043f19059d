using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using Chiyoda.Bousai.Telegrams.Cap;
using Chiyoda.Bousai.TestHub;

namespace Chiyoda.Bousai.Benchmarks;

/// <summary>
/// Reading and validating alerts of CAP 1.2 beside what the base library needs for the same octets: validation by the OASIS schema, and
/// loading alone. Alerts and schema are the collected ones beside the repository.
/// </summary>
internal static class Alerts
{
    private const int Rounds = 7;

    private const int Passes = 200;

    /// <summary>Rounds that do not count, until everything is compiled for speed.</summary>
    private const int Warming = 4;

    public static IReadOnlyList<Figure> Measure()
    {
        var data = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "data", "cap"));
        var schemas = new XmlSchemaSet { XmlResolver = null };
        schemas.Add(null, Path.Combine(data, "xsd", "CAP-v1.2.xsd"));
        schemas.Compile();

        // Signatures cost what cryptography costs; they are a figure of their own.
        var all = Directory.EnumerateFiles(Path.Combine(data, "alerts"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)
            .Where(bytes => CapReader.Read(bytes).TryGet(out var alert, out _) && alert.Version == CapVersion.V12).ToList();
        List<byte[]> plain = [.. all.Where(bytes => IsSigned(bytes) is false)];
        List<byte[]> signed = [.. all.Where(bytes => IsSigned(bytes) && bytes.Length < 100_000)];
        Console.WriteLine($"{plain.Count} unsigned alerts with {plain.Sum(bytes => bytes.Length):N0} octets, {signed.Count} signed with {signed.Sum(bytes => bytes.Length):N0}");

        Action<byte[]> ours = bytes => CapReader.Read(bytes);
        Action<byte[]> validation = bytes => Validate(bytes, schemas);
        Action<byte[]> load = bytes => Load(bytes);
        var times = Microseconds(plain, [ours, validation, load]);
        var signedTimes = Microseconds(signed, [ours, load]);
        return
        [
            new Figure("alert-beside-schema", times[0], times[1], "walk with XmlSchemaSet validation, no facts", "µs", 0),
            new Figure("alert-beside-load", times[0], times[2], "XDocument.Load, no validation", "µs", 0),
            new Figure("alert-octets-allocated", Allocated(plain, ours), Allocated(plain, validation), "walk with XmlSchemaSet validation, no facts", "B", 0),
            new Figure("signed-alert-beside-load", signedTimes[0], signedTimes[1], "XDocument.Load, no validation", "µs", 0),
        ];
    }

    private static bool IsSigned(byte[] bytes) => CapReader.Read(bytes).TryGet(out var alert, out _) && alert.Signature != CapSignature.None;

    /// <summary>Processor time of the process per alert, median over rounds in which all take turns, so that other work on the machine meets all alike.</summary>
    private static List<double> Microseconds(List<byte[]> alerts, Action<byte[]>[] acts)
    {
        List<List<double>> means = [.. acts.Select(_ => new List<double>())];
        for (var round = 0; round < Warming + Rounds; round++)
        {
            for (var i = 0; i < acts.Length; i++)
            {
                var before = Environment.CpuUsage.TotalTime;
                for (var pass = 0; pass < Passes; pass++)
                {
                    alerts.ForEach(acts[i]);
                }

                means[i].Add((Environment.CpuUsage.TotalTime - before).TotalMicroseconds / (Passes * alerts.Count));
            }
        }

        return [.. means.Select(each => Figures.Median(each[Warming..]))];
    }

    private static double Allocated(List<byte[]> alerts, Action<byte[]> act)
    {
        alerts.ForEach(act);
        var before = GC.GetAllocatedBytesForCurrentThread();
        alerts.ForEach(act);
        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)alerts.Count;
    }

    private static void Validate(byte[] bytes, XmlSchemaSet schemas)
    {
        using var reader = XmlReader.Create(
            new MemoryStream(bytes), new XmlReaderSettings { XmlResolver = null, ValidationType = ValidationType.Schema, Schemas = schemas });
        while (reader.Read())
        {
        }
    }

    private static void Load(byte[] bytes)
    {
        using var reader = XmlReader.Create(new MemoryStream(bytes), new XmlReaderSettings { XmlResolver = null });
        XDocument.Load(reader);
    }
}
