using Chiyoda.Bousai.Domain.Warnings;

namespace Chiyoda.Bousai.Telegrams.Jma.Earthquakes;

/// <summary>An intensity observed somewhere.</summary>
/// <param name="Scope">Prefecture, area, municipality or station.</param>
/// <param name="Prefecture">The prefecture's name.</param>
/// <param name="Place">Which, with its code set; a station's name keeps its ＊ (not JMA's).</param>
/// <param name="Intensity">The class; <see langword="null"/> when none was given that is known.</param>
public sealed record IntensityObservation(
    IntensityScope Scope,
    string Prefecture,
    WarningArea Place,
    SeismicIntensity? Intensity)
{
    /// <summary>長周期地震動階級 0–4, which matters on the upper floors of tall buildings; <see langword="null"/> when not given.</summary>
    public int? LongPeriodClass { get; init; }
}
