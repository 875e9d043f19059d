using System.Globalization;
using System.Text;
using System.Xml;

namespace Chiyoda.Bousai.Telegrams.Jma.Xml;

/// <summary>
/// One forward pass over a telegram. It stops only at elements of JMA's own namespaces and passes over everything that
/// the caller does not ask for, so that unknown elements and attributes never disturb the reading.
/// </summary>
/// <remarks>Not thread-safe. Malformed, truncated or too deep documents surface as <see cref="XmlException"/>.</remarks>
internal sealed class TelegramXml : IDisposable
{
    /// <summary>All namespaces of the telegrams begin like this (jmx.xsd and its parts).</summary>
    public const string NamespaceRoot = "http://xml.kishou.go.jp/jmaxml1/";

    private readonly XmlReader _reader;
    private readonly NoticeList _notices;
    private int _elements;
    private string? _lastForeign;
    private string? _lastOwn;

    public TelegramXml(Stream stream, long maxCharacters, NoticeList notices)
    {
        _notices = notices;
        _reader = XmlReader.Create(stream, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = maxCharacters,
            MaxCharactersFromEntities = 0,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            IgnoreWhitespace = true,
            CloseInput = true,
        });
    }

    /// <summary>The local name of the current element.</summary>
    public string Name => _reader.LocalName;

    /// <summary>The namespace of the current element.</summary>
    public string Namespace => _reader.NamespaceURI;

    /// <summary>Moves to the root element.</summary>
    /// <returns>Whether there is one.</returns>
    public bool MoveToRoot() => _reader.MoveToContent() == XmlNodeType.Element;

    /// <summary>Reads what is left, so that a document that breaks off after its last useful element is noticed.</summary>
    public void ReadToEnd()
    {
        while (Read())
        {
        }
    }

    /// <summary>The children of the current element, to be walked with <see cref="MoveNext"/>.</summary>
    /// <returns>A scope that is valid until its last child was passed.</returns>
    public Scope Children() => new(_reader.Depth, _reader.IsEmptyElement);

    /// <summary>Moves to the next child element of JMA's namespaces, passing over whatever lies between.</summary>
    /// <param name="scope">What <see cref="Children"/> answered on the parent.</param>
    /// <returns><see langword="false"/> at the end of the parent.</returns>
    public bool MoveNext(Scope scope)
    {
        if (scope.IsEmpty)
        {
            return false;
        }

        while (Read())
        {
            switch (_reader.NodeType)
            {
                case XmlNodeType.Element when _reader.Depth == scope.Depth + 1 && IsOwn(_reader.NamespaceURI):
                    return true;
                case XmlNodeType.EndElement when _reader.Depth == scope.Depth:
                    return false;
            }
        }

        return false;
    }

    /// <summary>Moves to the next element below the parent at any depth.</summary>
    /// <param name="scope">What <see cref="Children"/> answered on the parent.</param>
    /// <returns><see langword="false"/> at the end of the parent.</returns>
    public bool MoveNextDescendant(Scope scope)
    {
        if (scope.IsEmpty)
        {
            return false;
        }

        while (Read())
        {
            switch (_reader.NodeType)
            {
                case XmlNodeType.Element when IsOwn(_reader.NamespaceURI):
                    return true;
                case XmlNodeType.EndElement when _reader.Depth == scope.Depth:
                    return false;
            }
        }

        return false;
    }

    /// <summary>The text of the current element for people, without leading and trailing blanks; empty when it is nil or has none.</summary>
    /// <returns>The text, cut at <see cref="TelegramLimits.TextCharacters"/>; line ends inside it are kept as line feeds.</returns>
    public string Text()
    {
        var place = Name;
        return Shorten(Content(), TelegramLimits.TextCharacters, place);
    }

    /// <summary>A name, a code or another word: one line, cut at <see cref="TelegramLimits.WordCharacters"/>, without characters
    /// that are not seen but change how a line reads (controls, marks of writing direction).</summary>
    /// <returns>The word; empty when the element is nil or has none.</returns>
    public string Word()
    {
        var place = Name;
        return Word(Content(), place);
    }

    /// <summary>An attribute of the current element without a namespace; empty when absent.</summary>
    /// <param name="name">The attribute's name.</param>
    /// <returns>Its value without leading and trailing blanks.</returns>
    public string Attribute(string name) => _reader.GetAttribute(name) is { } value ? Word(value.Trim(), $"@{name}") : string.Empty;

    public void Dispose() => _reader.Dispose();

    private string Word(string text, string place)
    {
        text = Shorten(text, TelegramLimits.WordCharacters, place);
        foreach (var c in text)
        {
            if (IsUnseen(c))
            {
                return string.Concat(text.Select(each => IsUnseen(each) ? ' ' : each)).Trim();
            }
        }

        return text;
    }

    private static bool IsUnseen(char c) => char.GetUnicodeCategory(c)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private string Shorten(string text, int characters, string place)
    {
        if (text.Length > characters)
        {
            _notices.Add("too-long", place, text);
        }

        return TelegramLimits.Cut(text, characters);
    }

    private string Content()
    {
        if (_reader.IsEmptyElement)
        {
            return string.Empty;
        }

        var depth = _reader.Depth;
        string? text = null;
        StringBuilder? more = null;
        while (Read() && !(_reader.NodeType == XmlNodeType.EndElement && _reader.Depth == depth))
        {
            if (_reader.Depth != depth + 1 || _reader.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA))
            {
                continue;
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

        return (more?.ToString() ?? text ?? string.Empty).Trim();
    }

    private bool Read()
    {
        if (!_reader.Read())
        {
            return false;
        }

        if (_reader.NodeType == XmlNodeType.Element && ++_elements > TelegramLimits.Elements)
        {
            throw new TelegramLimitException($"More than {TelegramLimits.Elements} elements.");
        }

        return _reader.Depth <= TelegramLimits.Depth
            ? true
            : throw new XmlException($"More than {TelegramLimits.Depth} elements are nested.");
    }

    // Namespace names are atomized by the reader, so the reference decides nearly always.
    private bool IsOwn(string name)
    {
        if (ReferenceEquals(name, _lastOwn))
        {
            return true;
        }

        if (ReferenceEquals(name, _lastForeign))
        {
            return false;
        }

        var isOwn = name.StartsWith(NamespaceRoot, StringComparison.Ordinal);
        if (isOwn)
        {
            _lastOwn = name;
        }
        else
        {
            _lastForeign = name;
        }

        return isOwn;
    }

    /// <summary>An element whose children are being walked.</summary>
    /// <param name="Depth">Its depth.</param>
    /// <param name="IsEmpty">Whether it is written without content.</param>
    public readonly record struct Scope(int Depth, bool IsEmpty);
}
