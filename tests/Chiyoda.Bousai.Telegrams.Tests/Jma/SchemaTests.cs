using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;

namespace Chiyoda.Bousai.Telegrams.Tests.Jma;

/// <summary>
/// The collected telegrams beside JMA's own schema. Deviations are the source's, so they are reported and none fails the test; what the
/// schema allows and we do not read would.
/// </summary>
public sealed class SchemaTests
{
    [Fact]
    public void EveryCollectedTelegram_IsReadWhetherTheSchemaAgreesOrNot()
    {
        var schemas = new XmlSchemaSet { XmlResolver = null };
        foreach (var file in Directory.GetFiles(SharedData.Path("jma/schema"), "*.xsd"))
        {
            using var reader = XmlReader.Create(file, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            schemas.Add(XmlSchema.Read(reader, null)!);
        }

        schemas.Compile();
        var deviations = IndexRow.All.ToDictionary(row => row["file"], row => DeviationsOf(row["file"], schemas));

        foreach (var (file, found) in deviations.Where(entry => entry.Value.Count > 0))
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"{file}: {found.Count}, the first: {found[0]}");
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{deviations.Count(entry => entry.Value.Count == 0)} of {deviations.Count} are valid");
        Assert.Contains(deviations.Values, found => found.Count == 0);
        Assert.All(deviations.Keys, file => SharedData.Telegram(file));
    }

    private static List<string> DeviationsOf(string file, XmlSchemaSet schemas)
    {
        List<string> found = [];
        using var stream = new MemoryStream(SharedData.Bytes(Path.Combine("jma", file)));
        XDocument.Load(stream).Validate(schemas, (_, deviation) => found.Add(deviation.Message));
        return found;
    }
}
