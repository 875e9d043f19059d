namespace Chiyoda.Bousai.Domain.Warnings;

/// <summary>A time in which the criterion of a level is expected to be exceeded (CriteriaPeriod of VPWW56 and VPWW57).</summary>
/// <param name="Sentence">The issuer's sentence, for example ２３日１時から５時まで、警戒レベル４相当.</param>
/// <param name="Level">2–5, or <see langword="null"/> when the telegram only has a sentence.</param>
/// <param name="StartsAt">Begin, or <see langword="null"/> when the telegram only has a sentence.</param>
/// <param name="Duration">Length, or <see langword="null"/>.</param>
public sealed record WarningPeriod(string Sentence, int? Level, DateTimeOffset? StartsAt, TimeSpan? Duration);
