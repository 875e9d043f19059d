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
        var pairs = Pairs().ToList();
        var compared = new List<(string Pair, Field Field)>();
        foreach (var (telegram, published) in pairs)
        {
            using var json = JsonDocument.Parse(SharedData.Bytes(Path.Combine(Published, published)));
            compared.AddRange(Compare(SharedData.Telegram(Path.Combine("real_quake_2021_2024", telegram)).Facts, json.RootElement)
                .Select(field => ($"{telegram} beside {published}", field)));
        }

        // A field that a pair does not have is in neither number.
        foreach (var field in compared.GroupBy(each => each.Field.Name))
        {
            TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{field.Key}: {field.Count(each => each.Field.Agrees)} of {field.Count()} agree"));
        }

        var differences = compared.Where(each => !each.Field.Agrees).Select(each => $"{each.Pair}: {each.Field.Name} {each.Field.Ours} ≠ {each.Field.Theirs}").ToList();
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"pairs: {pairs.Count - differences.Select(line => line.Split(':')[0]).Distinct().Count()} of {pairs.Count} agree in every field they have"));
        Assert.True(pairs.Count > 40);
        Assert.Superset(
            new HashSet<string> { "name", "latitude", "longitude", "depth", "magnitude", "max scale", "points", "tsunami", "cancelled" }, compared.Select(each => each.Field.Name).ToHashSet());
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

    private static IEnumerable<Field> Compare(TelegramFacts facts, JsonElement published) => facts switch
    {
        EarthquakeFacts earthquake => [.. OfTheHypocenter(earthquake.Hypocenter, published), .. OfTheIntensities(earthquake, published)],
        EarlyWarningFacts warning => OfTheHypocenter(warning.Hypocenter, published),
        TsunamiFacts tsunami => OfTheTsunami(tsunami, published),
        _ => [Of("family", facts.GetType().Name, "an earthquake or a tsunami")],
    };

    private static IEnumerable<Field> OfTheHypocenter(Hypocenter? ours, JsonElement published)
    {
        var theirs = published.GetProperty("earthquake").GetProperty("hypocenter");
        return
        [
            Of("name", ours?.Name ?? "", Text("name")),
            Of("latitude", ours?.Latitude, Number("latitude", -200)),
            Of("longitude", ours?.Longitude, Number("longitude", -200)),
            Of("depth", ours?.DepthKilometers, Number("depth", -1)),
            Of("magnitude", ours?.Magnitude, Number("magnitude", -1)),
        ];

        string Text(string member) => theirs.TryGetProperty(member, out var value) ? value.GetString()! : "";

        // Theirs has a number of its own for «unknown».
        decimal? Number(string member, decimal unknown) =>
            theirs.TryGetProperty(member, out var value) && value.GetDecimal() is var number && number != unknown ? number : null;
    }

    private static IEnumerable<Field> OfTheIntensities(EarthquakeFacts ours, JsonElement published)
    {
        yield return Of("max scale", ours.MaxIntensity is { } intensity ? Scale(intensity) : -1, published.GetProperty("earthquake").GetProperty("maxScale").GetInt32());

        // 遠地地震 and 震源に関する情報 have no points, and some of 各地の震度 list none; others of the latter only areas with 3 or more.
        var points = published.GetProperty("points").EnumerateArray()
            .Select(point => (Prefecture: point.GetProperty("pref").GetString()!, Name: point.GetProperty("addr").GetString()!.TrimEnd('＊'), Scale: point.GetProperty("scale").GetInt32(), IsArea: point.GetProperty("isArea").GetBoolean()))
            .Order().ToList();
        if (points.Count == 0 && published.GetProperty("issue").GetProperty("type").GetString() is not ("DetailScale" or "ScalePrompt"))
        {
            yield break;
        }

        var scope = points.All(point => point.IsArea) && points.Count > 0 ? IntensityScope.Area : IntensityScope.Station;
        var places = ours.Observations.Where(place => place.Scope == scope)
            .Select(place => (place.Prefecture, Name: place.Place.Name.TrimEnd('＊'), Scale: Scale(place.Intensity!.Value), IsArea: scope == IntensityScope.Area))
            .Where(place => !place.IsArea || place.Scale >= 30).Order();
        yield return Of("points", string.Join(' ', places), string.Join(' ', points));
    }

    private static IEnumerable<Field> OfTheTsunami(TsunamiFacts ours, JsonElement published)
    {
        var held = ours.Areas.Where(area => area.Grade is TsunamiGrade.Watch or TsunamiGrade.Warning or TsunamiGrade.MajorWarning).ToList();
        var theirs = published.GetProperty("areas").EnumerateArray().Select(area => $"{area.GetProperty("name").GetString()} {area.GetProperty("grade").GetString()}");
        return
        [
            Of("tsunami", string.Join(',', held.Select(area => $"{area.Region.Name} {area.Grade}").Order(StringComparer.Ordinal)), string.Join(',', theirs.Order(StringComparer.Ordinal))),
            Of("cancelled", held.Count == 0, published.GetProperty("cancelled").GetBoolean()),
        ];
    }

    private static Field Of<T>(string name, T ours, T theirs) => new(name, $"{ours}", $"{theirs}", EqualityComparer<T>.Default.Equals(ours, theirs));

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

    private sealed record Field(string Name, string Ours, string Theirs, bool Agrees);
}
