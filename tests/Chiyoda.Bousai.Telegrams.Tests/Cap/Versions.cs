using System.Xml.Linq;

namespace Chiyoda.Bousai.Telegrams.Tests.Cap;

/// <summary>An alert of each version in which every element of its schema stands once.</summary>
internal static class Versions
{
    private const string SentAt = "2026-08-01T11:50:00+09:00";

    public static IReadOnlyList<(string Xml, string Sent)> All { get; } =
    [
        (Whole("http://www.incident.com/cap/1.0"), SentAt),
        (Whole("urn:oasis:names:tc:emergency:cap:1.1"), SentAt),
        (Whole("urn:oasis:names:tc:emergency:cap:1.2"), SentAt),
    ];

    /// <summary>The document with another text in the first element of a name; unchanged when its version has no such element.</summary>
    public static string With(string xml, string element, string text)
    {
        var document = XDocument.Parse(xml, LoadOptions.PreserveWhitespace);
        if (document.Descendants().FirstOrDefault(each => each.Name.LocalName == element) is { } found)
        {
            found.Value = text;
        }

        return document.ToString(SaveOptions.DisableFormatting);
    }

    /// <summary>The document with each single element left out, doubled, moved behind the next, emptied, given an attribute, a child, a text,
    /// a foreign neighbour.</summary>
    public static IEnumerable<string> Changes(string xml)
    {
        Action<XElement>[] changes =
        [
            element => element.Remove(),
            element => element.AddAfterSelf(new XElement(element)),
            element =>
            {
                if (element.ElementsAfterSelf().FirstOrDefault() is { } next)
                {
                    next.AddAfterSelf(new XElement(element));
                    element.Remove();
                }
            },
            element => element.RemoveNodes(),
            element => element.Value = "x",
            element => element.SetAttributeValue("id", "x"),
            element => element.SetAttributeValue(XNamespace.Xml + "lang", "en"),
            element => element.SetAttributeValue(XNamespace.Get("http://www.w3.org/2001/XMLSchema-instance") + "schemaLocation", "a b"),
            element => element.SetAttributeValue(XNamespace.Get("http://www.w3.org/2001/XMLSchema-instance") + "nil", "true"),
            element => element.SetAttributeValue(XNamespace.Get("urn:x") + "a", "b"),
            element => element.Add(new XElement(element.Name.Namespace + "value", "x")),
            element => element.Add(new XElement("foreign")),
            element => element.AddFirst(new XText("x")),
            element => element.AddFirst(new XText("\n \t")),
            element => element.AddFirst(new XCData(" ")),
            element => element.AddFirst(new XComment("x"), new XProcessingInstruction("x", "y")),
            element => element.AddAfterSelf(new XElement(XNamespace.Get("urn:x") + "more")),
            element => element.AddAfterSelf(new XElement(XNamespace.Get("http://www.w3.org/2000/09/xmldsig#") + "Signature")),
            element => element.AddAfterSelf(new XElement(
                XNamespace.Get("http://www.w3.org/2000/09/xmldsig#") + "Object", new XElement(element.Name.Namespace + "alert"))),
            element => element.AddAfterSelf(new XElement(
                XNamespace.Get("http://www.w3.org/2000/09/xmldsig#") + "Object", new XElement("a", new XElement(element.Name.Namespace + "valueName", new XElement("b"))))),
            element => element.AddAfterSelf(new XElement(
                XNamespace.Get("http://www.w3.org/2000/09/xmldsig#") + "Object", new XElement(element.Name.Namespace + "info"), "text")),
            element => element.Name = element.Name.LocalName,
            element => element.Name = element.Name.Namespace + "value",
            element => element.Name = element.Name.Namespace + element.Name.LocalName.ToUpperInvariant(),
        ];
        var count = XDocument.Parse(xml).Descendants().Count();
        for (var i = 1; i < count; i++)
        {
            foreach (var change in changes)
            {
                var document = XDocument.Parse(xml, LoadOptions.PreserveWhitespace);
                change(document.Descendants().ElementAt(i));
                yield return document.ToString(SaveOptions.DisableFormatting);
            }
        }
    }

    private static string Whole(string space)
    {
        var is10 = space.EndsWith("1.0", StringComparison.Ordinal);
        return $"""
            <alert xmlns="{space}">
              <identifier>A-1</identifier><sender>alerts@example.org</sender><sent>{SentAt}</sent>
              <status>Actual</status><msgType>Update</msgType>{(is10 ? "<password>p</password>" : "")}<source>s</source><scope>Public</scope>
              <restriction>r</restriction><addresses>a</addresses><code>c</code><note>n</note>
              <references>alerts@example.org,A-0,2026-08-01T11:00:00+09:00</references><incidents>i</incidents>
              <info>
                <language>en-US</language><category>Met</category><event>Flood</event>{(is10 ? "" : "<responseType>Evacuate</responseType>")}
                <urgency>Immediate</urgency><severity>Severe</severity><certainty>Likely</certainty><audience>a</audience>
                {Named("eventCode")}
                <effective>2026-08-01T11:51:00+09:00</effective><onset>2026-08-01T11:52:00+09:00</onset><expires>2026-08-01T11:53:00+09:00</expires>
                <senderName>s</senderName><headline>h</headline><description>d</description><instruction>i</instruction>
                <web>http://example.org/</web><contact>c</contact>{Named("parameter")}
                <resource><resourceDesc>r</resourceDesc><mimeType>image/gif</mimeType><size>12</size><uri>http://example.org/a.gif</uri>{(is10 ? "" : "<derefUri>AA==</derefUri>")}<digest>d</digest></resource>
                <area><areaDesc>a</areaDesc><polygon>1,2 3,4 5,6 1,2</polygon><circle>1,2 3</circle>{Named("geocode")}<altitude>1</altitude><ceiling>2</ceiling></area>
              </info>
            </alert>
            """;

        string Named(string name) => is10 ? $"<{name}>SAME=FLW</{name}>" : $"<{name}><valueName>SAME</valueName><value>FLW</value></{name}>";
    }
}
