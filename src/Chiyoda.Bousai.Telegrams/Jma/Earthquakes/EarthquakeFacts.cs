using Chiyoda.Bousai.Domain.Warnings;

namespace Chiyoda.Bousai.Telegrams.Jma.Earthquakes;

/// <summary>
/// VXSE51 震度速報 (areas, no epicentre), VXSE52 震源に関する情報 (no intensity), VXSE53 震源・震度に関する情報, VXSE61
/// 顕著な地震の震源要素更新のお知らせ (a better epicentre), VXSE62 長周期地震動に関する観測情報.
/// </summary>
/// <param name="Hypocenter">Where and how strong; <see langword="null"/> when the telegram has none.</param>
/// <param name="MaxIntensity">Observation/MaxInt; <see langword="null"/> when the telegram has no intensities.</param>
/// <param name="Observations">Prefectures, areas, municipalities and stations in the order of the telegram.</param>
/// <param name="Comments">Texts of the body, for people: 付加文 and, in a 取消, what is cancelled.</param>
public sealed record EarthquakeFacts(
    Hypocenter? Hypocenter,
    SeismicIntensity? MaxIntensity,
    IReadOnlyList<IntensityObservation> Observations,
    IReadOnlyList<string> Comments) : TelegramFacts
{
    /// <summary>Observation/MaxLgInt, 長周期地震動階級 0–4; <see langword="null"/> in telegrams without it.</summary>
    public int? MaxLongPeriodClass { get; init; }
}
