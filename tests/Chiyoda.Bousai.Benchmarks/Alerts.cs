using System.Xml;
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
    private const int Passes = 200;

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
        Action<byte[]> load = InTurns.Load;
        var times = InTurns.Microseconds(plain, Passes, [ours, validation, load]);
        var signedTimes = InTurns.Microseconds(signed, Passes, [ours, load]);
        return
        [
            new Figure("alert-beside-schema", times[0], times[1], "walk with XmlSchemaSet validation, no facts", "µs", 0),
            new Figure("alert-beside-load", times[0], times[2], "XDocument.Load, no validation", "µs", 0),
            new Figure("alert-octets-allocated", InTurns.Allocated(plain, ours), InTurns.Allocated(plain, validation), "walk with XmlSchemaSet validation, no facts", "B", 0),
            new Figure("signed-alert-beside-load", signedTimes[0], signedTimes[1], "XDocument.Load, no validation", "µs", 0),
        ];
    }

    private static bool IsSigned(byte[] bytes) => CapReader.Read(bytes).TryGet(out var alert, out _) && alert.Signature != CapSignature.None;

    private static void Validate(byte[] bytes, XmlSchemaSet schemas)
    {
        using var reader = XmlReader.Create(
            new MemoryStream(bytes), new XmlReaderSettings { XmlResolver = null, ValidationType = ValidationType.Schema, Schemas = schemas });
        while (reader.Read())
        {
        }
    }
}
