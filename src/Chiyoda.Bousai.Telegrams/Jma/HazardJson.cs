using System.Text.Json;
using System.Xml;
using Chiyoda.Bousai.Telegrams.Jma.Bulletins;
using Chiyoda.Bousai.Telegrams.Jma.Floods;
using Chiyoda.Bousai.Telegrams.Jma.Tornadoes;
using Chiyoda.Bousai.Telegrams.Jma.WeatherWarnings;
using Chiyoda.Bousai.Telegrams.Jma.Xml;

namespace Chiyoda.Bousai.Telegrams.Jma;

/// <summary>Writes hazards by area for <see cref="TelegramJson"/>: <c>items</c> with the members that others rely on, and beside them all else that was read.</summary>
internal static class HazardJson
{
    public static void Write(Utf8JsonWriter json, HazardFacts facts)
    {
        json.WriteObjects("items", facts.Items, item =>
        {
            json.WriteString("phenomenon", item.Phenomenon);
            json.WriteNumber("level", item.Level);
            json.WriteString("kind", item.Kind);
            json.WriteString("kindCode", item.KindCode);
            json.WriteString("status", item.Status);
            json.WriteString("areaCode", item.Area.Code);
            json.WriteString("areaName", item.Area.Name);
            json.WriteString("codeType", item.Area.CodeSet);
        });

        // One for each item, in the same order.
        json.WriteObjects("details", facts.Items, item => WriteDetails(json, item));
        json.WriteObjects("areasWithout", facts.AreasWithout, area => json.WriteArea(area));
        json.WriteBoolean("isFromHeadline", facts.IsFromHeadline);
        switch (facts)
        {
            case WeatherWarningFacts warning: json.WriteTexts("comments", warning.Comments); break;
            case FloodForecastFacts flood: FloodJson.Write(json, flood); break;
            case TornadoFacts tornado: json.WriteObjects("sightings", tornado.Sightings, area => json.WriteArea(area)); break;
            case BulletinFacts bulletin: json.WriteObjects("reports", bulletin.Reports, report => WriteReport(json, report)); break;
        }
    }

    private static void WriteDetails(Utf8JsonWriter json, HazardItem item)
    {
        json.WriteString("areaCode", item.Area.Code);
        json.WriteString("kindCode", item.KindCode);
        json.WriteNumber("levelInName", item.LevelInName);
        json.WriteString("layer", item.Layer);
        json.WriteBoolean("isEnded", item.IsEnded);
        json.WriteString("condition", item.Condition);
        json.WriteKind("lastKind", item.LastKind);
        json.WriteString("changeStatus", item.ChangeStatus);
        json.WriteString("fullStatus", item.FullStatus);
        json.WriteObjects("significancies", item.Significancies, significancy =>
        {
            json.WriteString("type", significancy.Type);
            json.WriteString("name", significancy.Name);
            json.WriteString("code", significancy.Code);
            json.WriteString("part", significancy.LocalName);
        });
        json.WriteObjects("periods", item.Periods, period =>
        {
            json.WriteString("sentence", period.Sentence);
            json.WriteString("classCode", period.ClassCode);
            json.WriteNumber("level", period.Level);
            json.WriteInstant("startsAt", period.StartsAt);
            json.WriteString("duration", period.Duration is { } duration ? XmlConvert.ToString(duration) : null);
            json.WriteString("part", period.LocalName);
        });
    }

    private static void WriteReport(Utf8JsonWriter json, BulletinReport report)
    {
        json.WriteString("areaCode", report.Place?.Code);
        json.WriteString("areaName", report.Place?.Name);
        json.WriteString("codeType", report.Place?.CodeSet);
        json.WriteString("station", report.Station);
        json.WriteString("element", report.Element);
        json.WriteString("text", report.Text);
        json.WriteNumber("value", report.Value);
        json.WriteString("unit", report.Unit);
        json.WriteInstant("observedAt", report.ObservedAt);
    }
}
