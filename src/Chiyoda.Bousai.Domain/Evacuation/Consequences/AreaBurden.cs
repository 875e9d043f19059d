namespace Chiyoda.Bousai.Domain.Evacuation.Consequences;

/// <summary>Who is in one 町丁目.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name; the code where the pack has lost it since.</param>
/// <param name="Residents">Residents; <see langword="null"/> when unknown, which is not zero.</param>
/// <param name="DayPopulation">Persons by day; <see langword="null"/> when unknown.</param>
/// <param name="Elderly">Residents of 65 and over; <see langword="null"/> when unknown.</param>
public sealed record AreaBurden(string Code, string Name, int? Residents, int? DayPopulation, int? Elderly);
