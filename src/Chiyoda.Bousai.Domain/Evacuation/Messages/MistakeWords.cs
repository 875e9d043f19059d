namespace Chiyoda.Bousai.Domain.Evacuation.Messages;

/// <summary>How a language says what of a message was wrong.</summary>
/// <param name="Short">In a push body, with slot <c>fields</c>; left out when nothing is known or it does not fit.</param>
/// <param name="Whole">In a headline, with slot <c>fields</c>.</param>
/// <param name="Unknown">In a headline when it is not known what was wrong.</param>
/// <param name="Fields">Name of every field.</param>
public sealed record MistakeWords(MessageText Short, MessageText Whole, string Unknown, IReadOnlyDictionary<MeasureField, string> Fields);
