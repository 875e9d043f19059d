using Chiyoda.Bousai.Telegrams.Jma.Bulletins;
using Chiyoda.Bousai.Telegrams.Jma.Earthquakes;
using Chiyoda.Bousai.Telegrams.Jma.Floods;
using Chiyoda.Bousai.Telegrams.Jma.Landslides;
using Chiyoda.Bousai.Telegrams.Jma.Tornadoes;
using Chiyoda.Bousai.Telegrams.Jma.Tsunamis;
using Chiyoda.Bousai.Telegrams.Jma.WeatherWarnings;
using Chiyoda.Bousai.Telegrams.Jma.Xml;

namespace Chiyoda.Bousai.Telegrams.Jma;

/// <summary>Which family reads which body. A kind that stands nowhere here is kept as text.</summary>
internal static class BodyReaders
{
    /// <summary>Reads the body on which the reader stands.</summary>
    public static TelegramFacts Read(string? type, TelegramXml xml, JmaHead head, NoticeList notices) => type switch
    {
        "VPWW55" or "VPWW56" or "VPWW57" or "VPWW58" or "VPWW59" or "VPWW60" or "VPWW61"
            => WeatherWarningReader.Read(type, xml, head, notices),
        "VXKO" => FloodForecastReader.Read(xml, head, notices),
        "VXWW50" => LandslideAlertReader.Read(xml, head, notices),
        "VPHW50" or "VPHW51" => TornadoReader.Read(xml, head, notices),
        "VPBS50" => BulletinReader.Read(xml, head, notices),
        "VXSE51" or "VXSE52" or "VXSE53" => EarthquakeReader.Read(xml, notices),
        "VTSE41" => TsunamiReader.Read(xml, head, notices),
        _ => Text(xml, head),
    };

    private static TextFacts Text(TelegramXml xml, JmaHead head)
    {
        List<string> paragraphs = [];
        for (var body = xml.Children(); xml.MoveNextDescendant(body);)
        {
            if (xml.Name is not ("Text" or "FreeFormComment" or "Notice"))
            {
                continue;
            }

            var text = xml.Text();
            if (text.Length > 0)
            {
                paragraphs.Add(text);
            }
        }

        return new TextFacts(head.Headline.Text, paragraphs);
    }
}
