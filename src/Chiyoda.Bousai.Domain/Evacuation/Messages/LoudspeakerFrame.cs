namespace Chiyoda.Bousai.Domain.Evacuation.Messages;

/// <summary>What is said around a message that is read out.</summary>
/// <param name="Opening">Who speaks, with slot <c>ward</c>.</param>
/// <param name="Again">Before the repetition.</param>
/// <param name="Closing">Who spoke, with slot <c>ward</c>.</param>
public sealed record LoudspeakerFrame(MessageText Opening, string Again, MessageText Closing);
