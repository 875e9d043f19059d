using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Telegrams.Jma.Xml;

namespace Chiyoda.Bousai.Telegrams.Jma;

/// <summary>Reads Control and Head. What every telegram must have and this one lacks makes the answer <see langword="null"/>.</summary>
internal static class EnvelopeReader
{
    public static JmaControl? Control(TelegramXml xml, NoticeList notices)
    {
        string title = "", status = "", editorial = "", publishing = "";
        DateTimeOffset? at = null;
        for (var control = xml.Children(); xml.MoveNext(control);)
        {
            switch (xml.Name)
            {
                case "Title": title = xml.Word(); break;
                case "DateTime": at = TelegramInstant.Parse(xml.Word()); break;
                case "Status": status = xml.Word(); break;
                case "EditorialOffice": editorial = xml.Word(); break;
                case "PublishingOffice": publishing = xml.Word(); break;
            }
        }

        if (title.Length == 0 || status.Length == 0 || at is null)
        {
            return null;
        }

        TelegramStatus? known = status switch
        {
            "通常" => TelegramStatus.Normal,
            "訓練" => TelegramStatus.Training,
            "試験" => TelegramStatus.Test,
            _ => null,
        };
        if (known is null)
        {
            notices.Add("unknown-status", "Control/Status", status);
        }

        return new JmaControl(title, at.Value, known, status, editorial, publishing);
    }

    public static JmaHead? Head(TelegramXml xml, NoticeList notices)
    {
        string title = "", eventId = "", infoType = "", serial = "", infoKind = "", version = "";
        DateTimeOffset? reported = null, target = null, valid = null;
        var headline = JmaHeadline.None;
        for (var head = xml.Children(); xml.MoveNext(head);)
        {
            switch (xml.Name)
            {
                case "Title": title = xml.Word(); break;
                case "ReportDateTime": reported = TelegramInstant.Parse(xml.Word()); break;
                case "TargetDateTime": target = Instant(xml, notices); break;
                case "ValidDateTime": valid = Instant(xml, notices); break;
                case "EventID": eventId = xml.Word(); break;
                case "InfoType": infoType = xml.Word(); break;
                case "Serial": serial = xml.Word(); break;
                case "InfoKind": infoKind = xml.Word(); break;
                case "InfoKindVersion": version = xml.Word(); break;
                case "Headline": headline = Headline(xml); break;
            }
        }

        if (reported is null || infoType.Length == 0)
        {
            return null;
        }

        InfoType? known = infoType switch
        {
            "発表" => InfoType.Issue,
            "訂正" => InfoType.Correction,
            "遅延" => InfoType.Delayed,
            "取消" => InfoType.Cancel,
            _ => null,
        };
        if (known is null)
        {
            notices.Add("unknown-info-type", "Head/InfoType", infoType);
        }

        return new JmaHead(
            title, reported.Value, target, valid, eventId, known, infoType, serial, infoKind, version, headline);
    }

    private static DateTimeOffset? Instant(TelegramXml xml, NoticeList notices)
    {
        var name = xml.Name;
        var text = xml.Word();
        var instant = TelegramInstant.Parse(text);
        if (instant is null && text.Length > 0)
        {
            notices.Add("unreadable-time", $"Head/{name}", text);
        }

        return instant;
    }

    private static JmaHeadline Headline(TelegramXml xml)
    {
        var text = "";
        List<HeadlineItem> items = [];
        for (var headline = xml.Children(); xml.MoveNext(headline);)
        {
            switch (xml.Name)
            {
                case "Text":
                    text = xml.Text();
                    break;
                case "Information":
                    var type = xml.Attribute("type");
                    for (var information = xml.Children(); xml.MoveNext(information);)
                    {
                        if (xml.Name == "Item")
                        {
                            items.Add(Item(xml, type));
                        }
                    }

                    break;
            }
        }

        return new JmaHeadline(text, items);
    }

    private static HeadlineItem Item(TelegramXml xml, string type)
    {
        List<JmaKind> kinds = [];
        List<WarningArea> areas = [];
        for (var item = xml.Children(); xml.MoveNext(item);)
        {
            switch (xml.Name)
            {
                case "Kind":
                    kinds.Add(CommonElements.Kind(xml));
                    break;
                case "Areas":
                    var codeSet = xml.Attribute("codeType");
                    for (var list = xml.Children(); xml.MoveNext(list);)
                    {
                        if (xml.Name == "Area")
                        {
                            areas.Add(CommonElements.Area(xml, codeSet));
                        }
                    }

                    break;
            }
        }

        return new HeadlineItem(type, kinds, areas);
    }
}
