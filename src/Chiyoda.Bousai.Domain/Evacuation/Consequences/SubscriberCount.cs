namespace Chiyoda.Bousai.Domain.Evacuation.Consequences;

/// <summary>Who asked for messages about the areas, counted; never who they are.</summary>
/// <param name="AsOf">Up to when registrations are in it.</param>
/// <param name="Lines">Per channel and language; a language without a registration is left out, and is then known to be none.</param>
public sealed record SubscriberCount(DateTimeOffset AsOf, IReadOnlyList<SubscriberLine> Lines);

/// <summary>Registrations of one channel and language.</summary>
/// <param name="Channel">A word of <see cref="Dissemination.ChannelNames"/>.</param>
/// <param name="Language">A language tag.</param>
/// <param name="InAreas">Registrations with a place inside the areas, or for the whole ward.</param>
/// <param name="Told">Those of them who want this level: who would be told.</param>
public sealed record SubscriberLine(string Channel, string Language, int InAreas, int Told);
