using System.Xml;
using System.Xml.Linq;

namespace Chiyoda.Bousai.Benchmarks;

/// <summary>Measures several ways of reading the same documents, in turns, so that other work on the machine meets all alike.</summary>
internal static class InTurns
{
    private const int Rounds = 7;

    /// <summary>Rounds that do not count, until everything is compiled for speed.</summary>
    private const int Warming = 4;

    /// <returns>Processor time of the process per document, the median over rounds, for each way.</returns>
    public static List<double> Microseconds(List<byte[]> documents, int passes, Action<byte[]>[] ways)
    {
        List<List<double>> means = [.. ways.Select(_ => new List<double>())];
        for (var round = 0; round < Warming + Rounds; round++)
        {
            for (var i = 0; i < ways.Length; i++)
            {
                var before = Environment.CpuUsage.TotalTime;
                for (var pass = 0; pass < passes; pass++)
                {
                    documents.ForEach(ways[i]);
                }

                means[i].Add((Environment.CpuUsage.TotalTime - before).TotalMicroseconds / (passes * documents.Count));
            }
        }

        return [.. means.Select(each => Figures.Median(each[Warming..]))];
    }

    /// <returns>Octets that are allocated per document.</returns>
    public static double Allocated(List<byte[]> documents, Action<byte[]> way)
    {
        documents.ForEach(way);
        var before = GC.GetAllocatedBytesForCurrentThread();
        documents.ForEach(way);
        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)documents.Count;
    }

    /// <summary>Builds a document in memory and nothing else.</summary>
    public static void Load(byte[] bytes)
    {
        using var reader = XmlReader.Create(new MemoryStream(bytes), new XmlReaderSettings { XmlResolver = null });
        XDocument.Load(reader);
    }

    /// <summary>Walks over every node and takes nothing.</summary>
    public static void Walk(byte[] bytes)
    {
        using var reader = XmlReader.Create(new MemoryStream(bytes), new XmlReaderSettings { XmlResolver = null });
        while (reader.Read())
        {
        }
    }
}
