using Chiyoda.Bousai.Telegrams.Jma.Xml;

namespace Chiyoda.Bousai.Telegrams.Jma.WeatherWarnings;

/// <summary>Reads the body of VPWW55–61.</summary>
internal static class WeatherWarningReader
{
    public static WeatherWarningFacts Read(string type, TelegramXml xml, JmaHead head, NoticeList notices)
    {
        var hazards = new LayeredHazards(notices);
        List<string> comments = [];
        for (var body = xml.Children(); xml.MoveNext(body);)
        {
            switch (xml.Name)
            {
                case "Warning":
                    hazards.Take(xml);
                    break;
                case "Comment":
                    for (var comment = xml.Children(); xml.MoveNext(comment);)
                    {
                        comments.Add(xml.Text());
                    }

                    break;
                case "Notice":
                    comments.Add(xml.Text());
                    break;
            }
        }

        hazards.Judge(head, new Kinds(type, notices));
        return new WeatherWarningFacts(hazards.Items, hazards.AreasWithout, comments)
        {
            IsFromHeadline = hazards.IsFromHeadline,
        };
    }

    private sealed class Kinds(string type, NoticeList notices) : LayeredHazards.IKindTable
    {
        private const string NothingInForce = "発表警報・注意報はなし";
        private const string Ended = "解除";

        // A Kind with neither name nor code states nothing either.
        public bool IsNone(LayerKind kind) =>
            kind.Status == NothingInForce || (kind.Name.Length == 0 && kind.Code.Length == 0);

        public bool IsEnded(string code, string status) => status == Ended || code == WeatherWarningKinds.Ended;

        public HazardKind Meaning(string code, string name)
        {
            var kind = WeatherWarningKinds.Find(type, code, out var isKnown);
            if (!isKnown)
            {
                notices.Add("unknown-kind", $"{type} Kind/Code", $"{code} {name}");
            }

            return kind;
        }
    }
}
