using System.Diagnostics;
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

    private static readonly TimeSpan Round = TimeSpan.FromSeconds(1);

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
        return
        [
            new Figure("alert-beside-schema", Microseconds(plain, ours), Microseconds(plain, validation), "walk with XmlSchemaSet validation, no facts", "µs", 0),
            new Figure("alert-beside-load", Microseconds(plain, ours), Microseconds(plain, load), "XDocument.Load, no validation", "µs", 0),
            new Figure("alert-octets-allocated", Allocated(plain, ours), Allocated(plain, validation), "walk with XmlSchemaSet validation, no facts", "B", 0),
            new Figure("signed-alert-beside-load", Microseconds(signed, ours), Microseconds(signed, load), "XDocument.Load, no validation", "µs", 0),
        ];
    }

    private static bool IsSigned(byte[] bytes) => CapReader.Read(bytes).TryGet(out var alert, out _) && alert.Signature != CapSignature.None;

    /// <summary>Median over the rounds of the mean per alert.</summary>
    private static double Microseconds(List<byte[]> alerts, Action<byte[]> act)
    {
        List<double> means = [];
        for (var round = 0; round <= Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            var count = 0;
            while (watch.Elapsed < Round)
            {
                alerts.ForEach(act);
                count += alerts.Count;
            }

            means.Add(watch.Elapsed.TotalMicroseconds / count);
        }

        return Figures.Median(means[1..]);
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
