using System.Globalization;
using System.Text.Json;
using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Telegrams.Jma;
using Chiyoda.Bousai.Telegrams.Jma.Earthquakes;
using Chiyoda.Bousai.Telegrams.Jma.Tsunamis;
using Chiyoda.Bousai.Telegrams.P2PQuake;

namespace Chiyoda.Bousai.Telegrams.Tests.Jma;

/// <summary>
/// Telegrams beside what another reader made of them: the JSON (API v2) that p2pquake published for real earthquakes of 2021–2024.
/// A pair is a telegram and a JSON whose leading 14 digits agree within a second, or whose names agree.
/// </summary>
public sealed class PublishedPairsTests
{
    private const string Telegrams = "jma/real_quake_2021_2024";
    private const string Published = "p2pquake/epsp_json";

    [Fact]
    public void OurReading_IsThePublishedOne()
    {
        var comparisons = new List<Comparison>();
        var pairs = Pairs().ToList();
        foreach (var (telegram, published) in pairs)
        {
            using var json = JsonDocument.Parse(SharedData.Bytes(Path.Combine(Published, published)));
            comparisons.AddRange(Compare(SharedData.Telegram(Path.Combine("real_quake_2021_2024", telegram)).Facts, json.RootElement)
                .Select(comparison => comparison with { Pair = $"{telegram} beside {published}" }));
        }

        var output = TestContext.Current.TestOutputHelper;
        output?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{pairs.Count} pairs; of each field the pairs in which theirs lists it:"));
        foreach (var field in comparisons.GroupBy(comparison => comparison.Field))
        {
            output?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{field.Key}: {field.Count(one => one.Agrees)} of {field.Count()}"));
        }

        Assert.True(pairs.Count > 40);
        Assert.Equal(
            ["cancelled", "depth", "latitude", "longitude", "magnitude", "max scale", "name", "points", "tsunami areas"],
            comparisons.Select(comparison => comparison.Field).Distinct().Order(StringComparer.Ordinal));
        Assert.Empty(comparisons.Where(comparison => !comparison.Agrees).Select(comparison => $"{comparison.Pair}: {comparison.Field} {comparison.Ours} ≠ {comparison.Theirs}"));
    }

    /// <summary>The archive has neither id nor code, as <c>hub read</c> finds it.</summary>
    [Fact]
    public void EveryPublishedReport_IsReadFromItsFile()
    {
        var read = new Dictionary<int, int>();
        foreach (var file in Names(Published, "*.json"))
        {
            var bytes = SharedData.Bytes(Path.Combine(Published, file));
            Assert.True(P2PQuakeReader.ReadFile(bytes).TryGet(out var reports, out _), file);
            var report = Assert.Single(reports);
            read[report.Code] = read.GetValueOrDefault(report.Code) + 1;

            using var theirs = JsonDocument.Parse(bytes);
            if (theirs.RootElement.TryGetProperty("earthquake", out var earthquake))
            {
                var hypocenter = earthquake.GetProperty("hypocenter");
                Assert.Equal((file, hypocenter.TryGetProperty("name", out var name) ? name.GetString() : ""), (file, report.Earthquake!.HypocenterName));
                Assert.Equal((file, hypocenter.TryGetProperty("magnitude", out var magnitude) && magnitude.GetDouble() is >= 0 and var number ? number : null), (file, report.Earthquake.Magnitude));
                Assert.Equal(theirs.RootElement.TryGetProperty("points", out var points) ? points.GetArrayLength() : 0, report.Earthquake.Points.Count);
            }
            else
            {
                Assert.Equal(theirs.RootElement.GetProperty("areas").GetArrayLength(), report.Tsunami!.Areas.Count);
            }

            // The live source sends id and code; without them it could not tell a repeat.
            Assert.True(P2PQuakeReader.Read(bytes).TryGet(out var live, out _));
            Assert.Empty(live);
        }

        Assert.Equal((61, 8, 1), (read[551], read[552], read[556]));
    }

    private static IEnumerable<(string Telegram, string Published)> Pairs()
    {
        var published = Names(Published, "*.json");
        return Names(Telegrams, "*.xml").SelectMany(telegram => published
            .Where(json => Path.GetFileNameWithoutExtension(json) == Path.GetFileNameWithoutExtension(telegram)
                || (TimeIn(telegram) is { } one && TimeIn(json) is { } other && (one - other).Duration() <= TimeSpan.FromSeconds(1)))
            .Select(json => (telegram, json)));
    }

