using System.Text.Json;
using Chiyoda.Bousai.Telegrams.Jma.Xml;

namespace Chiyoda.Bousai.Telegrams.Jma.Floods;

/// <summary>Writes what a flood forecast states beside its items for <see cref="TelegramJson"/>.</summary>
internal static class FloodJson
{
    public static void Write(Utf8JsonWriter json, FloodForecastFacts facts)
    {
        json.WriteString("forecastAreaCode", facts.ForecastArea?.Code);
        json.WriteString("forecastAreaName", facts.ForecastArea?.Name);
        WriteAnswer(json, facts.IsPresentBelowDanger);
        json.WriteObjects("sections", facts.Sections, section =>
        {
            json.WriteString("text", section.MainText);
            json.WriteObjects("rivers", section.Rivers, river => json.WriteCode(river));
            json.WriteObjects("stations", section.Stations, station => WriteStation(json, station));
        });
        json.WriteObjects("inundations", facts.Inundations, area =>
        {
            json.WriteString("stationCode", area.StationCode);
            json.WriteString("prefecture", area.Prefecture);
            json.WriteString("city", area.City);
            json.WriteString("cityCode", area.CityCode);
            json.WriteTexts("parts", area.Parts);
        });
        json.WriteObjects("stations", facts.Stations, station =>
        {
            WriteStation(json, station.Station);
            json.WriteTexts("chargeSections", station.ChargeSections);
            WriteAnswer(json, station.IsPresentBelowDanger);
            json.WriteObjects("readings", station.Readings, reading =>
            {
                json.WriteInstant("at", reading.At);
                json.WriteString("label", reading.Label);
                json.WriteBoolean("isPresent", reading.IsPresent);
                json.WriteNumber("value", reading.Value);
                json.WriteString("unit", reading.Unit);
                json.WriteString("condition", reading.Condition);
                json.WriteNumber("level", reading.Level);
            });
            json.WriteObjects("criteria", station.Criteria, criterion =>
            {
                json.WriteString("name", criterion.Name);
                json.WriteNumber("level", criterion.Level);
                json.WriteNumber("value", criterion.Value);
                json.WriteString("unit", criterion.Unit);
                json.WriteString("condition", criterion.Condition);
            });
        });
        json.WriteObjects("arrivals", facts.Arrivals, arrival =>
        {
            json.WriteString("river", arrival.River);
            json.WriteString("place", arrival.Place);
            json.WriteInstant("arrivesAt", arrival.ArrivesAt);
            json.WriteString("arrivalText", arrival.ArrivalText);
            json.WriteNumber("depthFromMeters", arrival.DepthFromMeters);
            json.WriteNumber("depthBelowMeters", arrival.DepthBelowMeters);
            json.WriteInstant("deepestAt", arrival.DeepestAt);
        });
        json.WriteTexts("rainTexts", facts.RainTexts);
    }

    /// <summary>Three answers: null is «not known», not «no».</summary>
    private static void WriteAnswer(Utf8JsonWriter json, bool? isPresentBelowDanger)
    {
        const string Name = "isPresentBelowDanger";
        if (isPresentBelowDanger is { } known)
        {
            json.WriteBoolean(Name, known);
        }
        else
        {
            json.WriteNull(Name);
        }
    }

    private static void WriteStation(Utf8JsonWriter json, StationName station)
    {
        json.WriteString("code", station.Code);
        json.WriteString("name", station.Name);
        json.WriteString("location", station.Location);
    }
}
