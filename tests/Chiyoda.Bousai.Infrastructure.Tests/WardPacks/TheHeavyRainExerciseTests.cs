using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Evacuation.Criteria;
using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Infrastructure.WardPacks;
using Chiyoda.Bousai.Telegrams.Jma;
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

    [Fact]
    public void PlayedThroughParserFoldAndCriteria_ProposesLevelFourUntilTheRiverIsQuiet()
    {
        var pack = WardPackLoader.Load(PackCopy.Shipped).Pack!;
        var statements = new List<WarningStatement>();
        var proposed = new List<(string File, int? Level, bool? ForecastOnly)>();
        foreach (var step in Scenario.Steps)
        {
            Assert.True(JmaTelegramReader.Read(File.ReadAllBytes(step.File)).TryGet(out var telegram, out var refusal), refusal?.Message);
            var stated = TelegramStatements.From(telegram, Guid.CreateVersion7(), telegram.Head.ReportedAt, pack.Ward.Codes);
            Assert.NotEmpty(stated);
            statements.AddRange(stated);
            var inForce = WarningBoard.InForce(statements, TelegramStatus.Training, telegram.Head.ReportedAt);
            var strongest = CriteriaEngine.Group(CriteriaEngine.Evaluate(pack.Criteria, new Observed(inForce), telegram.Head.ReportedAt.DayInJapan()))
                .Select(finding => finding.Strongest).SingleOrDefault(result => result is not null);
            proposed.Add((Path.GetFileName(step.File), strongest?.Criterion.Level, strongest?.ForecastOnly));
        }

        Assert.All(proposed.Take(8), step => Assert.Null(step.Level));
        Assert.Equal(
            [
                ("05_VXKO_kanda_level4.xml", 4, true),
                ("06_VXKO_kanda_level4_continued.xml", 4, false),
                ("07_VXKO_kanda_lifted.xml", null, null),
                ("08_VPWW55_lifted.xml", null, null),
            ],
            proposed.Skip(8));
    }

    private static string PathOf(string file) => Scenario.Steps.Single(step => Path.GetFileName(step.File) == file).File;
}
