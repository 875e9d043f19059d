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

        if (report.Code == 556)
        {
            json.WriteBoolean("isCancelled", report.IsCancelled);
            json.WriteObjects("forecastAreas", report.Forecasts, area =>
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
        if (quake.HypocenterName.Length == 0)
        {
            json.WriteNull("hypocenter");
        }
        else
        {
            json.WriteStartObject("hypocenter");
            json.WriteString("name", quake.HypocenterName);
            json.WriteNumber("latitude", (decimal?)quake.Latitude);
            json.WriteNumber("longitude", (decimal?)quake.Longitude);
            json.WriteNumber("depthKilometers", quake.DepthKilometers);
            json.WriteNumber("magnitude", (decimal?)quake.Magnitude);
            json.WriteEndObject();
        }

        json.WriteString("maxIntensity", WordOf(quake.MaxIntensity));
        json.WriteObjects("observations", quake.Points, point =>
        {
            json.WriteString("prefecture", point.Prefecture);
            json.WriteString("name", point.Name);
            json.WriteNull("code");
            json.WriteString("intensity", WordOf(point.Intensity));
            json.WriteBoolean("isArea", point.IsArea);
        });
    }

    private static string? WordOf(SeismicIntensity? intensity) => intensity is { } value ? IntensityWords.Wire(value) : null;
}
