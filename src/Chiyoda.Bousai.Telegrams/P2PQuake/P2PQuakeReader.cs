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
    private const int EarlyWarningCode = 556;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xef, 0xbb, 0xbf];

    /// <summary>Not JSON of the API.</summary>
    public static readonly Refusal NotReports = new(RefusalKind.Invalid, "feeds.not-reports", "P2P地震情報として読めません。");

    /// <summary>Reads one report (WebSocket) or a list of them (history).</summary>
    /// <param name="octets">JSON, UTF-8.</param>
    /// <returns>
    /// The reports of earthquakes and tsunamis in their order, each with its own octets; other kinds, and reports without id or time, are left out.
    /// <c>feeds.not-reports</c> when it is neither an object nor a list of them, and when it is too large.
    /// </returns>
    public static Outcome<IReadOnlyList<(P2PQuakeReport Report, string Text)>> Read(ReadOnlyMemory<byte> octets) =>
        ReadAll(octets, ReadOne) is { } read ? read.ToArray() : NotReports;

    /// <summary>
    /// Reads a file of reports, as the network's archives hold them: they may lack id and code, which stand on what is sent only. What a report is
    /// without a code is told by its members. Never for a live source, where a report without an id could not be told from its repeat.
    /// </summary>
    /// <param name="octets">JSON, UTF-8, with or without a byte order mark.</param>
    /// <returns>
    /// The reports, also of 緊急地震速報 (556), with an empty id where there is none; <c>feeds.not-reports</c> when there is no report in it that can
    /// be recognised.
    /// </returns>
    public static Outcome<IReadOnlyList<P2PQuakeReport>> ReadFile(ReadOnlyMemory<byte> octets) =>
        ReadAll(octets.Span.StartsWith(ByteOrderMark) ? octets[ByteOrderMark.Length..] : octets, ReadOneOfAFile) is { Count: > 0 } read
            ? read.Select(each => each.Report).ToArray()
            : NotReports;

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

    /// <summary><see langword="null"/> when it is neither an object nor a list of them, or is too large.</summary>
    private static List<(P2PQuakeReport Report, string Text)>? ReadAll(ReadOnlyMemory<byte> octets, Func<JsonElement, P2PQuakeReport?> readOne)
    {
        if (octets.Length > MaxBytes || !Utf8.IsValid(octets.Span))
        {
            return null;
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
            return items?.Select(item => (Report: readOne(item), Text: item.GetRawText())).Where(read => read.Report is not null)
                .Select(read => (read.Report!, read.Text)).ToList();
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            // The latter is what a string with half a character written as an escape is answered with.
            return null;
        }
    }

    private static P2PQuakeReport? ReadOne(JsonElement item)
    {
        var code = (int?)Number(item, "code") ?? 0;
        return code is EarthquakeCode or TsunamiCode && Text(item, "id") is { Length: > 0 and <= 64 } id ? Report(item, id, code) : null;
    }

    private static P2PQuakeReport? ReadOneOfAFile(JsonElement item)
    {
        var id = Text(item, "id");
        var code = Member(item, "code").ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? CodeOf(item) : (int?)Number(item, "code");
        return code is EarthquakeCode or TsunamiCode or EarlyWarningCode ? Report(item, id.Length <= 64 ? id : string.Empty, code.Value) : null;
    }

    /// <summary>What a report without a code is, by the members that its kind has and no other.</summary>
    private static int? CodeOf(JsonElement item)
    {
        var earthquake = Member(item, "earthquake");
        return Member(earthquake, "time").ValueKind == JsonValueKind.String ? EarthquakeCode
            : Member(earthquake, "originTime").ValueKind == JsonValueKind.String ? EarlyWarningCode
            : earthquake.ValueKind != JsonValueKind.Object && Member(item, "areas").ValueKind == JsonValueKind.Array
                && Member(item, "cancelled").ValueKind is JsonValueKind.True or JsonValueKind.False ? TsunamiCode
            : null;
    }

    private static P2PQuakeReport? Report(JsonElement item, string id, int code)
    {
        var issue = Member(item, "issue");
        if (Time(Text(issue, "time")) is not { } issuedAt)
        {
            return null;
        }

        var earthquake = code == TsunamiCode ? null : Earthquake(item, code == EarlyWarningCode ? "originTime" : "time");
        return code == EarthquakeCode && earthquake is null
            ? null
            : new P2PQuakeReport(id, code, issuedAt, Text(issue, "type"), earthquake, code == TsunamiCode ? Tsunami(item) : null)
            {
                Forecasts = code == EarlyWarningCode ? [.. Items(item, "areas").Select(Forecast)] : [],
                IsCancelled = Member(item, "cancelled").ValueKind == JsonValueKind.True,
            };
    }

    private static P2PForecast Forecast(JsonElement area) => new(
        Text(area, "pref"), Text(area, "name"), IntensityOf((int?)Number(area, "scaleFrom") ?? -1), IntensityOf((int?)Number(area, "scaleTo") ?? -1),
        Text(area, "kindCode"), Time(Text(area, "arrivalTime")));

    private static P2PEarthquake? Earthquake(JsonElement item, string time)
    {
        var earthquake = Member(item, "earthquake");
        if (Time(Text(earthquake, time)) is not { } occurredAt)
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
