using System.Text.Json;
using System.Xml;
using Chiyoda.Bousai.Telegrams.Jma.Xml;

namespace Chiyoda.Bousai.Telegrams.Jma.WeatherWarnings;

/// <summary>Writes the facts of a time series for <see cref="TelegramJson"/>.</summary>
internal static class ForecastSeriesJson
{
    public static void Write(Utf8JsonWriter json, ForecastSeriesFacts facts) => json.WriteObjects("forecasts", facts.Areas, area =>
    {
        json.WriteString("areaCode", area.Area.Code);
        json.WriteString("areaName", area.Area.Name);
        json.WriteObjects("elements", area.Elements, element =>
        {
            json.WriteString("name", element.Name);
            json.WriteString("part", element.Part);
            json.WriteObjects("steps", element.Steps, step =>
            {
                json.WriteInstant("startsAt", step.StartsAt);
                json.WriteString("duration", step.Duration is { } duration ? XmlConvert.ToString(duration) : null);
                json.WriteString("class", step.Name);
                json.WriteString("classCode", step.Code);
                json.WriteNumber("level", step.Level);
            });
        });
    });
}
