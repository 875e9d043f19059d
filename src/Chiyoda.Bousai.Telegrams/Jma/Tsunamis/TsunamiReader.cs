using Chiyoda.Bousai.Telegrams.Jma.Earthquakes;
using Chiyoda.Bousai.Telegrams.Jma.Xml;

namespace Chiyoda.Bousai.Telegrams.Jma.Tsunamis;

/// <summary>Reads the body of VTSE41, VTSE51 and VTSE52.</summary>
internal static class TsunamiReader
{
    public static TsunamiFacts Read(TelegramXml xml, JmaHead head, NoticeList notices)
    {
        List<TsunamiArea> areas = [];
        List<TsunamiObservation> observations = [];
        List<TsunamiEstimation> estimations = [];
        List<Hypocenter> earthquakes = [];
        List<string> comments = [];
        for (var body = xml.Children(); xml.MoveNext(body);)
        {
            switch (xml.Name)
            {
                case "Tsunami":
                    for (var tsunami = xml.Children(); xml.MoveNext(tsunami);)
                    {
                        switch (xml.Name)
                        {
                            case "Forecast": Forecast(xml, areas, notices); break;
                            case "Observation": TsunamiMeasurementReader.Observation(xml, observations); break;
                            case "Estimation": TsunamiMeasurementReader.Estimation(xml, estimations); break;
                        }
                    }

                    break;
                case "Earthquake": earthquakes.Add(HypocenterReader.Read(xml)); break;
                case "Comments": CommonElements.Comments(xml, comments); break;
                case "Text": comments.Add(xml.Text()); break;
            }
        }

        return new TsunamiFacts(
            head.EventId.Split(' ', StringSplitOptions.RemoveEmptyEntries), areas, earthquakes, comments)
        {
            Observations = observations,
            Estimations = estimations,
        };
    }

    private static void Forecast(TelegramXml xml, List<TsunamiArea> areas, NoticeList notices)
    {
        for (var forecast = xml.Children(); xml.MoveNext(forecast);)
        {
            if (xml.Name != "Item")
            {
                continue;
            }

            var area = TsunamiAreaReader.Read(xml);
            if (area.Grade is null)
            {
                notices.Add("unknown-kind", "Tsunami/Forecast Category/Kind/Code", $"{area.Kind.Code} {area.Kind.Name}");
            }

            areas.Add(area);
        }
    }
}
