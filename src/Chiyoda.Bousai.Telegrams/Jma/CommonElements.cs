using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Telegrams.Jma.Xml;

namespace Chiyoda.Bousai.Telegrams.Jma;

/// <summary>Elements that look alike in all families.</summary>
internal static class CommonElements
{
    /// <summary>Kind or LastKind with Name, Code, Condition.</summary>
    public static JmaKind Kind(TelegramXml xml)
    {
        string name = "", code = "", condition = "";
        for (var kind = xml.Children(); xml.MoveNext(kind);)
        {
            switch (xml.Name)
            {
                case "Name": name = xml.Word(); break;
                case "Code": code = TelegramValues.Code(xml.Word()); break;
                case "Condition": condition = xml.Word(); break;
            }
        }

        return new JmaKind(name, code, condition);
    }

    /// <summary>Area with Name and Code; its own codeType wins over that of the list or layer it stands in.</summary>
    public static WarningArea Area(TelegramXml xml, string codeSet)
    {
        var own = xml.Attribute("codeType");
        string name = "", code = "";
        for (var area = xml.Children(); xml.MoveNext(area);)
        {
            switch (xml.Name)
            {
                case "Name": name = xml.Word(); break;
                case "Code": code = TelegramValues.Code(xml.Word()); break;
            }
        }

        return new WarningArea(own.Length > 0 ? own : codeSet, code, name);
    }

    /// <summary>Comments of seismic bodies: the texts in their order.</summary>
    public static void Comments(TelegramXml xml, List<string> texts)
    {
        for (var comments = xml.Children(); xml.MoveNext(comments);)
        {
            if (xml.Name == "FreeFormComment")
            {
                texts.Add(xml.Text());
                continue;
            }

            for (var comment = xml.Children(); xml.MoveNext(comment);)
            {
                if (xml.Name == "Text")
                {
                    texts.Add(xml.Text());
                }
            }
        }
    }
}
