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
    private const int MaxId = 64;
    private const int EarthquakeCode = 551;
    private const int TsunamiCode = 552;
    private const int EarlyWarningCode = 556;

    /// <summary>Not JSON of the API.</summary>
    public static readonly Refusal NotReports = new(RefusalKind.Invalid, "feeds.not-reports", "P2P地震情報として読めません。");

    /// <summary>Reads one report (WebSocket) or a list of them (history).</summary>
    /// <param name="octets">JSON, UTF-8.</param>
    /// <returns>
    /// The reports of earthquakes and tsunamis in their order, each with its own octets; other kinds, and reports without id or time, are left out.
    /// <c>feeds.not-reports</c> when it is neither an object nor a list of them, and when it is too large.
    /// </returns>
    public static Outcome<IReadOnlyList<(P2PQuakeReport Report, string Text)>> Read(ReadOnlyMemory<byte> octets) => Read(octets, ReadOne);

    /// <summary>
    /// Reads a file that someone kept, for <c>hub read</c>: like <see cref="Read(ReadOnlyMemory{byte})"/>, but a report may lack its id, and lack its code
    /// where its members tell it; 緊急地震速報 is read too. What comes over the network is never read so.
    /// </summary>
    /// <param name="octets">JSON, UTF-8, with or without a byte order mark.</param>
    /// <returns>The reports in their order; <c>feeds.not-reports</c> also when there is none.</returns>
    public static Outcome<IReadOnlyList<(P2PQuakeReport Report, string Text)>> ReadFile(ReadOnlyMemory<byte> octets)
    {
        var read = Read(octets.Span.StartsWith("\uFEFF"u8) ? octets[3..] : octets, ReadKept);
        return read.TryGet(out var reports, out _) && reports.Count == 0 ? NotReports : read;
    }

    private static Outcome<IReadOnlyList<(P2PQuakeReport Report, string Text)>> Read(ReadOnlyMemory<byte> octets, Func<JsonElement, P2PQuakeReport?> readOne)
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
                : items.Select(item => (Report: readOne(item), Text: item.GetRawText())).Where(read => read.Report is not null)
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

    private static P2PQuakeReport? ReadOne(JsonElement item) =>
        (int?)Number(item, "code") is { } code and (EarthquakeCode or TsunamiCode) && Text(item, "id") is { Length: > 0 and <= MaxId } id ? ReadAs(item, code, id) : null;

    private static P2PQuakeReport? ReadKept(JsonElement item) =>
        (Member(item, "code").ValueKind == JsonValueKind.Undefined ? CodeOf(item) : (int?)Number(item, "code")) is { } code and (EarthquakeCode or TsunamiCode or EarlyWarningCode)
            && Text(item, "id") is { Length: <= MaxId } id
            ? ReadAs(item, code, id)
            : null;

    /// <summary>The code that the members of a report stand for, or <see langword="null"/>: only 552 and 556 have areas, and only the latter a ground that begins to shake.</summary>
    private static int? CodeOf(JsonElement item)
    {
        var hasAreas = Member(item, "areas").ValueKind == JsonValueKind.Array && Member(item, "cancelled").ValueKind is JsonValueKind.True or JsonValueKind.False;
        var earthquake = Member(item, "earthquake");
        return earthquake.ValueKind == JsonValueKind.Object
            ? Text(earthquake, "time").Length > 0 ? EarthquakeCode
                : hasAreas && Text(earthquake, "arrivalTime").Length > 0 ? EarlyWarningCode : null
            : hasAreas ? TsunamiCode : null;
    }

    private static P2PQuakeReport? ReadAs(JsonElement item, int code, string id)
    {
        var issue = Member(item, "issue");
        if (Time(Text(issue, "time")) is not { } issuedAt)
        {
            return null;
        }

        var earthquake = code == EarthquakeCode ? Earthquake(item) : null;
        return code == EarthquakeCode && earthquake is null
            ? null
            : new P2PQuakeReport(id, code, issuedAt, Text(issue, "type"), earthquake, code == TsunamiCode ? Tsunami(item) : null)
            {
                EarlyWarning = code == EarlyWarningCode ? EarlyWarning(item, issue) : null,
            };
    }

    private static P2PEarthquake? Earthquake(JsonElement item)
    {
        var earthquake = Member(item, "earthquake");
        if (Time(Text(earthquake, "time")) is not { } occurredAt)
        {
            return null;
        }

        var hypocenter = Hypocenter(earthquake);
        return new P2PEarthquake(
            occurredAt,
            hypocenter.Name,
            hypocenter.Latitude,
            hypocenter.Longitude,
            hypocenter.DepthKilometers,
            hypocenter.Magnitude,
            IntensityOf((int?)Number(earthquake, "maxScale") ?? -1),
            Text(earthquake, "domesticTsunami"),
            [.. Items(item, "points").Select(point => new P2PPoint(
                Text(point, "pref"), Text(point, "addr"), Member(point, "isArea").ValueKind == JsonValueKind.True, IntensityOf((int?)Number(point, "scale") ?? -1)))]);
    }

    private static P2PHypocenter Hypocenter(JsonElement earthquake)
    {
        var hypocenter = Member(earthquake, "hypocenter");
        return new P2PHypocenter(
            Text(hypocenter, "name"),
            Number(hypocenter, "latitude") is { } latitude and >= -90 and <= 90 ? latitude : null,
            Number(hypocenter, "longitude") is { } longitude and >= -180 and <= 180 ? longitude : null,
            Number(hypocenter, "depth") is { } depth and >= 0 and <= 1000 ? (int)depth : null,
            Number(hypocenter, "magnitude") is { } magnitude and >= 0 and <= 12 ? magnitude : null);
    }

    private static P2PEarlyWarning EarlyWarning(JsonElement item, JsonElement issue)
    {
        var earthquake = Member(item, "earthquake");
        return new P2PEarlyWarning(
            Text(issue, "eventId"),
            Text(issue, "serial"),
            Member(item, "cancelled").ValueKind == JsonValueKind.True,
            Time(Text(earthquake, "originTime")),
            Hypocenter(earthquake),
            [.. Items(item, "areas").Select(area => new P2PEarlyWarningArea(
                Text(area, "pref"),
                Text(area, "name"),
                Text(area, "kindCode"),
                IntensityOf((int?)Number(area, "scaleFrom") ?? -1),
                IntensityOf((int?)Number(area, "scaleTo") ?? -1),
                Time(Text(area, "arrivalTime"))))]);
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
