using System.Text.Json;
using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Telegrams.Jma.Xml;

namespace Chiyoda.Bousai.Telegrams.Jma.Earthquakes;

/// <summary>Writes the facts of seismic telegrams for <see cref="TelegramJson"/>.</summary>
internal static class EarthquakeJson
{
    public static void Write(Utf8JsonWriter json, EarthquakeFacts facts)
    {
        WriteHypocenter(json, facts.Hypocenter);
        WriteIntensity(json, "maxIntensity", facts.MaxIntensity);
        if (facts.MaxLongPeriodClass is { } max)
        {
            json.WriteNumber("maxLongPeriodClass", max);
        }

        // Stations where the telegram has them, otherwise the areas of 震度速報: what was measured, not its summaries.
        var hasStations = facts.Observations.Any(observation => observation.Scope == IntensityScope.Station);
        var scope = hasStations ? IntensityScope.Station : IntensityScope.Area;
        json.WriteStartArray("observations");
        foreach (var observation in facts.Observations.Where(observation => observation.Scope == scope))
        {
            json.WriteStartObject();
            json.WriteString("prefecture", observation.Prefecture);
            json.WriteString("name", observation.Place.Name);
            json.WriteString("code", observation.Place.Code);
            WriteIntensity(json, "intensity", observation.Intensity);
            json.WriteBoolean("isArea", !hasStations);
            if (observation.LongPeriodClass is { } longPeriod)
            {
                json.WriteNumber("longPeriodClass", longPeriod);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteOrigin(json, facts.Hypocenter);

        // The summaries: by prefecture, area and municipality, whatever of them is not in the list above.
        json.WriteObjects("summaries", facts.Observations.Where(observation => observation.Scope != scope), observation =>
        {
            json.WriteString("scope", ScopeWord(observation.Scope));
            json.WriteString("prefecture", observation.Prefecture);
            json.WriteString("name", observation.Place.Name);
            json.WriteString("code", observation.Place.Code);
            WriteIntensity(json, "intensity", observation.Intensity);
            json.WriteNumber("longPeriodClass", observation.LongPeriodClass);
        });
        json.WriteTexts("comments", facts.Comments);
    }

    /// <summary>An earthquake with everything that is known of it.</summary>
    public static void WriteWhole(Utf8JsonWriter json, Hypocenter hypocenter)
    {
        WriteHypocenter(json, hypocenter);
        WriteOrigin(json, hypocenter);
    }

    public static void Write(Utf8JsonWriter json, EarlyWarningFacts facts)
    {
        // Nothing was observed yet: the same members as above, empty, beside what is forecast.
        WriteHypocenter(json, facts.Hypocenter);
        WriteIntensity(json, "maxIntensity", null);
        json.WriteObjects("observations", Array.Empty<object>(), _ => { });
        json.WriteBoolean("isAssumedHypocenter", facts.IsAssumed);
        json.WriteBoolean("isLast", facts.IsLast);
        WriteForecast(json, facts.Intensity);
        json.WriteNumber("forecastLongPeriodClass", facts.LongPeriodClass);
        json.WriteObjects("forecastAreas", facts.Areas, area =>
        {
            json.WriteString("prefecture", area.Prefecture);
            json.WriteCode(area.Place);
            json.WriteString("kind", area.Kind.Name);
            json.WriteString("kindCode", area.Kind.Code);
            WriteForecast(json, area.Intensity);
            json.WriteInstant("arrivesAt", area.ArrivesAt);
            json.WriteString("condition", area.Condition);
        });
        WriteOrigin(json, facts.Hypocenter);
        json.WriteTexts("comments", facts.Comments);
    }

    public static void Write(Utf8JsonWriter json, EarthquakeCountFacts facts)
    {
        json.WriteObjects("counts", facts.Counts, count =>
        {
            json.WriteString("kind", count.Kind);
            json.WriteInstant("startsAt", count.StartsAt);
            json.WriteInstant("endsAt", count.EndsAt);
            json.WriteNumber("number", count.Number);
            json.WriteNumber("feltNumber", count.FeltNumber);
        });
        json.WriteString("nextAdvisory", facts.NextAdvisory);
        json.WriteTexts("texts", facts.Comments);
    }

    public static void Write(Utf8JsonWriter json, GreatEarthquakeFacts facts)
    {
        json.WriteString("kind", facts.Kind);
        json.WriteString("serialCode", facts.Serial?.Code);
        json.WriteString("serialName", facts.Serial?.Name);
        json.WriteString("text", facts.Text);
        json.WriteString("appendix", facts.Appendix);
        json.WriteString("nextAdvisory", facts.NextAdvisory);
    }

    private static void WriteForecast(Utf8JsonWriter json, IntensityForecast? forecast)
    {
        WriteIntensity(json, "forecastIntensityFrom", forecast?.From);
        WriteIntensity(json, "forecastIntensityTo", forecast?.To);
    }

    private static void WriteOrigin(Utf8JsonWriter json, Hypocenter? hypocenter)
    {
        json.WriteInstant("occurredAt", hypocenter?.OccurredAt);
        json.WriteString("epicenterCode", hypocenter?.AreaCode);
        json.WriteString("epicenterName", hypocenter?.AreaName);
        json.WriteString("magnitudeText", hypocenter?.MagnitudeText);
    }

    private static string ScopeWord(IntensityScope scope) => scope switch
    {
        IntensityScope.Prefecture => "prefecture",
        IntensityScope.Area => "area",
        IntensityScope.City => "city",
        _ => "station",
    };

    private static void WriteHypocenter(Utf8JsonWriter json, Hypocenter? hypocenter)
    {
        if (hypocenter is null)
        {
            json.WriteNull("hypocenter");
            return;
        }

        json.WriteStartObject("hypocenter");
        json.WriteString("name", hypocenter.Name);
        json.WriteNumber("latitude", hypocenter.Latitude);
        json.WriteNumber("longitude", hypocenter.Longitude);
        json.WriteNumber("depthKilometers", hypocenter.DepthKilometers);
        json.WriteNumber("magnitude", hypocenter.Magnitude);
        json.WriteEndObject();
    }

    private static void WriteIntensity(Utf8JsonWriter json, string name, SeismicIntensity? intensity) =>
        json.WriteString(name, intensity is { } value ? IntensityWords.Wire(value) : null);
}
