using System.Xml;
using System.Xml.Linq;
using Chiyoda.Bousai.TestHub;

namespace Chiyoda.Bousai.Hub.Tests.Fuzz;

/// <summary>The telegrams that are mutated: our own small ones and, where they lie beside the checkout, the collected real ones.</summary>
internal sealed class Seeds
{
    /// <summary>Large ones cost time for little more: they are taken seldom.</summary>
    private const int LargeOctets = 60_000;

    private static readonly string[] Folders = ["official_samples", "official_samples_2026", "official_samples_variants", "real_2026", "real_quake_2021_2024"];

    private readonly IReadOnlyList<XDocument> _own;
    private readonly IReadOnlyList<XDocument> _small;
    private readonly IReadOnlyList<XDocument> _large;

    private Seeds(IEnumerable<byte[]> telegrams)
    {
        var read = telegrams.Select(octets => (octets.Length, Document: Read(octets))).ToList();
        _own = [.. read.Take(HandMade.All.Count).Select(seed => seed.Document)];
        _small = [.. read.Where(seed => seed.Length <= LargeOctets).Select(seed => seed.Document)];
        _large = [.. read.Where(seed => seed.Length > LargeOctets).Select(seed => seed.Document)];
    }

    /// <summary>Our own.</summary>
    public static Seeds OfOurOwn() => new(HandMade.All);

    /// <summary>Our own and the collected ones; <see langword="null"/> where those are not.</summary>
    public static Seeds? Collected()
    {
        var folder = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "data", "jma"));
        return Directory.Exists(folder)
            ? new Seeds([.. HandMade.All, .. Folders.Select(name => Path.Combine(folder, name)).Where(Directory.Exists)
                .SelectMany(each => Directory.EnumerateFiles(each, "*.xml")).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)])
            : null;
    }

    /// <summary>One of them, as a copy that may be changed.</summary>
    public XDocument Choose(Random random)
    {
        var from = random.Next(10) switch
        {
            < 3 => _own,
            9 when _large.Count > 0 && random.Next(4) == 0 => _large,
            _ => _small,
        };
        return new XDocument(from[random.Next(from.Count)]);
    }

    private static XDocument Read(byte[] octets)
    {
        using var stream = new MemoryStream(octets, writable: false);
        using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        return XDocument.Load(reader);
    }
}
