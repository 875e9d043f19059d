using System.Text.Json;
using Chiyoda.Bousai.Telegrams.Jma.Xml;

namespace Chiyoda.Bousai.Telegrams.Jma.Volcanoes;

/// <summary>Writes the facts of a volcano telegram for <see cref="TelegramJson"/>.</summary>
internal static class VolcanoJson
{
    public static void Write(Utf8JsonWriter json, VolcanoFacts facts)
    {
        json.WriteObjects("items", facts.Items, item =>
        {
            json.WriteString("kind", item.Kind.Name);
            json.WriteString("kindCode", item.Kind.Code);
            json.WriteString("condition", item.Kind.Condition);
            json.WriteNumber("volcanicAlertLevel", item.Level);
            json.WriteString("areaCode", item.Area.Code);
            json.WriteString("areaName", item.Area.Name);
            json.WriteString("codeType", item.Area.CodeSet);
            json.WriteString("crater", item.Crater);
            json.WriteInstant("eruptedAt", item.EruptedAt);
            json.WriteString("layer", item.Layer);
            json.WriteKind("lastKind", item.LastKind);
        });
        if (facts.Plume is { } plume)
        {
            json.WriteStartObject("plume");
            json.WriteNumber("aboveCraterMeters", plume.AboveCraterMeters);
            json.WriteString("direction", plume.Direction);
            json.WriteString("remark", plume.Remark);
            json.WriteEndObject();
        }

        if (facts.AshFall.Count > 0)
        {
            json.WriteObjects("ashFall", facts.AshFall, period =>
            {
                json.WriteString("name", period.Name);
                json.WriteInstant("startsAt", period.StartsAt);
                json.WriteInstant("endsAt", period.EndsAt);
                json.WriteObjects("falls", period.Falls, fall =>
                {
                    json.WriteString("kind", fall.Kind.Name);
                    json.WriteString("kindCode", fall.Kind.Code);
                    json.WriteString("direction", fall.Direction);
                    json.WriteNumber("distanceKilometers", fall.DistanceKilometers);
                    json.WriteObjects("areas", fall.Areas, area => json.WriteCode(area));
                });
            });
        }

        json.WriteTexts("texts", facts.Texts);
    }
}
