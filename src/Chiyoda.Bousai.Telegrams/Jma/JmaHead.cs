using Chiyoda.Bousai.Domain.Feeds;

namespace Chiyoda.Bousai.Telegrams.Jma;

/// <summary>Head (informationBasis1): what every telegram says in the same form.</summary>
/// <param name="Title">Head/Title: for display only; nothing is read from it.</param>
/// <param name="ReportedAt">Head/ReportDateTime: when the issuer says it was issued; +09:00.</param>
/// <param name="TargetAt">Head/TargetDateTime; <see langword="null"/> when nil or absent.</param>
/// <param name="ValidUntil">Head/ValidDateTime; <see langword="null"/> for the many kinds that do not end by themselves.</param>
/// <param name="EventId">Head/EventID verbatim; empty for many kinds, several ids apart by a blank for some.</param>
/// <param name="InfoType">発表, 訂正, 遅延 or 取消; <see langword="null"/> when the word is none of them.</param>
/// <param name="InfoTypeWord">The word as it came.</param>
/// <param name="Serial">Head/Serial verbatim; empty when there is none. A hint, never an order.</param>
/// <param name="InfoKind">Head/InfoKind.</param>
/// <param name="InfoKindVersion">Head/InfoKindVersion.</param>
/// <param name="Headline">Head/Headline.</param>
public sealed record JmaHead(
    string Title,
    DateTimeOffset ReportedAt,
    DateTimeOffset? TargetAt,
    DateTimeOffset? ValidUntil,
    string EventId,
    InfoType? InfoType,
    string InfoTypeWord,
    string Serial,
    string InfoKind,
    string InfoKindVersion,
    JmaHeadline Headline);
