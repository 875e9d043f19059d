using Chiyoda.Bousai.Domain.Warnings;

namespace Chiyoda.Bousai.Domain.Evacuation.Consequences;

/// <summary>When water that leaves the river reaches the ward (氾濫水の予報): until then people must have left.</summary>
/// <param name="Expected"><see langword="null"/> when the telegram does not say it of the ward: unknown, which may be at once.</param>
/// <param name="TelegramId">The telegram.</param>
/// <param name="Source">Publishing office.</param>
/// <param name="ReportedAt">When it was issued.</param>
public sealed record ArrivalOutlook(WaterArrival? Expected, Guid TelegramId, string Source, DateTimeOffset ReportedAt);
