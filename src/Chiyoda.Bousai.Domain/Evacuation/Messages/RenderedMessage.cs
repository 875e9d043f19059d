namespace Chiyoda.Bousai.Domain.Evacuation.Messages;

/// <summary>A message as it leaves the house, before the gateway's exercise mark.</summary>
/// <param name="Language">The language it is in, which may be a fallback: the page says so visibly.</param>
/// <param name="Title">Push title.</param>
/// <param name="Body">Push body; may shorten the list of areas, then says how many more there are.</param>
/// <param name="Headline">First sentence of the page and of long channels, with the reason where the caller wants it; shortened in the same way, the page lists every area
/// beside it.</param>
/// <param name="Actions">What to do, at most three lines.</param>
/// <param name="IsUnchecked">Nobody who reads the language has checked the sentences: only an exercise shows them, and says so.</param>
public sealed record RenderedMessage(
    string Language, string Title, string Body, string Headline, IReadOnlyList<string> Actions, bool IsUnchecked = false)
{
    /// <summary>The body with its reason, also where that is longer than a push body may be; the body itself when no reason is said.</summary>
    public string BodyWithReason { get => field ?? Body; init; }

    /// <summary>The message with words at the end of its body.</summary>
    /// <param name="end">What follows, with what divides it.</param>
    /// <returns>The longer message.</returns>
    public RenderedMessage EndingWith(string end) => this with { Body = Body + end, BodyWithReason = BodyWithReason + end };

    /// <summary>Whether a reader has to be told that nobody checked the translation; the Japanese sentences are the original.</summary>
    public bool IsUncheckedTranslation => IsUnchecked && !Language.StartsWith(Areas.LocalizedText.Japanese, StringComparison.Ordinal);
}
