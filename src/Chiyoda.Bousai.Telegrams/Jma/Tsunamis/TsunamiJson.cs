using System.Text.Json;
using Chiyoda.Bousai.Telegrams.Jma.Earthquakes;
using Chiyoda.Bousai.Telegrams.Jma.Xml;

namespace Chiyoda.Bousai.Telegrams.Jma.Tsunamis;

/// <summary>Writes the facts of a tsunami telegram for <see cref="TelegramJson"/>.</summary>
internal static class TsunamiJson
{
    public static void Write(Utf8JsonWriter json, TsunamiFacts facts)
    {
        json.WriteObjects("areas", facts.Areas, area =>
        {
            json.WriteCode(area.Region);
            json.WriteString("grade", area.Grade?.ToString());
        });
        json.WriteObjects("earthquakes", facts.Earthquakes, earthquake => EarthquakeJson.WriteWhole(json, earthquake));
        json.WriteTexts("comments", facts.Comments);
        if (facts.Areas.Count > 0)
        {
            json.WriteObjects("forecasts", facts.Areas, area => Forecast(json, area));
        }

        if (facts.Observations.Count > 0)
        {
            json.WriteObjects("observations", facts.Observations, station => Observation(json, station));
        }

        if (facts.Estimations.Count > 0)
        {
            json.WriteObjects("estimations", facts.Estimations, coast =>
            {
                json.WriteCode(coast.Coast);
                json.WriteInstant("arrivesAt", coast.ArrivesAt);
                json.WriteString("arrivalCondition", coast.ArrivalCondition);
                Height(json, coast.HighestAt, coast.HighestMeters, coast.HighestText, coast.HighestCondition);
            });
        }
    }

    private static void Forecast(Utf8JsonWriter json, TsunamiArea area)
    {
        json.WriteString("code", area.Region.Code);
        json.WriteString("kind", area.Kind.Name);
        json.WriteString("kindCode", area.Kind.Code);
        json.WriteKind("lastKind", area.LastKind);
        json.WriteInstant("arrivesAt", area.ArrivesAt);
        json.WriteString("arrivalCondition", area.ArrivalCondition);
        json.WriteNumber("heightMeters", area.HeightMeters);
        json.WriteString("heightText", area.HeightText);
        if (area.Stations.Count > 0)
        {
            json.WriteObjects("stations", area.Stations, station =>
            {
                json.WriteString("code", station.Code);
                json.WriteString("name", station.Name);
                json.WriteInstant("highTideAt", station.HighTideAt);
                json.WriteInstant("arrivesAt", station.ArrivesAt);
                json.WriteString("condition", station.Condition);
            });
        }
    }

    private static void Observation(Utf8JsonWriter json, TsunamiObservation station)
    {
        json.WriteString("regionCode", station.Region.Code);
        json.WriteString("code", station.Code);
        json.WriteString("name", station.Name);
        json.WriteString("sensor", station.Sensor);
        json.WriteInstant("firstAt", station.FirstAt);
        json.WriteString("initial", station.Initial);
        json.WriteString("firstCondition", station.FirstCondition);
        Height(json, station.HighestAt, station.HighestMeters, station.HighestText, station.HighestCondition);
        json.WriteBoolean("isRising", station.IsRising);
    }

    private static void Height(Utf8JsonWriter json, DateTimeOffset? at, decimal? meters, string text, string condition)
    {
        json.WriteInstant("highestAt", at);
        json.WriteNumber("highestMeters", meters);
        json.WriteString("highestText", text);
        json.WriteString("highestCondition", condition);
    }
}
