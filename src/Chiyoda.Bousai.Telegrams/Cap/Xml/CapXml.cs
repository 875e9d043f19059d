using System.Buffers;
using System.Text;
using System.Xml;
using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Telegrams.Cap.Xml;

/// <summary>
/// One forward pass over an alert that judges it by the rules of its version while it reads. As XML Schema prescribes: comments and
/// instructions do not count, attributes are allowed only where the schema instance namespace defines them for every document.
/// </summary>
/// <remarks>Not thread-safe. <see cref="XmlException"/> when the document is not well-formed.</remarks>
internal sealed class CapXml : IDisposable
{
    private static readonly SearchValues<char> Blanks = SearchValues.Create(" \t\r\n");

    private readonly XmlReader _reader;
    private int _elements;
    private CapVersion _version;

    public CapXml(Stream stream, int maxCharacters, DtdProcessing documentType = DtdProcessing.Prohibit) => _reader = XmlReader.Create(stream, new XmlReaderSettings
    {
        DtdProcessing = documentType,
        XmlResolver = null,
        MaxCharactersInDocument = maxCharacters,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    });

    /// <summary>Whether a signature follows the alert.</summary>
    public bool IsSigned { get; private set; }

    /// <summary>Namespace of the root.</summary>
    public string Namespace => _reader.NamespaceURI;

    /// <summary>Name of the root.</summary>
    public string Name => _reader.LocalName;

    /// <summary>Moves to the root element.</summary>
    public bool MoveToRoot() => _reader.MoveToContent() == XmlNodeType.Element;

    /// <summary>Reads the root, on which the reader stands, and everything behind it.</summary>
    /// <exception cref="CapRefusedException">A rule is broken, or a limit.</exception>
    public CapElement ReadAlert(CapVersion version)
    {
        _version = version;
        var alert = Element(CapGrammar.Of(version));
        while (Read())
        {
        }

        return alert;
    }

    public void Dispose() => _reader.Dispose();

    private CapElement Element(CapRule rule)
    {
        CheckAttributes(rule);
        var element = new CapElement(rule.Name);
        if (rule.Type is { } type)
        {
            element.Content = Simple(rule, type);
        }
        else
        {
            Sequence(rule, element);
        }

        return element;
    }

    private void Sequence(CapRule rule, CapElement element)
    {
        var at = 0;
        var isThere = false;
        if (!_reader.IsEmptyElement)
        {
            while (Read() && _reader.NodeType != XmlNodeType.EndElement)
            {
                switch (_reader.NodeType)
                {
                    case XmlNodeType.Element when IsSignatureOf(rule):
                        CheckEnd(rule, ref at, ref isThere);
                        IsSigned |= _reader.LocalName == "Signature";
                        Foreign();
                        break;
                    case XmlNodeType.Element:
                        element.Add(Element(Next(rule, ref at, ref isThere)));
                        break;
                    case XmlNodeType.Text or XmlNodeType.CDATA when _reader.Value.AsSpan().ContainsAnyExcept(Blanks):
                        throw Refused(CapRefusals.Text(_version, rule.Name));
                }
            }
        }

        CheckEnd(rule, ref at, ref isThere);
    }

    // The names of a sequence differ, so that the next place with this name is the only one that can be meant.
    private CapRule Next(CapRule rule, ref int at, ref bool isThere)
    {
        var isOwn = CapNamespaces.VersionOf(_reader.NamespaceURI) == _version;
        for (var place = at; isOwn && place < rule.Children.Length; place++)
        {
            var child = rule.Children[place];
            var isAgain = place == at && isThere;
            if (child.Name == _reader.LocalName && (child.IsRepeated || !isAgain))
            {
                (at, isThere) = (place, true);
                return child;
            }

            if (child.IsRequired && !isAgain)
            {
                // An element from further on: what lies between is missing. Any other: it does not belong here.
                throw Refused(rule.Children.Skip(place + 1).Any(later => later.Name == _reader.LocalName)
                    ? CapRefusals.Missing(_version, rule.Name, child.Name)
                    : CapRefusals.Unexpected(_version, rule.Name, _reader.LocalName));
            }
        }

        throw Refused(CapRefusals.Unexpected(_version, rule.Name, _reader.LocalName));
    }

    private void CheckEnd(CapRule rule, ref int at, ref bool isThere)
    {
        for (var place = isThere ? at + 1 : at; place < rule.Children.Length; place++)
        {
            if (rule.Children[place].IsRequired)
            {
                throw Refused(CapRefusals.Missing(_version, rule.Name, rule.Children[place].Name));
            }
        }

        // Behind the last place nothing but signatures can follow.
        (at, isThere) = (rule.Children.Length, false);
    }

    private string Simple(CapRule rule, CapType type)
    {
        var text = Content(rule);
        if (text.Length == 0 && type.Default is { } value)
        {
            return value;
        }

        var judged = type.IsCollapsed ? CapTypes.Collapse(text) : text;
        return type.IsValid(judged) ? judged.Trim() : throw Refused(CapRefusals.Value(_version, rule.Name, type.Rule, text));
    }

    private string Content(CapRule rule)
    {
        string? text = null;
        StringBuilder? more = null;
        if (!_reader.IsEmptyElement)
        {
            while (Read() && _reader.NodeType != XmlNodeType.EndElement)
            {
                if (_reader.NodeType == XmlNodeType.Element)
                {
                    throw Refused(CapRefusals.Unexpected(_version, rule.Name, _reader.LocalName));
                }

                if (text is null)
                {
                    text = _reader.Value;
                }
                else
                {
                    (more ??= new StringBuilder(text)).Append(_reader.Value);
                }
            }
        }

        return more?.ToString() ?? text ?? string.Empty;
    }

    // «processContents="lax"»: only what the schema knows by name is judged inside.
    private void Foreign()
    {
        if (_reader.IsEmptyElement)
        {
            return;
        }

        while (Read() && _reader.NodeType != XmlNodeType.EndElement)
        {
            if (_reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (CapNamespaces.VersionOf(_reader.NamespaceURI) == _version && Global(_reader.LocalName) is { } rule)
            {
                Element(rule);
            }
            else
            {
                Foreign();
            }
        }
    }

    private CapRule? Global(string name) => name switch
    {
        "alert" => CapGrammar.Of(_version),
        "valueName" or "value" => new CapRule(name, IsRequired: true, IsRepeated: false, CapTypes.Text, []),
        _ => null,
    };

    private bool IsSignatureOf(CapRule rule) => rule.TakesSignatures && _reader.NamespaceURI == CapNamespaces.Signature;

    private void CheckAttributes(CapRule rule)
    {
        while (_reader.MoveToNextAttribute())
        {
            var isAllowed = _reader.NamespaceURI switch
            {
                CapNamespaces.Declarations => true,
                CapNamespaces.SchemaInstance => _reader.LocalName is "schemaLocation" or "noNamespaceSchemaLocation",
                _ => false,
            };
            if (!isAllowed)
            {
                throw Refused(CapRefusals.Attribute(_version, rule.Name, _reader.Name));
            }
        }

        _reader.MoveToElement();
    }

    private bool Read()
    {
        if (!_reader.Read())
        {
            return false;
        }

        return _reader.NodeType == XmlNodeType.Element && (++_elements > CapLimits.Elements || _reader.Depth > CapLimits.Depth)
            ? throw Refused(CapRefusals.TooMany)
            : true;
    }

    private static CapRefusedException Refused(Refusal refusal) => new(refusal);
}
