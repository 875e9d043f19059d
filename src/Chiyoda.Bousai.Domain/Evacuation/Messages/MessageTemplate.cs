namespace Chiyoda.Bousai.Domain.Evacuation.Messages;

/// <summary>The texts of one key in one language, whole sentences written and checked by people.</summary>
/// <param name="Key">What it is for.</param>
/// <param name="Title">Push title; opens with the level.</param>
/// <param name="Body">Push body; names issuer, areas and time.</param>
/// <param name="Headline">The first sentence of the page.</param>
/// <param name="Actions">What to do, at most three lines; empty for a lift.</param>
public sealed record MessageTemplate(
    MessageKey Key,
    MessageText Title,
    MessageText Body,
    MessageText Headline,
    IReadOnlyList<MessageText> Actions);
