using Chiyoda.Bousai.Telegrams.Jma.Earthquakes;
using Chiyoda.Bousai.Telegrams.Jma.Xml;

namespace Chiyoda.Bousai.Telegrams.Jma.Typhoons;

/// <summary>Reads one position with its properties, each of which comes in the units of land and again in those of the sea.</summary>
internal sealed class TyphoonPointReader(TyphoonReader.Names names)
{
    private string _class = "", _size = "", _strength = "", _coordinate = "", _location = "", _direction = "";
    private int? _pressure, _wind, _gust, _speed, _radius;

    public TyphoonPoint Read(TelegramXml xml, string kind, DateTimeOffset? at)
    {
        for (var item = xml.Children(); xml.MoveNext(item);)
        {
            switch (xml.Name)
            {
                case "Kind":
                    for (var kinds = xml.Children(); xml.MoveNext(kinds);)
                    {
                        if (xml.Name == "Property")
                        {
                            Property(xml);
                        }
                    }

                    break;

                // 予報円 stands in the area of older telegrams, and with the centre in newer ones.
                case "Area":
                    for (var area = xml.Children(); xml.MoveNext(area);)
                    {
                        if (xml.Name == "Circle" && xml.Attribute("type") == "予報円")
                        {
                            Circle(xml);
                        }
                    }

                    break;
            }
        }

        var (latitude, longitude, _) = HypocenterReader.Coordinate(_coordinate);
        return new TyphoonPoint(
            kind, at, longitude, latitude, _location, _class, _size, _strength, _pressure, _wind, _gust, _direction, _speed, _radius);
    }

    private void Property(TelegramXml xml)
    {
        for (var property = xml.Children(); xml.MoveNext(property);)
        {
            switch (xml.Name)
            {
                case "TyphoonNamePart": NamePart(xml); break;
                case "ClassPart": ClassPart(xml); break;
                case "CenterPart": CenterPart(xml); break;
                case "WindPart": WindPart(xml); break;
            }
        }
    }

    private void NamePart(TelegramXml xml)
    {
        for (var part = xml.Children(); xml.MoveNext(part);)
        {
            switch (xml.Name)
            {
                case "Name": names.Name = Or(names.Name, xml.Word()); break;
                case "NameKana": names.Kana = Or(names.Kana, xml.Word()); break;
                case "Number": names.Number = Or(names.Number, xml.Word()); break;
                case "Remark": names.Remark = Or(names.Remark, xml.Word()); break;
            }
        }
    }

    private void ClassPart(TelegramXml xml)
    {
        for (var part = xml.Children(); xml.MoveNext(part);)
        {
            switch (xml.Name)
            {
                case "TyphoonClass": _class = xml.Word(); break;
                case "AreaClass": _size = xml.Word(); break;
                case "IntensityClass": _strength = xml.Word(); break;
            }
        }
    }

    private void CenterPart(TelegramXml xml)
    {
        for (var part = xml.Children(); xml.MoveNext(part);)
        {
            switch (xml.Name)
            {
                case "Coordinate": Position(xml); break;
                case "Location": _location = xml.Word(); break;
                case "Direction": _direction = xml.Word(); break;
                case "Speed" when xml.Attribute("unit") == "km/h": _speed = Whole(xml); break;
                case "Pressure": _pressure = Whole(xml); break;
                case "ProbabilityCircle": Circle(xml); break;
            }
        }
    }

    private void WindPart(TelegramXml xml)
    {
        for (var part = xml.Children(); xml.MoveNext(part);)
        {
            switch (xml.Name, xml.Attribute("unit"), xml.Attribute("type"))
            {
                case ("WindSpeed", "m/s", "最大風速"): _wind = Whole(xml); break;
                case ("WindSpeed", "m/s", "最大瞬間風速"): _gust = Whole(xml); break;
            }
        }
    }

    private void Circle(TelegramXml xml)
    {
        for (var circle = xml.Children(); xml.MoveNextDescendant(circle);)
        {
            switch (xml.Name)
            {
                case "BasePoint": Position(xml); break;
                case "Radius" when xml.Attribute("unit") == "km": _radius = Whole(xml); break;
            }
        }
    }

    // The same place follows in degrees and minutes.
    private void Position(TelegramXml xml)
    {
        if (xml.Attribute("type") == "中心位置（度）")
        {
            _coordinate = xml.Word();
        }
    }

    private static string Or(string known, string found) => known.Length > 0 ? known : found;

    private static int? Whole(TelegramXml xml) => TelegramValues.Integer(xml.Word()) is >= 0 and var found ? found : null;
}
