using Chiyoda.Bousai.Domain.Feeds;

namespace Chiyoda.Bousai.Domain.Warnings;

/// <summary>
/// What one telegram states about its stream: the full set of warnings in force after it, for the ward.
/// The fold over all statements of a stream gives what is in force (see <c>WarningFold</c>).
/// </summary>
/// <param name="TelegramId">The stored telegram.</param>
/// <param name="Stream">What this statement replaces: status × family × issuing office or forecast area or event, as one stable string.</param>
/// <param name="Status">通常, 訓練 or 試験; part of <paramref name="Stream"/> too.</param>
/// <param name="InfoType">発表, 訂正, 遅延 or 取消.</param>
/// <param name="EventId">Head/EventID verbatim; empty for many families.</param>
/// <param name="Serial">Head/Serial, a hint only; <see langword="null"/> when absent or unreadable.</param>
/// <param name="ReportedAt">Head/ReportDateTime: first ordering key.</param>
/// <param name="ControlAt">Control/DateTime: second ordering key.</param>
/// <param name="ReceivedAt">Receipt by this hub; it orders nothing, so that the order of arrival does not matter.</param>
/// <param name="InForce">The warnings that hold after this telegram; empty for 解除, 発表なし and 取消.</param>
public sealed record WarningStatement(
    Guid TelegramId,
    string Stream,
    TelegramStatus Status,
    InfoType InfoType,
    string EventId,
    int? Serial,
    DateTimeOffset ReportedAt,
    DateTimeOffset ControlAt,
    DateTimeOffset ReceivedAt,
    IReadOnlyList<HazardWarning> InForce)
{
    /// <summary>
    /// Whether it names the ward nowhere, as a 取消 and a headline of other places do: it voids or ends what its stream stated,
    /// and by itself states nothing, for the stream may be about other places altogether.
    /// </summary>
    public bool IsBlind { get; init; }
}
