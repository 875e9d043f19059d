using System.Text.Json;
using Chiyoda.Bousai.Domain.Warnings;

namespace Chiyoda.Bousai.Telegrams.Jma.Earthquakes;

/// <summary>Writes the facts of an earthquake telegram for <see cref="TelegramJson"/>.</summary>
internal static class EarthquakeJson
{
    public static void Write(Utf8JsonWriter json, EarthquakeFacts facts)
    {
        WriteHypocenter(json, facts.Hypocenter);
        WriteIntensity(json, "maxIntensity", facts.MaxIntensity);

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
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteHypocenter(Utf8JsonWriter json, Hypocenter? hypocenter)
    {
        if (hypocenter is null)
        {
            json.WriteNull("hypocenter");
            return;
        }

        json.WriteStartObject("hypocenter");
        json.WriteString("name", hypocenter.Name);
        WriteNumber(json, "latitude", hypocenter.Latitude);
        WriteNumber(json, "longitude", hypocenter.Longitude);
        WriteNumber(json, "depthKilometers", hypocenter.DepthKilometers);
        WriteNumber(json, "magnitude", hypocenter.Magnitude);
        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, decimal? number)
    {
        if (number is { } value)
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void WriteIntensity(Utf8JsonWriter json, string name, SeismicIntensity? intensity) =>
        json.WriteString(name, intensity is { } value ? IntensityWords.Wire(value) : null);
}
