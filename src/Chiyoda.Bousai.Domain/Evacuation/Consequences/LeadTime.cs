namespace Chiyoda.Bousai.Domain.Evacuation.Consequences;

/// <summary>When the issuer expects the criterion of a level to be exceeded (CriteriaPeriod; of a flood forecast the first hour at the level): until then a decision must have worked.</summary>
/// <param name="Level">Level that is expected; <see langword="null"/> when the telegram only has a sentence.</param>
/// <param name="StartsAt">When it begins; <see langword="null"/> when the telegram only has a sentence.</param>
/// <param name="Sentence">The issuer's sentence.</param>
/// <param name="TelegramId">The telegram that states it.</param>
/// <param name="Source">Publishing office.</param>
/// <param name="ReportedAt">When it was issued.</param>
public sealed record LeadTime(int? Level, DateTimeOffset? StartsAt, string Sentence, Guid TelegramId, string Source, DateTimeOffset ReportedAt);
