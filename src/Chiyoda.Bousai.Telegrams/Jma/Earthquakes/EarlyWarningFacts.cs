using Chiyoda.Bousai.Domain.Warnings;

namespace Chiyoda.Bousai.Telegrams.Jma.Earthquakes;

/// <summary>
/// 緊急地震速報, VXSE42 (配信テスト), VXSE43 (警報), VXSE44 (予報), VXSE45 (地震動予報): a forecast of seconds. It is kept and shown to staff,
/// states nothing that is in force, and is never relayed: whatever we send arrives after the shaking.
/// </summary>
/// <param name="Hypocenter">The estimate; <see langword="null"/> in a 取消 and in the test.</param>
/// <param name="IsAssumed">Whether the epicentre is only assumed (仮定震源要素: the shaking itself was measured, PLUM).</param>
/// <param name="Intensity">Intensity/Forecast/ForecastInt, over all areas.</param>
/// <param name="LongPeriodClass">ForecastLgInt, 長周期地震動階級 0–4, the upper end; <see langword="null"/> when not given.</param>
/// <param name="Areas">Areas with a forecast of their own.</param>
/// <param name="IsLast">Whether no further report of this earthquake follows (最終報).</param>
/// <param name="Comments">Texts of the body, for people.</param>
public sealed record EarlyWarningFacts(
    Hypocenter? Hypocenter,
    bool IsAssumed,
    IntensityForecast? Intensity,
    int? LongPeriodClass,
    IReadOnlyList<EarlyWarningArea> Areas,
    bool IsLast,
    IReadOnlyList<string> Comments) : TelegramFacts;

/// <summary>ForecastInt: a range of classes.</summary>
/// <param name="From">The lower end; <see langword="null"/> when unknown.</param>
/// <param name="To">The upper end; <see langword="null"/> when the telegram says «at least» (<c>over</c>) or nothing.</param>
public sealed record IntensityForecast(SeismicIntensity? From, SeismicIntensity? To);

/// <summary>The forecast of one area.</summary>
/// <param name="Prefecture">The prefecture's name as the telegram shortens it.</param>
/// <param name="Place">細分区域, with its code.</param>
/// <param name="Kind">Category/Kind: whether it is under 警報 or 予報.</param>
/// <param name="Intensity">What is expected there.</param>
/// <param name="ArrivesAt">When the shaking arrives; <see langword="null"/> when it has, or when that cannot be told.</param>
/// <param name="Condition">As issued, for example 既に主要動到達と推測; empty when absent.</param>
public sealed record EarlyWarningArea(
    string Prefecture,
    WarningArea Place,
    JmaKind Kind,
    IntensityForecast? Intensity,
    DateTimeOffset? ArrivesAt,
    string Condition);
