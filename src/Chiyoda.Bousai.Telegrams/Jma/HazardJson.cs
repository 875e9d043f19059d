using System.Text.Json;
using System.Xml;
using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Telegrams.Jma.Bulletins;
using Chiyoda.Bousai.Telegrams.Jma.Floods;
using Chiyoda.Bousai.Telegrams.Jma.Tornadoes;
using Chiyoda.Bousai.Telegrams.Jma.WeatherWarnings;
using Chiyoda.Bousai.Telegrams.Jma.Xml;

namespace Chiyoda.Bousai.Telegrams.Jma;

/// <summary>
/// Writes facts that are a list of hazards by area for <see cref="TelegramJson"/>. <c>items</c> has the members that outside programs rely on and no
/// more; what else a telegram says of an item stands in <c>details</c>, one for each item, in the same order.
/// </summary>
internal static class HazardJson
{
    public static void Write(Utf8JsonWriter json, JmaTelegram telegram, HazardFacts facts)
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
        json.WriteObjects("details", facts.Items, item => Detail(json, item));
        json.WriteBoolean("isFromHeadline", facts.IsFromHeadline);
        json.WriteObjects("areasWithout", facts.AreasWithout, area => Area(json, area));
        switch (facts)
        {
            case WeatherWarningFacts warning: json.WriteTexts("comments", warning.Comments); break;
            case FloodForecastFacts flood: Flood(json, flood); break;
            case BulletinFacts bulletin: json.WriteObjects("observations", bulletin.Reports, report => Observation(json, report)); break;
            case TornadoFacts tornado:
                json.WriteInstant("validUntil", telegram.Head.ValidUntil);
                json.WriteObjects("sightings", tornado.Sightings, area => Area(json, area));
                break;
        }
    }

    private static void Detail(Utf8JsonWriter json, HazardItem item)
    {
        json.WriteString("areaCode", item.Area.Code);
        json.WriteString("kindCode", item.KindCode);
        json.WriteString("layer", item.Layer);
        json.WriteBoolean("isEnded", item.IsEnded);
        json.WriteString("condition", item.Condition);
        json.WriteString("changeStatus", item.ChangeStatus);
        json.WriteString("fullStatus", item.FullStatus);
        Kind(json, "lastKind", item.LastKind);
        json.WriteObjects("significancies", item.Significancies, significancy =>
        {
            json.WriteString("type", significancy.Type);
            json.WriteString("class", significancy.Name);
            json.WriteString("classCode", significancy.Code);
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

    /// <summary>A kind as it came; null when the telegram says none.</summary>
    internal static void Kind(Utf8JsonWriter json, string name, JmaKind? kind)
    {
        if (kind is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("name", kind.Name);
        json.WriteString("code", kind.Code);
        json.WriteString("condition", kind.Condition);
        json.WriteEndObject();
    }

    /// <summary>The members of an area.</summary>
    internal static void Area(Utf8JsonWriter json, WarningArea area)
    {
        json.WriteCode(area);
        json.WriteString("codeType", area.CodeSet);
    }

    private static void Flood(Utf8JsonWriter json, FloodForecastFacts facts)
    {
        // Three answers: below, not below, not known.
        json.WritePropertyName("isPresentBelowDanger");
        Boolean(json, facts.IsPresentBelowDanger);
        json.WriteObjects("sections", facts.Sections, section =>
        {
            json.WriteString("text", section.MainText);
            json.WriteObjects("rivers", section.Rivers, area => Area(json, area));
            json.WriteObjects("stations", section.Stations, station => Station(json, station));
        });
        json.WriteObjects("stations", facts.Stations, station => Station(json, station));
        json.WriteObjects("inundations", facts.Inundations, area =>
        {
            json.WriteString("stationCode", area.StationCode);
            json.WriteString("prefecture", area.Prefecture);
            json.WriteString("city", area.City);
            json.WriteString("cityCode", area.CityCode);
            json.WriteTexts("parts", area.Parts);
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

    private static void Station(Utf8JsonWriter json, FloodStation station)
    {
        Station(json, station.Station);
        json.WriteTexts("chargeSections", station.ChargeSections);
        json.WritePropertyName("isPresentBelowDanger");
        Boolean(json, station.IsPresentBelowDanger);
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
    }

    private static void Station(Utf8JsonWriter json, StationName station)
    {
        json.WriteString("code", station.Code);
        json.WriteString("name", station.Name);
        json.WriteString("location", station.Location);
    }

    private static void Observation(Utf8JsonWriter json, BulletinReport report)
    {
        json.WriteString("areaCode", report.Place?.Code);
        json.WriteString("areaName", report.Place?.Name);
        json.WriteString("station", report.Station);
        json.WriteString("element", report.Element);
        json.WriteString("text", report.Text);
        json.WriteNumber("value", report.Value);
        json.WriteString("unit", report.Unit);
        json.WriteInstant("observedAt", report.ObservedAt);
    }

    private static void Boolean(Utf8JsonWriter json, bool? answer)
    {
        if (answer is { } known)
        {
            json.WriteBooleanValue(known);
        }
        else
        {
            json.WriteNullValue();
        }
    }
}
