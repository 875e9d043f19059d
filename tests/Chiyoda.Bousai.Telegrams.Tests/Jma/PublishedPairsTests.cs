using System.Globalization;
using System.Text.Json;
using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Telegrams.Jma;
using Chiyoda.Bousai.Telegrams.Jma.Earthquakes;
using Chiyoda.Bousai.Telegrams.Jma.Tsunamis;

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
        var differences = new List<string>();
        var pairs = Pairs().ToList();
        foreach (var (telegram, published) in pairs)
        {
            using var json = JsonDocument.Parse(SharedData.Bytes(Path.Combine(Published, published)));
            differences.AddRange(Compare(SharedData.Telegram(Path.Combine("real_quake_2021_2024", telegram)).Facts, json.RootElement)
                .Select(difference => $"{telegram} beside {published}: {difference}"));
        }

        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{pairs.Count - differences.Select(line => line.Split(':')[0]).Distinct().Count()} of {pairs.Count} pairs agree"));
        Assert.True(pairs.Count > 40);
        Assert.Empty(differences);
    }

    private static IEnumerable<(string Telegram, string Published)> Pairs()
    {
        var published = Names(Published, "*.json");
        return Names(Telegrams, "*.xml").SelectMany(telegram => published
            .Where(json => Path.GetFileNameWithoutExtension(json) == Path.GetFileNameWithoutExtension(telegram)
                || (TimeIn(telegram) is { } one && TimeIn(json) is { } other && (one - other).Duration() <= TimeSpan.FromSeconds(1)))
            .Select(json => (telegram, json)));

        static List<string> Names(string folder, string pattern) => [.. Directory.GetFiles(SharedData.Path(folder), pattern).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];
    }

    private static DateTime? TimeIn(string name) =>
        DateTime.TryParseExact(name[..14], "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    private static IEnumerable<string> Compare(TelegramFacts facts, JsonElement published) => facts switch
    {
        EarthquakeFacts earthquake => [.. OfTheHypocenter(earthquake.Hypocenter, published), .. OfTheIntensities(earthquake, published)],
        EarlyWarningFacts warning => OfTheHypocenter(warning.Hypocenter, published),
        TsunamiFacts tsunami => OfTheTsunami(tsunami, published),
        _ => [$"{facts.GetType().Name} beside an earthquake or a tsunami"],
    };

    private static IEnumerable<string> OfTheHypocenter(Hypocenter? ours, JsonElement published)
    {
        var theirs = published.GetProperty("earthquake").GetProperty("hypocenter");
        return
        [
            .. Differs("name", ours?.Name ?? "", Text("name")),
            .. Differs("latitude", ours?.Latitude, Number("latitude", -200)),
            .. Differs("longitude", ours?.Longitude, Number("longitude", -200)),
            .. Differs("depth", ours?.DepthKilometers, Number("depth", -1)),
            .. Differs("magnitude", ours?.Magnitude, Number("magnitude", -1)),
        ];

        string Text(string member) => theirs.TryGetProperty(member, out var value) ? value.GetString()! : "";

        // Theirs has a number of its own for «unknown».
        decimal? Number(string member, decimal unknown) =>
            theirs.TryGetProperty(member, out var value) && value.GetDecimal() is var number && number != unknown ? number : null;
    }

    private static IEnumerable<string> OfTheIntensities(EarthquakeFacts ours, JsonElement published)
    {
        var max = published.GetProperty("earthquake").GetProperty("maxScale").GetInt32();
        foreach (var difference in Differs("max scale", ours.MaxIntensity is { } intensity ? Scale(intensity) : -1, max))
        {
            yield return difference;
        }

        // 震源・震度に関する情報 of an earlier day: some of theirs list only the largest, by municipality.
        var type = published.GetProperty("issue").GetProperty("type").GetString();
        if (type is not ("DetailScale" or "ScalePrompt"))
        {
            yield break;
        }

        var scope = ours.Observations.Any(place => place.Scope == IntensityScope.Station) ? IntensityScope.Station : IntensityScope.Area;
        var stations = ours.Observations.Where(place => place.Scope == scope)
            .Select(place => (place.Prefecture, Name: place.Place.Name.TrimEnd('＊'), Scale(place.Intensity!.Value), scope == IntensityScope.Area)).Order();
        var points = published.GetProperty("points").EnumerateArray()
            .Select(point => (point.GetProperty("pref").GetString()!, point.GetProperty("addr").GetString()!.TrimEnd('＊'), point.GetProperty("scale").GetInt32(), point.GetProperty("isArea").GetBoolean())).Order();
        foreach (var difference in Differs("points", string.Join(' ', stations), string.Join(' ', points)))
        {
            yield return difference;
        }
    }

    private static IEnumerable<string> OfTheTsunami(TsunamiFacts ours, JsonElement published)
    {
        var held = ours.Areas.Where(area => area.Grade is TsunamiGrade.Watch or TsunamiGrade.Warning or TsunamiGrade.MajorWarning).ToList();
        var theirs = published.GetProperty("areas").EnumerateArray().Select(area => $"{area.GetProperty("name").GetString()} {area.GetProperty("grade").GetString()}");
        return
        [
            .. Differs("areas", string.Join(',', held.Select(area => $"{area.Region.Name} {area.Grade}").Order(StringComparer.Ordinal)), string.Join(',', theirs.Order(StringComparer.Ordinal))),
            .. Differs("cancelled", held.Count == 0, published.GetProperty("cancelled").GetBoolean()),
        ];
    }

    private static IEnumerable<string> Differs<T>(string what, T ours, T theirs) =>
        EqualityComparer<T>.Default.Equals(ours, theirs) ? [] : [$"{what} {ours} ≠ {theirs}"];

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
}
