using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Telegrams.Jma.Xml;

namespace Chiyoda.Bousai.Telegrams.Jma.Tsunamis;

/// <summary>Reads Tsunami/Observation and Tsunami/Estimation.</summary>
internal static class TsunamiMeasurementReader
{
    public static void Observation(TelegramXml xml, List<TsunamiObservation> observations)
    {
        for (var list = xml.Children(); xml.MoveNext(list);)
        {
            if (xml.Name != "Item")
            {
                continue;
            }

            var region = new WarningArea(CodeSets.TsunamiRegion, "", "");
            for (var item = xml.Children(); xml.MoveNext(item);)
            {
                switch (xml.Name)
                {
                    case "Area": region = CommonElements.Area(xml, CodeSets.TsunamiRegion); break;
                    case "Station": observations.Add(Station(xml, region)); break;
                }
            }
        }
    }

    public static void Estimation(TelegramXml xml, List<TsunamiEstimation> estimations)
    {
        for (var list = xml.Children(); xml.MoveNext(list);)
        {
            if (xml.Name != "Item")
            {
                continue;
            }

            var coast = new WarningArea(CodeSets.Coast, "", "");
            var first = new FirstHeight(null, "", "");
            var highest = new MaxHeight(null, "", null, "", false);
            for (var item = xml.Children(); xml.MoveNext(item);)
            {
                switch (xml.Name)
                {
                    case "Area": coast = CommonElements.Area(xml, CodeSets.Coast); break;
                    case "FirstHeight": first = FirstHeight.Read(xml); break;
                    case "MaxHeight": highest = MaxHeight.Read(xml); break;
                }
            }

            estimations.Add(new TsunamiEstimation(coast, first.At, first.Condition, highest.At, highest.Meters, highest.Text, highest.Condition));
        }
    }

    private static TsunamiObservation Station(TelegramXml xml, WarningArea region)
    {
        string name = "", code = "", sensor = "";
        var first = new FirstHeight(null, "", "");
        var highest = new MaxHeight(null, "", null, "", false);
        for (var station = xml.Children(); xml.MoveNext(station);)
        {
            switch (xml.Name)
            {
                case "Name": name = xml.Word(); break;
                case "Code": code = TelegramValues.Code(xml.Word()); break;
                case "Sensor": sensor = xml.Word(); break;
                case "FirstHeight": first = FirstHeight.Read(xml); break;
                case "MaxHeight": highest = MaxHeight.Read(xml); break;
            }
        }

        return new TsunamiObservation(
            region, name, code, sensor, first.At, first.Initial, first.Condition,
            highest.At, highest.Meters, highest.Text, highest.Condition, highest.IsRising);
    }
}
