namespace Chiyoda.Bousai.Telegrams.Jma;

/// <summary>Head/Headline: the text to be shown at once and what it is about.</summary>
/// <param name="Text">The text, line feeds kept; empty when there is none.</param>
/// <param name="Items">Every Item of every Information, in the order of the telegram.</param>
public sealed record JmaHeadline(string Text, IReadOnlyList<HeadlineItem> Items)
{
    /// <summary>A telegram without a headline.</summary>
    public static JmaHeadline None { get; } = new(string.Empty, []);
}
