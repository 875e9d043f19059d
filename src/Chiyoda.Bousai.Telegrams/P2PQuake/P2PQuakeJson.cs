using System.Text.Json;
using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Telegrams.Jma.Earthquakes;
using Chiyoda.Bousai.Telegrams.Jma.Xml;

namespace Chiyoda.Bousai.Telegrams.P2PQuake;

/// <summary>Writes a report of the second source for the line of <c>hub read --json</c>, with the members that telegrams of JMA have there.</summary>
internal static class P2PQuakeJson
{
    public static void Write(Utf8JsonWriter json, P2PQuakeReport report)
    {
        json.WriteString("id", report.Id.Length > 0 ? report.Id : null);
        json.WriteNumber("code", report.Code);
        json.WriteInstant("issuedAt", report.IssuedAt);
        json.WriteString("kind", report.Type);
        if (report.Earthquake is { } quake)
        {
            Write(json, quake);
        }

        if (report.EarlyWarning is { } warning)
        {
            Write(json, warning);
        }

        if (report.Tsunami is { } tsunami)
        {
            json.WriteBoolean("isCancelled", tsunami.IsCancelled);
            json.WriteObjects("areas", tsunami.Areas, area =>
            {
                json.WriteNull("code");
                json.WriteString("name", area.Name);
                json.WriteString("grade", area.Grade);
            });
        }
    }

    private static void Write(Utf8JsonWriter json, P2PEarthquake quake)
    {
        json.WriteInstant("occurredAt", quake.OccurredAt);
        WriteHypocenter(json, new P2PHypocenter(quake.HypocenterName, quake.Latitude, quake.Longitude, quake.DepthKilometers, quake.Magnitude));
        json.WriteString("maxIntensity", WordOf(quake.MaxIntensity));
        json.WriteString("domesticTsunami", quake.DomesticTsunami);
        json.WriteObjects("observations", quake.Points, point =>
        {
            json.WriteString("prefecture", point.Prefecture);
            json.WriteString("name", point.Name);
            json.WriteNull("code");
            json.WriteString("intensity", WordOf(point.Intensity));
            json.WriteBoolean("isArea", point.IsArea);
        });
    }

    // Nothing was observed yet, as in the line of a telegram.
    private static void Write(Utf8JsonWriter json, P2PEarlyWarning warning)
    {
        json.WriteString("eventId", warning.EventId);
        json.WriteString("serial", warning.Serial);
        json.WriteBoolean("isCancelled", warning.IsCancelled);
        json.WriteInstant("occurredAt", warning.OriginAt);
        WriteHypocenter(json, warning.Hypocenter);
        json.WriteNull("maxIntensity");
        json.WriteObjects("observations", Array.Empty<P2PPoint>(), _ => { });
        json.WriteObjects("forecastAreas", warning.Areas, area =>
        {
            json.WriteString("prefecture", area.Prefecture);
            json.WriteNull("code");
            json.WriteString("name", area.Name);
            json.WriteString("kindCode", area.KindCode);
            json.WriteString("forecastIntensityFrom", WordOf(area.From));
            json.WriteString("forecastIntensityTo", WordOf(area.To));
            json.WriteInstant("arrivesAt", area.ArrivesAt);
        });
    }

    private static void WriteHypocenter(Utf8JsonWriter json, P2PHypocenter hypocenter)
    {
        if (hypocenter.Name.Length == 0)
        {
            json.WriteNull("hypocenter");
            return;
        }

        json.WriteStartObject("hypocenter");
        json.WriteString("name", hypocenter.Name);
        json.WriteNumber("latitude", (decimal?)hypocenter.Latitude);
        json.WriteNumber("longitude", (decimal?)hypocenter.Longitude);
        json.WriteNumber("depthKilometers", hypocenter.DepthKilometers);
        json.WriteNumber("magnitude", (decimal?)hypocenter.Magnitude);
        json.WriteEndObject();
    }

    private static string? WordOf(SeismicIntensity? intensity) => intensity is { } value ? IntensityWords.Wire(value) : null;
}
