namespace Chiyoda.Bousai.Telegrams.Jma.Earthquakes;

/// <summary>地震回数に関する情報, VXSE60: how often it shook.</summary>
/// <param name="Counts">In the order of the telegram.</param>
/// <param name="NextAdvisory">When the next is expected; empty when not said.</param>
/// <param name="Comments">Texts of the body, for people.</param>
public sealed record EarthquakeCountFacts(
    IReadOnlyList<EarthquakeCount> Counts, string NextAdvisory, IReadOnlyList<string> Comments) : TelegramFacts;

/// <summary>Earthquakes in a time.</summary>
/// <param name="Kind">地震回数, １時間地震回数 or 累積地震回数.</param>
/// <param name="StartsAt">Begin; <see langword="null"/> when unreadable.</param>
/// <param name="EndsAt">End; <see langword="null"/> when unreadable.</param>
/// <param name="Number">All of them; <see langword="null"/> when not counted.</param>
/// <param name="FeltNumber">Those that were felt (有感); <see langword="null"/> when not counted.</param>
public sealed record EarthquakeCount(string Kind, DateTimeOffset? StartsAt, DateTimeOffset? EndsAt, int? Number, int? FeltNumber);
