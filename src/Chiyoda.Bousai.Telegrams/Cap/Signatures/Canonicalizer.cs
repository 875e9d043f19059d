using System.Text;
using System.Xml;

namespace Chiyoda.Bousai.Telegrams.Cap.Signatures;

/// <summary>
/// Writes a document, or one element of it, in canonical form (Canonical XML 1.0 and 1.1; Exclusive XML Canonicalization 1.0).
/// </summary>
/// <param name="form">The form.</param>
/// <param name="coverage">What is left out.</param>
/// <param name="without">Elements that are left out with everything in them: signatures.</param>
internal sealed class Canonicalizer(CanonicalForm form, Coverage coverage, IReadOnlyList<XmlElement> without)
{
    private readonly StringBuilder _text = new();

    /// <summary>Canonical octets of a whole document.</summary>
    public static byte[] Document(XmlDocument document, CanonicalForm form, Coverage coverage, IReadOnlyList<XmlElement> without)
    {
        var canonicalizer = new Canonicalizer(form, coverage, without);
        canonicalizer.WriteDocument(document);
        return Encoding.UTF8.GetBytes(canonicalizer._text.ToString());
    }

    /// <summary>Canonical octets of an element inside its document.</summary>
    public static byte[] Element(XmlElement element, CanonicalForm form, Coverage coverage)
    {
        var canonicalizer = new Canonicalizer(form, coverage, []);
        canonicalizer.WriteElement(element, NamespacesAround(element), new Dictionary<string, string>(StringComparer.Ordinal));
        return Encoding.UTF8.GetBytes(canonicalizer._text.ToString());
    }

    private void WriteDocument(XmlDocument document)
    {
        var isBefore = true;
        foreach (XmlNode node in document.ChildNodes)
        {
            if (node is XmlElement root)
            {
                WriteElement(root, new(StringComparer.Ordinal), new(StringComparer.Ordinal));
                isBefore = false;
            }
            else if (coverage.HasSurroundings && (node is XmlProcessingInstruction || (node is XmlComment && form.HasComments)))
            {
                _text.Append(isBefore ? string.Empty : "\n");
                WriteOther(node);
                _text.Append(isBefore ? "\n" : string.Empty);
            }
        }
    }

    /// <param name="element">The element.</param>
    /// <param name="around">Namespaces by prefix that are in scope around it.</param>
    /// <param name="written">Namespaces by prefix that were written on the elements around it.</param>
    private void WriteElement(XmlElement element, Dictionary<string, string> around, Dictionary<string, string> written)
    {
        if (without.Contains(element))
        {
            return;
        }

        List<XmlAttribute> attributes = [];
        var scope = around;
        foreach (XmlAttribute attribute in element.Attributes)
        {
            if (IsDeclaration(attribute))
            {
                scope = ReferenceEquals(scope, around) ? new(around, StringComparer.Ordinal) : scope;
                scope[PrefixOf(attribute)] = attribute.Value;
            }
            else
            {
                attributes.Add(attribute);
            }
        }

        _text.Append('<').Append(element.Name);
        written = WriteNamespaces(element, attributes, scope, written);
        foreach (var attribute in attributes.OrderBy(each => each.NamespaceURI, StringComparer.Ordinal).ThenBy(each => each.LocalName, StringComparer.Ordinal))
        {
            _text.Append(' ').Append(attribute.Name).Append("=\"");
            WriteEscaped(attribute.Value, isAttribute: true);
            _text.Append('"');
        }

        _text.Append('>');
        foreach (XmlNode child in element.ChildNodes)
        {
            if (child is XmlElement inner)
            {
                WriteElement(inner, scope, written);
            }
            else
            {
                WriteOther(child);
            }
        }

        _text.Append("</").Append(element.Name).Append('>');
    }

    private Dictionary<string, string> WriteNamespaces(
        XmlElement element, List<XmlAttribute> attributes, Dictionary<string, string> scope, Dictionary<string, string> written)
    {
        IEnumerable<string> prefixes = form.IsExclusive
            ? [element.Prefix, .. attributes.Select(each => each.Prefix).Where(prefix => prefix.Length > 0), .. form.InclusivePrefixes.Where(scope.ContainsKey)]
            : [string.Empty, .. scope.Keys];
        var now = written;
        foreach (var prefix in prefixes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var name = scope.GetValueOrDefault(prefix, string.Empty);
            if (prefix == "xml" || name == now.GetValueOrDefault(prefix, string.Empty))
            {
                continue;
            }

            now = ReferenceEquals(now, written) ? new(written, StringComparer.Ordinal) : now;
            now[prefix] = name;
            _text.Append(prefix.Length == 0 ? " xmlns" : " xmlns:").Append(prefix).Append("=\"");
            WriteEscaped(name, isAttribute: true);
            _text.Append('"');
        }

        return now;
    }

    private void WriteOther(XmlNode node)
    {
        switch (node)
        {
            case XmlProcessingInstruction instruction:
                _text.Append("<?").Append(instruction.Target).Append(string.IsNullOrEmpty(instruction.Data) ? string.Empty : " ").Append(instruction.Data).Append("?>");
                break;
            case XmlComment comment when form.HasComments:
                _text.Append("<!--").Append(comment.Value).Append("-->");
                break;
            case XmlText or XmlCDataSection or XmlWhitespace or XmlSignificantWhitespace when coverage.HasBlanks || !string.IsNullOrWhiteSpace(node.Value):
                WriteEscaped(node.Value!, isAttribute: false);
                break;
        }
    }

    private void WriteEscaped(string text, bool isAttribute)
    {
        foreach (var c in text)
        {
            _ = c switch
            {
                '&' => _text.Append("&amp;"),
                '<' => _text.Append("&lt;"),
                '>' when !isAttribute => _text.Append("&gt;"),
                '"' when isAttribute => _text.Append("&quot;"),
                '\t' when isAttribute => _text.Append("&#x9;"),
                '\n' when isAttribute => _text.Append("&#xA;"),
                '\r' => _text.Append("&#xD;"),
                _ => _text.Append(c),
            };
        }
    }

    private static Dictionary<string, string> NamespacesAround(XmlElement element)
    {
        var scope = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var node = element.ParentNode as XmlElement; node is not null; node = node.ParentNode as XmlElement)
        {
            foreach (XmlAttribute attribute in node.Attributes)
            {
                if (IsDeclaration(attribute))
                {
                    scope.TryAdd(PrefixOf(attribute), attribute.Value);
                }
            }
        }

        return scope;
    }

    private static bool IsDeclaration(XmlAttribute attribute) => attribute.NamespaceURI == CapNamespaces.Declarations;

    private static string PrefixOf(XmlAttribute attribute) => attribute.Prefix.Length == 0 ? string.Empty : attribute.LocalName;
}
