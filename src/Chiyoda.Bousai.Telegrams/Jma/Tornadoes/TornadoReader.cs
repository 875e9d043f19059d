using Chiyoda.Bousai.Telegrams.Jma.Xml;

namespace Chiyoda.Bousai.Telegrams.Jma.Tornadoes;

/// <summary>Reads the body of VPHW50 and VPHW51.</summary>
internal static class TornadoReader
{
    private const string Sighting = "目撃情報";

    public static TornadoFacts Read(TelegramXml xml, JmaHead head, NoticeList notices)
    {
        var hazards = new LayeredHazards(notices);
        for (var body = xml.Children(); xml.MoveNext(body);)
        {
            if (xml.Name == "Warning")
            {
                hazards.Take(xml);
            }
        }

        hazards.Judge(head, new Kinds(notices));
        var sightings = head.Headline.Items
            .Where(item => item.InformationType.Contains(Sighting, StringComparison.Ordinal))
            .SelectMany(item => item.Areas)
            .ToList();
        return new TornadoFacts(hazards.Items, hazards.AreasWithout, sightings)
        {
            IsFromHeadline = hazards.IsFromHeadline,
        };
    }

    private sealed class Kinds(NoticeList notices) : LayeredHazards.IKindTable
    {
        private const string None = "0";
        private const string Issued = "1";

        public bool IsNone(LayerKind kind) => kind.Code == None;

        public bool IsEnded(string code, string status) => status == "解除";

        public HazardKind Meaning(string code, string name)
        {
            if (code != Issued)
            {
                notices.Add("unknown-kind", "VPHW Kind/Code", $"{code} {name}");
            }

            return new HazardKind("tornado", null);
        }
    }
}
