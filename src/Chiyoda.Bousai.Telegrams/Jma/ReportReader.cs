using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Telegrams.Jma.Xml;

namespace Chiyoda.Bousai.Telegrams.Jma;

/// <summary>Reads Report: Control, Head, Body, in this order as the schema (jmx.xsd) has it.</summary>
internal static class ReportReader
{
    private static readonly byte[] EmptyBody = "<Body/>"u8.ToArray();

    public static Outcome<JmaTelegram> Read(TelegramXml xml, NoticeList notices)
    {
        if (!xml.MoveToRoot() || xml.Name != "Report" || xml.Namespace != TelegramXml.NamespaceRoot)
        {
            return Refused(xml, TelegramRefusals.NotJma);
        }

        JmaControl? control = null;
        JmaHead? head = null;
        TelegramFacts? facts = null;
        string? type = null;
        for (var report = xml.Children(); xml.MoveNext(report);)
        {
            switch (xml.Name)
            {
                case "Control" when control is null:
                    control = EnvelopeReader.Control(xml, notices);
                    if (control is null)
                    {
                        return Refused(xml, TelegramRefusals.IncompleteEnvelope);
                    }

                    break;
                case "Head" when head is null && control is not null:
                    head = EnvelopeReader.Head(xml, notices);
                    if (head is null)
                    {
                        return Refused(xml, TelegramRefusals.IncompleteEnvelope);
                    }

                    break;
                case "Body" when facts is null && control is not null && head is not null:
                    type = TelegramTypes.Find(control.Title, head.InfoKind);
                    facts = BodyReaders.Read(type, xml, head, notices);
                    break;
            }
        }

        xml.ReadToEnd();
        if (control is null || head is null)
        {
            return TelegramRefusals.IncompleteEnvelope;
        }

        type ??= TelegramTypes.Find(control.Title, head.InfoKind);
        if (type is null)
        {
            notices.Add("unknown-type", "Control/Title", control.Title);
        }

        if (facts is null)
        {
            // The headline alone still says what holds where, as it does in a first bulletin with an empty body.
            notices.Add("missing-body", "Body", control.Title);
            using var nothing = new TelegramXml(new MemoryStream(EmptyBody, writable: false), EmptyBody.Length, notices);
            nothing.MoveToRoot();
            facts = BodyReaders.Read(type, nothing, head, notices);
        }

        return new JmaTelegram(control, head, type, facts, notices.Items);
    }

    // A document that is broken further on is called broken: the sender sees the first cause.
    private static Refusal Refused(TelegramXml xml, Refusal refusal)
    {
        xml.ReadToEnd();
        return refusal;
    }
}
