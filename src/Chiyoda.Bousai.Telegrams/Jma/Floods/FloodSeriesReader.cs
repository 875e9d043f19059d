using Chiyoda.Bousai.Telegrams.Jma.Xml;

namespace Chiyoda.Bousai.Telegrams.Jma.Floods;

/// <summary>Reads what is measured and forecast at the stations, their criteria, and where flood water will arrive.</summary>
internal static class FloodSeriesReader
{
    private const string Now = "現況";
    private const string LevelType = "レベル";

    /// <summary>Reads one MeteorologicalInfos.</summary>
    public static void Read(TelegramXml xml, FloodStationTable stations, List<FloodArrival> arrivals, List<string> rain)
    {
        for (var infos = xml.Children(); xml.MoveNext(infos);)
        {
            switch (xml.Name)
            {
                case "TimeSeriesInfo": Series(xml, stations); break;
                case "MeteorologicalInfo": FloodArrivalReader.Read(xml, arrivals, rain); break;
            }
        }
    }

    /// <summary>Reads AdditionalInfo: charge sections and criteria by station.</summary>
    public static void ReadCriteria(TelegramXml xml, FloodStationTable stations)
    {
        for (var info = xml.Children(); xml.MoveNext(info);)
        {
            for (var addition = xml.Children(); xml.MoveNext(addition);)
            {
                if (xml.Name == "HydrometricStationPart")
                {
                    Criteria(xml, stations);
                }
            }
        }
    }

    private static void Criteria(TelegramXml xml, FloodStationTable stations)
    {
        StationName? station = null;
        List<string> sections = [];
        List<FloodCriterion> criteria = [];
        for (var part = xml.Children(); xml.MoveNext(part);)
        {
            switch (xml.Name)
            {
                case "Area":
                    station = FloodWarningReader.Station(xml);
                    break;
                case "ChargeSection":
                    sections.Add(xml.Text());
                    break;
                case "Criteria":
                    for (var list = xml.Children(); xml.MoveNext(list);)
                    {
                        var name = xml.Attribute("type");
                        var unit = xml.Attribute("unit");
                        var condition = xml.Attribute("condition");
                        criteria.Add(new FloodCriterion(
                            name, TelegramValues.LevelInName(name), TelegramValues.Number(xml.Word()), unit, condition));
                    }

                    break;
            }
        }

        if (station is not null)
        {
            var entry = stations.Of(station);
            entry.ChargeSections.AddRange(sections);
            entry.Criteria.AddRange(criteria);
        }
    }

    private static void Series(TelegramXml xml, FloodStationTable stations)
    {
        Dictionary<string, (DateTimeOffset? At, string Label)> times = [];
        for (var series = xml.Children(); xml.MoveNext(series);)
        {
            switch (xml.Name)
            {
                case "TimeDefines":
                    for (var defines = xml.Children(); xml.MoveNext(defines);)
                    {
                        var id = xml.Attribute("timeId");
                        times[id] = TimeDefine(xml);
                    }

                    break;
                case "Item":
                    Item(xml, times, stations);
                    break;
            }
        }
    }

    private static (DateTimeOffset? At, string Label) TimeDefine(TelegramXml xml)
    {
        DateTimeOffset? at = null;
        var label = "";
        for (var define = xml.Children(); xml.MoveNext(define);)
        {
            switch (xml.Name)
            {
                case "DateTime": at = TelegramInstant.Parse(xml.Word()); break;
                case "Name": label = xml.Word(); break;
            }
        }

        return (at, label);
    }

    private static void Item(
        TelegramXml xml, Dictionary<string, (DateTimeOffset? At, string Label)> times, FloodStationTable stations)
    {
        List<FloodReading> readings = [];
        StationName? station = null;
        for (var item = xml.Children(); xml.MoveNext(item);)
        {
            switch (xml.Name)
            {
                case "Kind":
                    for (var kind = xml.Children(); xml.MoveNext(kind);)
                    {
                        if (xml.Name != "Property")
                        {
                            continue;
                        }

                        for (var property = xml.Children(); xml.MoveNext(property);)
                        {
                            if (xml.Name is "WaterLevelPart" or "DischargePart")
                            {
                                Values(xml, times, readings);
                            }
                        }
                    }

                    break;
                case "Station":
                    station = FloodWarningReader.Station(xml);
                    break;
            }
        }

        if (station is not null && readings.Count > 0)
        {
            stations.Of(station).Readings.AddRange(readings);
        }
    }

    // A value and its level number are two elements with the same refID, one after the other.
    private static void Values(
        TelegramXml xml, Dictionary<string, (DateTimeOffset? At, string Label)> times, List<FloodReading> readings)
    {
        var reference = "";
        (decimal? Value, string Unit, string Condition, int? Level) pair = (null, "", "", null);
        for (var part = xml.Children(); xml.MoveNext(part);)
        {
            var own = xml.Attribute("refID");
            if (own != reference)
            {
                Add();
                (reference, pair) = (own, (null, "", "", null));
            }

            if (xml.Attribute("type") == LevelType)
            {
                pair.Level = TelegramValues.Integer(xml.Word());
            }
            else
            {
                (pair.Unit, pair.Condition) = (xml.Attribute("unit"), xml.Attribute("condition"));
                pair.Value = TelegramValues.Number(xml.Word());
            }
        }

        Add();

        void Add()
        {
            if (reference.Length > 0)
            {
                var (at, label) = times.GetValueOrDefault(reference, (null, string.Empty));
                readings.Add(new FloodReading(at, label, label == Now, pair.Value, pair.Unit, pair.Condition, pair.Level));
            }
        }
    }
}
