using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Warnings;

namespace Chiyoda.Bousai.Telegrams.P2PQuake;

/// <summary>Reads reports of P2P地震情報 JSON API v2. Members that are not known are passed over; memory is in proportion to the octets.</summary>
/// <seealso href="https://www.p2pquake.net/develop/json_api_v2/"/>
public static class P2PQuakeReader
{
    /// <summary>A report with every station of the country has some hundred kilobytes; a history a hundred of them.</summary>
    public const int MaxBytes = 8 * 1024 * 1024;

    /// <summary>Stations of the country are about 4,400.</summary>
    public const int MaxPoints = 10_000;

    private const int MaxReports = 200;
    private const int MaxText = 128;
    private const int EarthquakeCode = 551;
    private const int TsunamiCode = 552;

    /// <summary>Not JSON of the API.</summary>
    public static readonly Refusal NotReports = new(RefusalKind.Invalid, "feeds.not-reports", "P2P地震情報として読めません。");

    /// <summary>Reads one report (WebSocket) or a list of them (history).</summary>
    /// <param name="octets">JSON, UTF-8.</param>
    /// <returns>
    /// The reports of earthquakes and tsunamis in their order, each with its own octets; other kinds, and reports without id or time, are left out.
    /// <c>feeds.not-reports</c> when it is neither an object nor a list of them, and when it is too large.
    /// </returns>
    public static Outcome<IReadOnlyList<(P2PQuakeReport Report, string Text)>> Read(ReadOnlyMemory<byte> octets)
    {
        if (octets.Length > MaxBytes || !Utf8.IsValid(octets.Span))
        {
            return NotReports;
        }

        try
        {
            using var json = JsonDocument.Parse(octets, new JsonDocumentOptions { MaxDepth = 16 });
            var items = json.RootElement.ValueKind switch
            {
                JsonValueKind.Object => [json.RootElement],
                JsonValueKind.Array when json.RootElement.GetArrayLength() <= MaxReports => json.RootElement.EnumerateArray().ToArray(),
                _ => null,
            };
            return items is null
                ? NotReports
                : items.Select(item => (Report: ReadOne(item), Text: item.GetRawText())).Where(read => read.Report is not null)
                    .Select(read => (read.Report!, read.Text)).ToArray();
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            // The latter is what a string with half a character written as an escape is answered with.
            return NotReports;
        }
    }

    /// <summary>What the number of a scale means; 46 is «5弱以上と推定されるが入手していない».</summary>
    /// <param name="scale">10–70.</param>
    /// <returns>The intensity, or <see langword="null"/> for −1 and for numbers that the API does not define.</returns>
    public static SeismicIntensity? IntensityOf(int scale) => scale switch
    {
        10 => SeismicIntensity.One,
        20 => SeismicIntensity.Two,
        30 => SeismicIntensity.Three,
        40 => SeismicIntensity.Four,
        45 => SeismicIntensity.FiveLower,
        46 => SeismicIntensity.UnreportedFiveLowerOrMore,
        50 => SeismicIntensity.FiveUpper,
        55 => SeismicIntensity.SixLower,
        60 => SeismicIntensity.SixUpper,
        70 => SeismicIntensity.Seven,
        _ => null,
    };

    private static P2PQuakeReport? ReadOne(JsonElement item)
    {
        var code = (int?)Number(item, "code") ?? 0;
        var issue = Member(item, "issue");
        if (code is not (EarthquakeCode or TsunamiCode) || (Text(item, "id") is var id && id.Length is 0 or > 64) || Time(Text(issue, "time")) is not { } issuedAt)
        {
            return null;
        }

        var earthquake = code == EarthquakeCode ? Earthquake(item) : null;
        return code == EarthquakeCode && earthquake is null
            ? null
            : new P2PQuakeReport(id, code, issuedAt, Text(issue, "type"), earthquake, code == TsunamiCode ? Tsunami(item) : null);
    }

    private static P2PEarthquake? Earthquake(JsonElement item)
    {
        var earthquake = Member(item, "earthquake");
        if (Time(Text(earthquake, "time")) is not { } occurredAt)
        {
            return null;
        }

        var hypocenter = Member(earthquake, "hypocenter");
        return new P2PEarthquake(
            occurredAt,
            Text(hypocenter, "name"),
            Number(hypocenter, "latitude") is { } latitude and >= -90 and <= 90 ? latitude : null,
            Number(hypocenter, "longitude") is { } longitude and >= -180 and <= 180 ? longitude : null,
            Number(hypocenter, "depth") is { } depth and >= 0 and <= 1000 ? (int)depth : null,
            Number(hypocenter, "magnitude") is { } magnitude and >= 0 and <= 12 ? magnitude : null,
            IntensityOf((int?)Number(earthquake, "maxScale") ?? -1),
            Text(earthquake, "domesticTsunami"),
            [.. Items(item, "points").Select(point => new P2PPoint(
                Text(point, "pref"), Text(point, "addr"), Member(point, "isArea").ValueKind == JsonValueKind.True, IntensityOf((int?)Number(point, "scale") ?? -1)))]);
    }

    private static P2PTsunami Tsunami(JsonElement item) => new(
        Member(item, "cancelled").ValueKind == JsonValueKind.True,
        [.. Items(item, "areas").Select(area => new P2PTsunamiArea(Text(area, "name"), Text(area, "grade")))]);

    private static IEnumerable<JsonElement> Items(JsonElement item, string name) =>
        Member(item, name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray().Take(MaxPoints) : [];

    private static JsonElement Member(JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var member) ? member : default;

    private static string Text(JsonElement item, string name)
    {
        var text = Member(item, name) is { ValueKind: JsonValueKind.String } member ? member.GetString()!.Trim() : string.Empty;
        text = text.Length <= MaxText ? text : text[..MaxText];
        return text.Any(char.IsControl) ? string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter)) : text;
    }

    private static double? Number(JsonElement item, string name) =>
        Member(item, name) is { ValueKind: JsonValueKind.Number } member && member.TryGetDouble(out var number) && Math.Abs(number) < 100_000 ? number : null;

    /// <summary>Japan's time without an offset, to the second or finer.</summary>
    private static DateTimeOffset? Time(string text) =>
        DateTimeOffset.TryParseExact($"{text} +09:00", ["yyyy/MM/dd HH:mm:ss zzz", "yyyy/MM/dd HH:mm:ss.FFF zzz"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
