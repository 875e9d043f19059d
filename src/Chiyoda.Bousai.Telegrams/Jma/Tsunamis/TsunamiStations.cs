using Chiyoda.Bousai.Domain.Warnings;

namespace Chiyoda.Bousai.Telegrams.Jma.Tsunamis;

/// <summary>When a tsunami is expected at a tide station of a region (VTSE51).</summary>
/// <param name="Name">The station (潮位観測点).</param>
/// <param name="Code">Its code, five digits.</param>
/// <param name="HighTideAt">満潮: a tsunami on top of it is higher; <see langword="null"/> when not given.</param>
/// <param name="ArrivesAt">第１波; <see langword="null"/> when not given.</param>
/// <param name="Condition">As issued, for example 津波到達中と推測, 第１波の到達を確認; empty when absent.</param>
public sealed record TsunamiStationForecast(string Name, string Code, DateTimeOffset? HighTideAt, DateTimeOffset? ArrivesAt, string Condition);

/// <summary>What a station has measured: on the coast (VTSE51) or off it (VTSE52).</summary>
/// <param name="Region">The forecast region; empty for stations off the coast.</param>
/// <param name="Name">The station.</param>
/// <param name="Code">Its code, five digits.</param>
/// <param name="Sensor">Off the coast: 水圧計, ＧＰＳ波浪計 …; empty on the coast.</param>
/// <param name="FirstAt">第１波; <see langword="null"/> when not identified.</param>
/// <param name="Initial">押し or 引き; empty when absent.</param>
/// <param name="FirstCondition">第１波識別不能, 欠測 …; empty when absent.</param>
/// <param name="HighestAt">When the highest so far came; <see langword="null"/> when none was measured.</param>
/// <param name="HighestMeters">Metres; <see langword="null"/> when none was measured, which is not zero (<paramref name="HighestCondition"/>).</param>
/// <param name="HighestText">As issued, for example １１．８ｍ, or ８．５ｍ以上 where the instrument was lost; empty when absent.</param>
/// <param name="HighestCondition">観測中, 微弱, 欠測, 重要 (over the warning's height) …; empty when absent.</param>
/// <param name="IsRising">Whether it still rises (上昇中).</param>
public sealed record TsunamiObservation(
    WarningArea Region,
    string Name,
    string Code,
    string Sensor,
    DateTimeOffset? FirstAt,
    string Initial,
    string FirstCondition,
    DateTimeOffset? HighestAt,
    decimal? HighestMeters,
    string HighestText,
    string HighestCondition,
    bool IsRising);

/// <summary>What is estimated for a stretch of coast from what was measured off it (VTSE52).</summary>
/// <param name="Coast">The stretch (沿岸地域).</param>
/// <param name="ArrivesAt">第１波; <see langword="null"/> when not given.</param>
/// <param name="ArrivalCondition">早いところでは既に津波到達と推定 …; empty when absent.</param>
/// <param name="HighestAt">The highest wave; <see langword="null"/> when not given.</param>
/// <param name="HighestMeters">Metres; <see langword="null"/> when unknown or only a word.</param>
/// <param name="HighestText">As issued: 高い, 巨大 …; empty when absent.</param>
/// <param name="HighestCondition">推定中, 重要 …; empty when absent.</param>
public sealed record TsunamiEstimation(
    WarningArea Coast,
    DateTimeOffset? ArrivesAt,
    string ArrivalCondition,
    DateTimeOffset? HighestAt,
    decimal? HighestMeters,
    string HighestText,
    string HighestCondition);
