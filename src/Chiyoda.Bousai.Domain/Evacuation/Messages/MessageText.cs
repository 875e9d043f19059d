using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Chiyoda.Bousai.Domain.Evacuation.Messages;

/// <summary>A sentence with slots in braces, for example <c>{areas}に発令</c>. Parsed once, when the pack is loaded.</summary>
public sealed class MessageText
{
    private readonly IReadOnlyList<(string Text, bool IsSlot)> _parts;

    private MessageText(string source, IReadOnlyList<(string Text, bool IsSlot)> parts)
    {
        Source = source;
        _parts = parts;
        Slots = parts.Where(part => part.IsSlot).Select(part => part.Text).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>A sentence that says nothing.</summary>
    public static MessageText Empty { get; } = new(string.Empty, []);

    /// <summary>The sentence as written.</summary>
    public string Source { get; }

    /// <summary>The slots it names.</summary>
    public IReadOnlySet<string> Slots { get; }

    /// <summary>Reads a sentence.</summary>
    /// <param name="source">The sentence; a brace that is not part of a slot is not allowed.</param>
    /// <param name="text">The parsed sentence, or <see langword="null"/>.</param>
    /// <returns><see langword="false"/> when a brace has no partner or a slot no name.</returns>
    public static bool TryParse(string source, [NotNullWhen(true)] out MessageText? text)
    {
        text = null;
        var parts = new List<(string, bool)>();
        var at = 0;
        while (at < source.Length)
        {
            var open = source.IndexOf('{', at);
            var literal = open < 0 ? source[at..] : source[at..open];
            if (literal.Contains('}', StringComparison.Ordinal))
            {
                return false;
            }

            if (literal.Length > 0)
            {
                parts.Add((literal, false));
            }

            if (open < 0)
            {
                break;
            }

            var close = source.IndexOf('}', open);
            if (close <= open + 1 || source.IndexOf('{', open + 1, close - open - 1) >= 0)
            {
                return false;
            }

            parts.Add((source[(open + 1)..close], true));
            at = close + 1;
        }

        text = new MessageText(source, parts);
        return true;
    }

    /// <summary>Fills the slots.</summary>
    /// <param name="fill">The value of each slot; called for the names in <see cref="Slots"/> only.</param>
    /// <returns>The sentence.</returns>
    public string Fill(Func<string, string> fill)
    {
        var result = new StringBuilder();
        foreach (var (text, isSlot) in _parts)
        {
            result.Append(isSlot ? fill(text) : text);
        }

        return result.ToString();
    }
}
