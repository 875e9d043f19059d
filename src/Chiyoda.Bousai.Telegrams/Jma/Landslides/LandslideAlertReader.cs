using Chiyoda.Bousai.Telegrams.Jma.Xml;

namespace Chiyoda.Bousai.Telegrams.Jma.Landslides;

/// <summary>Reads the body of VXWW50.</summary>
internal static class LandslideAlertReader
{
    public static LandslideAlertFacts Read(TelegramXml xml, JmaHead head, NoticeList notices)
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
        return new LandslideAlertFacts(hazards.Items, hazards.AreasWithout) { IsFromHeadline = hazards.IsFromHeadline };
    }

    private sealed class Kinds(NoticeList notices) : LayeredHazards.IKindTable
    {
        private const string None = "0";
        private const string Ended = "1";
        private const string Alert = "3";

        public bool IsNone(LayerKind kind) => kind.Code == None;

        public bool IsEnded(string code, string status) => code == Ended;

        // 警戒 has been level 4 since the levels exist: it is what 避難指示 is decided on (避難情報に関するガイドライン).
        public HazardKind Meaning(string code, string name)
        {
            if (code is not (Ended or Alert))
            {
                notices.Add("unknown-kind", "VXWW50 Kind/Code", $"{code} {name}");
            }

            return new HazardKind("landslide", code == Alert ? 4 : null);
        }
    }
}
