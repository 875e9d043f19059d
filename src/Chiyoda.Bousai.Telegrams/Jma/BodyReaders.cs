using Chiyoda.Bousai.Telegrams.Jma.Bulletins;
using Chiyoda.Bousai.Telegrams.Jma.Earthquakes;
using Chiyoda.Bousai.Telegrams.Jma.Floods;
using Chiyoda.Bousai.Telegrams.Jma.Landslides;
using Chiyoda.Bousai.Telegrams.Jma.Tornadoes;
using Chiyoda.Bousai.Telegrams.Jma.Tsunamis;
using Chiyoda.Bousai.Telegrams.Jma.Typhoons;
using Chiyoda.Bousai.Telegrams.Jma.Volcanoes;
using Chiyoda.Bousai.Telegrams.Jma.WeatherWarnings;
using Chiyoda.Bousai.Telegrams.Jma.Xml;

namespace Chiyoda.Bousai.Telegrams.Jma;

/// <summary>Which family reads which body. A kind that stands nowhere here is kept as text.</summary>
internal static class BodyReaders
{
    /// <summary>Reads the body on which the reader stands.</summary>
    public static TelegramFacts Read(string? type, TelegramXml xml, JmaHead head, NoticeList notices) => type switch
    {
        "VPWW55" or "VPWW56" or "VPWW57" or "VPWW58" or "VPWW59" or "VPWW60" or "VPWW61" or "VPWW50" or "VPWW53" or "VPWW54" or "VPNO50" or SummaryStatement.Type
            => WeatherWarningReader.Read(type, xml, head, notices),
        "VPWP50" => ForecastSeriesReader.Read(xml),
        "VXKO" or "VXSU" => FloodForecastReader.Read(xml, head, notices),
        "VXWW50" => LandslideAlertReader.Read(xml, head, notices),
        "VPHW50" or "VPHW51" => TornadoReader.Read(xml, head, notices),
        "VPBS50" or "VPOA50" => BulletinReader.Read(type, xml, head, notices),
        "VPTW60" => TyphoonReader.Read(xml),
        "VXSE42" or "VXSE43" or "VXSE44" or "VXSE45" => EarlyWarningReader.Read(xml, notices),
        "VXSE51" or "VXSE52" or "VXSE53" or "VXSE61" or "VXSE62" => EarthquakeReader.Read(xml, notices),
        "VXSE60" => EarthquakeCountReader.Read(xml),
        "VTSE41" or "VTSE51" or "VTSE52" => TsunamiReader.Read(xml, head, notices),
        "VYSE50" or "VYSE51" or "VYSE60" => GreatEarthquakeReader.Read(xml),
        "VFVO50" or "VFVO51" or "VFVO52" or "VFVO53" or "VFVO54" or "VFVO55" or "VFVO56" or "VFVO60" or "VFSV" => VolcanoReader.Read(xml),
        _ => TextReader.Read(xml, head),
    };
}
