namespace Chiyoda.Bousai.Telegrams.Jma.Earthquakes;

/// <summary>Body/Earthquake: an earthquake as the issuer located it.</summary>
/// <param name="Name">震央地名; the detailed name where there is one (earthquakes abroad).</param>
/// <param name="AreaName">震央地名 of Hypocenter/Area/Name, without detail.</param>
/// <param name="AreaCode">震央地名コード; empty when absent.</param>
/// <param name="Longitude">Degrees east; <see langword="null"/> when unknown.</param>
/// <param name="Latitude">Degrees north; <see langword="null"/> when unknown.</param>
/// <param name="DepthKilometers">Kilometres, 0 for ごく浅い, 700 for 700 km or more; <see langword="null"/> when unknown.</param>
/// <param name="Magnitude">Magnitude; <see langword="null"/> when unknown (不明, Ｍ８を超える巨大地震).</param>
/// <param name="MagnitudeText">As the issuer writes it, for example Ｍ８を超える巨大地震.</param>
/// <param name="OccurredAt">OriginTime; <see langword="null"/> when unreadable.</param>
public sealed record Hypocenter(
    string Name,
    string AreaName,
    string AreaCode,
    decimal? Longitude,
    decimal? Latitude,
    int? DepthKilometers,
    decimal? Magnitude,
    string MagnitudeText,
    DateTimeOffset? OccurredAt);