    private static List<string> Names(string folder, string pattern) => [.. Directory.GetFiles(SharedData.Path(folder), pattern).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    private static DateTime? TimeIn(string name) =>
        DateTime.TryParseExact(name[..14], "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    private static IEnumerable<Comparison> Compare(TelegramFacts facts, JsonElement published) => facts switch
    {
        EarthquakeFacts earthquake => [.. OfTheHypocenter(earthquake.Hypocenter, published), .. OfTheIntensities(earthquake, published)],
        EarlyWarningFacts warning => OfTheHypocenter(warning.Hypocenter, published),
        TsunamiFacts tsunami => OfTheTsunami(tsunami, published),
        _ => [new Comparison("family", false, facts.GetType().Name, "an earthquake or a tsunami")],
    };

    private static IEnumerable<Comparison> OfTheHypocenter(Hypocenter? ours, JsonElement published)
    {
        var theirs = published.GetProperty("earthquake").GetProperty("hypocenter");
        return
        [
            Beside("name", ours?.Name ?? "", Text("name")),
            Beside("latitude", ours?.Latitude, Number("latitude", -200)),
            Beside("longitude", ours?.Longitude, Number("longitude", -200)),
            Beside("depth", ours?.DepthKilometers, Number("depth", -1)),
            Beside("magnitude", ours?.Magnitude, Number("magnitude", -1)),
        ];

        string Text(string member) => theirs.TryGetProperty(member, out var value) ? value.GetString()! : "";

        // Theirs has a number of its own for «unknown».
        decimal? Number(string member, decimal unknown) =>
            theirs.TryGetProperty(member, out var value) && value.GetDecimal() is var number && number != unknown ? number : null;
    }

    private static IEnumerable<Comparison> OfTheIntensities(EarthquakeFacts ours, JsonElement published)
    {
        yield return Beside("max scale", ours.MaxIntensity is { } intensity ? Scale(intensity) : -1, published.GetProperty("earthquake").GetProperty("maxScale").GetInt32());

        var points = published.GetProperty("points").EnumerateArray()
            .Select(point => (point.GetProperty("pref").GetString()!, point.GetProperty("addr").GetString()!.TrimEnd('＊'), point.GetProperty("scale").GetInt32(), point.GetProperty("isArea").GetBoolean())).Order().ToList();
        if (points.Count == 0)
        {
            // Theirs lists none: nothing to agree with.
            yield break;
        }

        // ScaleAndDestination lists the areas (細分区域) with 震度３ and more; the others list all that the telegram has.
        var isSummary = published.GetProperty("issue").GetProperty("type").GetString() == "ScaleAndDestination";
        var scope = !isSummary && ours.Observations.Any(place => place.Scope == IntensityScope.Station) ? IntensityScope.Station : IntensityScope.Area;
        var stations = ours.Observations.Where(place => place.Scope == scope && (!isSummary || place.Intensity >= SeismicIntensity.Three))
            .Select(place => (place.Prefecture, Name: place.Place.Name.TrimEnd('＊'), Scale(place.Intensity!.Value), scope == IntensityScope.Area)).Order();
        yield return Beside("points", string.Join(' ', stations), string.Join(' ', points));
    }

    private static IEnumerable<Comparison> OfTheTsunami(TsunamiFacts ours, JsonElement published)
    {
        var held = ours.Areas.Where(area => area.Grade is TsunamiGrade.Watch or TsunamiGrade.Warning or TsunamiGrade.MajorWarning).ToList();
        var theirs = published.GetProperty("areas").EnumerateArray().Select(area => $"{area.GetProperty("name").GetString()} {area.GetProperty("grade").GetString()}");
        return
        [
            Beside("tsunami areas", string.Join(',', held.Select(area => $"{area.Region.Name} {area.Grade}").Order(StringComparer.Ordinal)), string.Join(',', theirs.Order(StringComparer.Ordinal))),
            Beside("cancelled", held.Count == 0, published.GetProperty("cancelled").GetBoolean()),
        ];
    }

    private static Comparison Beside<T>(string field, T ours, T theirs) => new(field, EqualityComparer<T>.Default.Equals(ours, theirs), $"{ours}", $"{theirs}");

    private static int Scale(SeismicIntensity intensity) => intensity switch
    {
        SeismicIntensity.One => 10,
        SeismicIntensity.Two => 20,
        SeismicIntensity.Three => 30,
        SeismicIntensity.Four => 40,
        SeismicIntensity.FiveLower => 45,
        SeismicIntensity.UnreportedFiveLowerOrMore => 46,
        SeismicIntensity.FiveUpper => 50,
        SeismicIntensity.SixLower => 55,
        SeismicIntensity.SixUpper => 60,
        SeismicIntensity.Seven => 70,
        _ => -1,
    };

    private sealed record Comparison(string Field, bool Agrees, string Ours, string Theirs)
    {
        public string Pair { get; init; } = "";
    }
}
