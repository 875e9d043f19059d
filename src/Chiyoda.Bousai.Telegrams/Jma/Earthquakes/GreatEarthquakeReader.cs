using Chiyoda.Bousai.Telegrams.Jma.Xml;

namespace Chiyoda.Bousai.Telegrams.Jma.Earthquakes;

/// <summary>Reads the body of VYSE50–60.</summary>
internal static class GreatEarthquakeReader
{
    public static GreatEarthquakeFacts Read(TelegramXml xml)
    {
        string kind = "", text = "", appendix = "", next = "";
        JmaKind? serial = null;
        for (var body = xml.Children(); xml.MoveNext(body);)
        {
            switch (xml.Name)
            {
                case "EarthquakeInfo":
                    for (var info = xml.Children(); xml.MoveNext(info);)
                    {
                        switch (xml.Name)
                        {
                            case "InfoKind": kind = xml.Word(); break;
                            case "InfoSerial": serial = CommonElements.Kind(xml); break;
                            case "Text": text = xml.Text(); break;
                            case "Appendix": appendix = xml.Text(); break;
                        }
                    }

                    break;
                case "Text": text = xml.Text(); break;
                case "NextAdvisory": next = xml.Text(); break;
            }
        }

        return new GreatEarthquakeFacts(kind, serial, text, appendix, next);
    }
}
