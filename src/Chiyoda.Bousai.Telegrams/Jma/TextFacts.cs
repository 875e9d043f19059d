namespace Chiyoda.Bousai.Telegrams.Jma;

/// <summary>A telegram of a kind that is not read into facts: people read its texts.</summary>
/// <param name="HeadlineText">Head/Headline/Text.</param>
/// <param name="Paragraphs">The texts of the body in their order; line feeds kept.</param>
public sealed record TextFacts(string HeadlineText, IReadOnlyList<string> Paragraphs) : TelegramFacts;
