using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Telegrams.Gauges;

/// <summary>
/// Reads gauge readings: a JSON list of objects, or CSV with a line of names, both in UTF-8, with the members <c>station</c>, <c>name</c>, <c>time</c> (RFC 3339 with an
/// offset), <c>level</c> (metres above A.P., null or empty when 欠測) and <c>condition</c>. Lines that say nothing that can be used are left out.
/// </summary>
public static class GaugeReader
{
    /// <summary>Octets of a document.</summary>
    public const int MaxBytes = 2 * 1024 * 1024;

    /// <summary>Readings of a document.</summary>
    public const int MaxReadings = 10_000;

    private const int MaxText = 64;

    /// <summary>Neither form.</summary>
    public static readonly Refusal NotGauges = new(RefusalKind.Invalid, "feeds.not-gauges", "水位の一覧として読めません。");

    /// <summary>Reads a document.</summary>
    /// <param name="octets">As it came.</param>
    /// <returns>The readings in their order, or <c>feeds.not-gauges</c>.</returns>
    public static Outcome<IReadOnlyList<GaugeReport>> Read(ReadOnlyMemory<byte> octets)
    {
        var text = octets.Span.StartsWith(Encoding.UTF8.Preamble) ? octets[Encoding.UTF8.Preamble.Length..] : octets;
        if (text.Length is 0 or > MaxBytes || !Utf8.IsValid(text.Span))
        {
            return NotGauges;
        }

        var lines = text.Span.TrimStart(" \t\r\n"u8) is [(byte)'[', ..] ? FromJson(text) : FromCsv(Encoding.UTF8.GetString(text.Span));
        return lines is null || lines.Count > MaxReadings ? NotGauges : lines.Select(Reading).OfType<GaugeReport>().ToArray();
    }

    private static GaugeReport? Reading(Dictionary<string, string> line)
    {
        var station = Of(line, "station");
        var hasTime = DateTimeOffset.TryParseExact(
            Of(line, "time"), ["yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:ss'Z'"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at);
        var hasLevel = double.TryParse(Of(line, "level"), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var level) && double.IsFinite(level);
        return station.Length > 0 && hasTime ? new GaugeReport(station, Of(line, "name"), at, hasLevel ? level : null, Of(line, "condition")) : null;
    }

    private static string Of(Dictionary<string, string> line, string name)
    {
        var text = line.GetValueOrDefault(name, string.Empty).Trim();
        text = text.Length <= MaxText ? text : text[..MaxText];
        return text.Any(char.IsControl) ? string.Concat(text.Where(letter => !char.IsControl(letter))) : text;
    }

    private static List<Dictionary<string, string>>? FromJson(ReadOnlyMemory<byte> octets)
    {
        try
        {
            using var json = JsonDocument.Parse(octets, new JsonDocumentOptions { MaxDepth = 8 });
            return json.RootElement.GetArrayLength() > MaxReadings ? null :
            [
                .. json.RootElement.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object).Select(item => item.EnumerateObject()
                    .Where(member => member.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number)
                    .GroupBy(member => member.Name, StringComparer.OrdinalIgnoreCase)
                    .ToDictionary(group => group.Key, group => group.Last().Value.ToString(), StringComparer.OrdinalIgnoreCase)),
            ];
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            // The latter is what a string with half a character written as an escape is answered with.
            return null;
        }
    }

    /// <summary>Fields hold neither commas nor quotes; whoever needs them writes JSON.</summary>
    private static List<Dictionary<string, string>>? FromCsv(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var names = lines.Length > 0 ? lines[0].Split(',', StringSplitOptions.TrimEntries) : [];
        if (!names.Contains("station", StringComparer.OrdinalIgnoreCase) || !names.Contains("time", StringComparer.OrdinalIgnoreCase) || !names.Contains("level", StringComparer.OrdinalIgnoreCase)
            || names.Distinct(StringComparer.OrdinalIgnoreCase).Count() != names.Length)
        {
            return null;
        }

        return [.. lines.Skip(1).Take(MaxReadings + 1).Select(line => names.Zip(line.Split(',')).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.OrdinalIgnoreCase))];
    }
}
