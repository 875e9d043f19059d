using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Infrastructure.WardPacks;
using Xunit;

namespace Chiyoda.Bousai.Infrastructure.Tests.WardPacks;

public class TheHeavyRainExerciseTests
{
    private static readonly XNamespace Envelope = "http://xml.kishou.go.jp/jmaxml1/";
    private static readonly XNamespace Head = "http://xml.kishou.go.jp/jmaxml1/informationBasis1/";

    private static readonly ExerciseScenario Scenario = WardPackLoader.Load(PackCopy.Shipped).Pack!.Exercises["heavy-rain"];

    public static IEnumerable<TheoryDataRow<string>> Telegrams() => Scenario.Steps.Select(step => new TheoryDataRow<string>(Path.GetFileName(step.File)));

    [Theory]
    [MemberData(nameof(Telegrams))]
    public void EveryTelegram_IsMarkedAsTraining(string file)
    {
        var report = XDocument.Load(PathOf(file));

        Assert.Equal("訓練", report.Root!.Element(Envelope + "Control")!.Element(Envelope + "Status")!.Value);
    }

    [Theory]
    [MemberData(nameof(Telegrams))]
    public void EveryTelegram_IsValidBySchema(string file)
    {
        var schemas = Path.Combine(PackCopy.Shipped, "..", "..", "shared", "data", "jma", "schema");
        if (!Directory.Exists(schemas))
        {
            Assert.Skip("The JMA schemas are not on this machine.");
        }

        var set = new XmlSchemaSet { XmlResolver = new XmlUrlResolver() };
        foreach (var schema in Directory.EnumerateFiles(schemas, "*.xsd"))
        {
            using var reader = XmlReader.Create(schema);
            set.Add(null, reader);
        }

        var errors = new List<string>();
        XDocument.Load(PathOf(file)).Validate(set, (_, problem) => errors.Add(problem.Message));

        Assert.Empty(errors);
    }

    [Fact]
    public void TheOpening_HoldsOneTelegramOfEveryFamilyOfTheFullState()
    {
        var opening = Scenario.Steps.Where(step => step.After == TimeSpan.Zero).Select(step => Path.GetFileName(step.File).Split('_')[1]);

        Assert.Equal(["VPWW55", "VPWW56", "VPWW57", "VPWW58", "VPWW59", "VPWW60", "VPWW61"], opening.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void LevelFourOfTheKandaRiver_ComesWithinTwelveSeconds()
    {
        var first = Scenario.Steps.First(step => step.File.Contains("kanda_level4", StringComparison.Ordinal));

        Assert.True(first.After <= TimeSpan.FromSeconds(12));
    }

    [Fact]
    public void ReportTimes_NeverGoBack()
    {
        var times = Scenario.Steps.Select(step => DateTimeOffset.Parse(
            XDocument.Load(step.File).Root!.Element(Head + "Head")!.Element(Head + "ReportDateTime")!.Value,
            System.Globalization.CultureInfo.InvariantCulture)).ToList();

        Assert.Equal(times.Order(), times);
    }

    private static string PathOf(string file) => Scenario.Steps.Single(step => Path.GetFileName(step.File) == file).File;
}
