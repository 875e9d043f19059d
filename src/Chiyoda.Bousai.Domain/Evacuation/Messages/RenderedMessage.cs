namespace Chiyoda.Bousai.Domain.Evacuation.Messages;

/// <summary>A message as it leaves the house, before the gateway's exercise mark.</summary>
/// <param name="Language">The language it is in, which may be a fallback: the page says so visibly.</param>
/// <param name="Title">Push title.</param>
/// <param name="Body">Push body; may shorten the list of areas, then says how many more there are.</param>
/// <param name="Headline">First sentence of the page; shortened in the same way, the page lists every area beside it.</param>
/// <param name="Actions">What to do, at most three lines.</param>
public sealed record RenderedMessage(
    string Language, string Title, string Body, string Headline, IReadOnlyList<string> Actions);
