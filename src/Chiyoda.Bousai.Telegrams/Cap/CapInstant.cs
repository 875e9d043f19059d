namespace Chiyoda.Bousai.Telegrams.Cap;

/// <summary>An instant as an alert writes it.</summary>
/// <param name="Text">As written, without blanks around it.</param>
/// <param name="At">The instant with the offset that was written; <see langword="null"/> when none was written (CAP 1.0 and 1.1 allow
/// that), since nobody knows then when it is.</param>
public sealed record CapInstant(string Text, DateTimeOffset? At);
