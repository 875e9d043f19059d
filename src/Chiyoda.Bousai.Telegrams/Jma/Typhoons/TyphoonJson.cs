using System.Text.Json;
using Chiyoda.Bousai.Telegrams.Jma.Xml;

namespace Chiyoda.Bousai.Telegrams.Jma.Typhoons;

/// <summary>Writes the facts of a typhoon telegram for <see cref="TelegramJson"/>.</summary>
internal static class TyphoonJson
{
    public static void Write(Utf8JsonWriter json, TyphoonFacts facts)
    {
        json.WriteString("number", facts.Number);
        json.WriteString("name", facts.Name);
        json.WriteString("nameKana", facts.NameKana);
        json.WriteString("remark", facts.Remark);
        json.WriteObjects("points", facts.Points, point =>
        {
            json.WriteString("kind", point.Kind);
            json.WriteInstant("at", point.At);
            json.WriteNumber("latitude", point.Latitude);
            json.WriteNumber("longitude", point.Longitude);
            json.WriteString("location", point.Location);
            json.WriteString("class", point.Class);
            json.WriteString("size", point.Size);
            json.WriteString("strength", point.Strength);
            json.WriteNumber("pressureHectopascals", point.PressureHectopascals);
            json.WriteNumber("maxWindMetersPerSecond", point.MaxWindMetersPerSecond);
            json.WriteNumber("maxGustMetersPerSecond", point.MaxGustMetersPerSecond);
            json.WriteString("direction", point.Direction);
            json.WriteNumber("speedKilometersPerHour", point.SpeedKilometersPerHour);
            json.WriteNumber("probabilityRadiusKilometers", point.ProbabilityRadiusKilometers);
        });
    }
}
