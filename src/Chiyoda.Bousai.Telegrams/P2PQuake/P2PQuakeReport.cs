using Chiyoda.Bousai.Domain.Warnings;

namespace Chiyoda.Bousai.Telegrams.P2PQuake;

/// <summary>A report of P2P地震情報 JSON API v2: what an amateur network relays of an earthquake or a tsunami, without a signature.</summary>
/// <param name="Id">The network's id; the same report may come several times. Empty only in a file that lacks it.</param>
/// <param name="Code">551 earthquake, 552 tsunami forecast; 緊急地震速報 (556) only from a file. Others are not read.</param>
/// <param name="IssuedAt">issue/time, said to be the issuer's.</param>
/// <param name="Type">issue/type, as it came.</param>
/// <param name="Earthquake">Of 551; otherwise <see langword="null"/>.</param>
/// <param name="Tsunami">Of 552; otherwise <see langword="null"/>.</param>
public sealed record P2PQuakeReport(string Id, int Code, DateTimeOffset IssuedAt, string Type, P2PEarthquake? Earthquake, P2PTsunami? Tsunami)
{
    /// <summary>Of 556, which only <see cref="P2PQuakeReader.ReadFile"/> reads; otherwise <see langword="null"/>.</summary>
    public P2PEarlyWarning? EarlyWarning { get; init; }

    /// <summary>When the ground shook; of a tsunami forecast when it was issued.</summary>
    public DateTimeOffset OccurredAt => Earthquake?.OccurredAt ?? IssuedAt;
}

/// <summary>An earthquake. What the network does not know is <see langword="null"/> (it writes −1 and −200).</summary>
/// <param name="OccurredAt">To the minute.</param>
/// <param name="HypocenterName">震央地名; empty when unknown.</param>
/// <param name="Latitude">Degrees.</param>
/// <param name="Longitude">Degrees.</param>
/// <param name="DepthKilometers">Kilometres; 0 is ごく浅い.</param>
/// <param name="Magnitude">Magnitude.</param>
/// <param name="MaxIntensity">The greatest; <see langword="null"/> when there is none or a number that is not known.</param>
/// <param name="DomesticTsunami">Word for the tsunami in Japan, as it came; empty without.</param>
/// <param name="Points">By place, in the order of the report.</param>
public sealed record P2PEarthquake(
    DateTimeOffset OccurredAt, string HypocenterName, double? Latitude, double? Longitude, int? DepthKilometers, double? Magnitude, SeismicIntensity? MaxIntensity,
    string DomesticTsunami, IReadOnlyList<P2PPoint> Points);

/// <summary>Intensity at a place.</summary>
/// <param name="Prefecture">都道府県.</param>
/// <param name="Name">Station or area.</param>
/// <param name="IsArea">Whether it is an area (細分区域).</param>
/// <param name="Intensity"><see langword="null"/> when the number is not known.</param>
public sealed record P2PPoint(string Prefecture, string Name, bool IsArea, SeismicIntensity? Intensity);

/// <summary>A tsunami forecast.</summary>
/// <param name="IsCancelled">解除; then there are no areas.</param>
/// <param name="Areas">Forecast areas.</param>
public sealed record P2PTsunami(bool IsCancelled, IReadOnlyList<P2PTsunamiArea> Areas);

/// <summary>A tsunami forecast area.</summary>
/// <param name="Name">津波予報区.</param>
/// <param name="Grade">MajorWarning, Warning, Watch or Unknown, as it came.</param>
public sealed record P2PTsunamiArea(string Name, string Grade);

/// <summary>A hypocentre; what the network does not know is <see langword="null"/>.</summary>
/// <param name="Name">震央地名; empty when unknown.</param>
/// <param name="Latitude">Degrees.</param>
/// <param name="Longitude">Degrees.</param>
/// <param name="DepthKilometers">Kilometres; 0 is ごく浅い.</param>
/// <param name="Magnitude">Magnitude.</param>
public sealed record P2PHypocenter(string Name, double? Latitude, double? Longitude, int? DepthKilometers, double? Magnitude);

/// <summary>緊急地震速報（警報） as it was kept: a forecast of seconds, past when it is read.</summary>
/// <param name="EventId">地震識別番号; empty when absent.</param>
/// <param name="Serial">情報番号; empty when absent.</param>
/// <param name="IsCancelled">取消.</param>
/// <param name="OriginAt">When the earthquake began; <see langword="null"/> when not said.</param>
/// <param name="Hypocenter">The estimate.</param>
/// <param name="Areas">Areas with a forecast.</param>
public sealed record P2PEarlyWarning(string EventId, string Serial, bool IsCancelled, DateTimeOffset? OriginAt, P2PHypocenter Hypocenter, IReadOnlyList<P2PEarlyWarningArea> Areas);

/// <summary>The forecast of an area.</summary>
/// <param name="Prefecture">As the network shortens it.</param>
/// <param name="Name">細分区域.</param>
/// <param name="KindCode">10, 11 or 19, as it came.</param>
/// <param name="From">The lower end; <see langword="null"/> when unknown.</param>
/// <param name="To">The upper end; <see langword="null"/> when unknown or «at least» (99).</param>
/// <param name="ArrivesAt">When the shaking arrives; <see langword="null"/> when it has, or when not said.</param>
public sealed record P2PEarlyWarningArea(string Prefecture, string Name, string KindCode, SeismicIntensity? From, SeismicIntensity? To, DateTimeOffset? ArrivesAt);
