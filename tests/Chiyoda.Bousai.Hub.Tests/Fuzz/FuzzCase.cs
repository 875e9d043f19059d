using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Chiyoda.Bousai.Hub.Tests.Fuzz;

/// <summary>One mutant: its octets depend on the two numbers and the seeds alone.</summary>
/// <param name="Seed">Of the run.</param>
/// <param name="Index">In the run.</param>
internal sealed record FuzzCase(int Seed, int Index)
{
    /// <summary>Names one case, or a range of them, to be run alone: <c>20261122:4711</c>, <c>20261122:4000-4711</c>.</summary>
    public const string Variable = "BOUSAI_FUZZ";

    /// <summary>The cases of a run: all of them, or those that the environment names.</summary>
    public static IReadOnlyList<FuzzCase> Of(int seed, int count)
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } named)
        {
            return [.. Enumerable.Range(0, count).Select(index => new FuzzCase(seed, index))];
        }

        int[] numbers = [.. named.Split(':', '-').Select(number => int.Parse(number, CultureInfo.InvariantCulture))];
        return [.. Enumerable.Range(numbers[1], numbers[^1] - numbers[1] + 1).Select(index => new FuzzCase(numbers[0], index))];
    }

    public byte[] Make(Seeds seeds)
    {
        var random = new Random(unchecked((Seed * 1_000_003) + Index));
        var document = seeds.Choose(random);
        var mutation = new Mutation(document, seeds, random);
        for (var changes = random.Next(1, 5); changes > 0; changes--)
        {
            TelegramMutators.All[random.Next(TelegramMutators.All.Count)](mutation);
        }

        var octets = Write(document);
        return random.Next(4) == 0 ? OctetMutators.Apply(octets, random) : octets;
    }

    /// <summary>How to see it again.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"mutation {Index} of seed {Seed} ({Variable}={Seed}:{Index} dotnet run --project tests/Chiyoda.Bousai.Hub.Tests -- -class \"*{nameof(IngestingMutationsTests)}\")");

    private static byte[] Write(XDocument document)
    {
        using var stream = new MemoryStream();
        try
        {
            using var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) });
            document.Save(writer);
        }
        catch (Exception notXml) when (notXml is ArgumentException or XmlException or InvalidOperationException)
        {
            // What cannot be written as XML goes out as far as it was written.
        }

        return stream.ToArray();
    }
}
