using Chiyoda.Bousai.Domain.Warnings;

namespace Chiyoda.Bousai.Telegrams.P2PQuake;

/// <summary>A report of P2P地震情報 JSON API v2: what an amateur network relays of an earthquake or a tsunami, without a signature.</summary>
/// <param name="Id">The network's id; the same report may come several times.</param>
/// <param name="Code">551 earthquake, 552 tsunami forecast. Others, 緊急地震速報 (554, 556) among them, are not read.</param>
/// <param name="IssuedAt">issue/time, said to be the issuer's.</param>
/// <param name="Type">issue/type, as it came.</param>
/// <param name="Earthquake">Of 551; otherwise <see langword="null"/>.</param>
/// <param name="Tsunami">Of 552; otherwise <see langword="null"/>.</param>
public sealed record P2PQuakeReport(string Id, int Code, DateTimeOffset IssuedAt, string Type, P2PEarthquake? Earthquake, P2PTsunami? Tsunami)
{
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
