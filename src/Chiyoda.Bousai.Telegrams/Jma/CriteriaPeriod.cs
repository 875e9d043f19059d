namespace Chiyoda.Bousai.Telegrams.Jma;

/// <summary>CriteriaPeriod: the time in which the criterion of a level is expected to be exceeded.</summary>
/// <param name="Sentence">The issuer's sentence, for example ２３日１時から５時まで、警戒レベル４相当.</param>
/// <param name="ClassCode">CriteriaClass/Code, for example 41; empty when only a sentence stands there.</param>
/// <param name="Level">The level of the class: 31 → 3, 41 → 4, 51 → 5; otherwise <see langword="null"/>.</param>
/// <param name="StartsAt">Begin, or <see langword="null"/> when only a sentence stands there.</param>
/// <param name="Duration">Length, or <see langword="null"/>.</param>
/// <param name="LocalName">The part of the area that is meant; empty for the whole.</param>
public sealed record CriteriaPeriod(
    string Sentence,
    string ClassCode,
    int? Level,
    DateTimeOffset? StartsAt,
    TimeSpan? Duration,
    string LocalName);
