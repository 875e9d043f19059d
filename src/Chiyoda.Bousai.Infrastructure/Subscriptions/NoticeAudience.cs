namespace Chiyoda.Bousai.Infrastructure.Subscriptions;

/// <summary>How many devices would hear of a notice, as of a moment.</summary>
/// <param name="Devices">Those that would hear: a place in the areas, and the category wanted.</param>
/// <param name="InAreas">Those with a place in the areas, whatever they want.</param>
/// <param name="AsOf">When they were counted.</param>
public sealed record NoticeAudience(int Devices, int InAreas, DateTimeOffset AsOf);
