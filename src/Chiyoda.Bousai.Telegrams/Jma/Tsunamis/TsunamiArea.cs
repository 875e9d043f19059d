using Chiyoda.Bousai.Domain.Warnings;

namespace Chiyoda.Bousai.Telegrams.Jma.Tsunamis;

/// <summary>What VTSE41 issues for one forecast region, and VTSE51 repeats with times.</summary>
/// <param name="Region">The region (津波予報区).</param>
/// <param name="Grade">The grade; <see langword="null"/> when the code is unknown.</param>
/// <param name="Kind">Category/Kind as issued.</param>
/// <param name="LastKind">Category/LastKind: what held before; <see langword="null"/> when absent.</param>
/// <param name="ArrivesAt">FirstHeight/ArrivalTime; <see langword="null"/> when not given.</param>
/// <param name="ArrivalCondition">FirstHeight/Condition, for example ただちに津波来襲と予測; empty when absent.</param>
/// <param name="HeightMeters">Metres; <see langword="null"/> when unknown or only a word (巨大, 高い).</param>
/// <param name="HeightText">As issued: １０ｍ超, 巨大, ０．２ｍ未満 …; empty when absent.</param>
public sealed record TsunamiArea(
    WarningArea Region,
    TsunamiGrade? Grade,
    JmaKind Kind,
    JmaKind? LastKind,
    DateTimeOffset? ArrivesAt,
    string ArrivalCondition,
    decimal? HeightMeters,
    string HeightText)
{
    /// <summary>VTSE51: the tide stations of the region.</summary>
    public IReadOnlyList<TsunamiStationForecast> Stations { get; init; } = [];
}
