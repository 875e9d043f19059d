namespace Chiyoda.Bousai.Infrastructure.Access;

/// <summary>A challenge of a passkey that was answered: by its row no second answer to it counts, on whatever node.</summary>
/// <param name="Id">Of the challenge.</param>
/// <param name="SpentAt">When; the row goes once the challenge would be too old in any case.</param>
public sealed record SpentChallenge(Guid Id, DateTimeOffset SpentAt);
