using Chiyoda.Bousai.Domain.Warnings;

namespace Chiyoda.Bousai.Domain.Backtests;

/// <summary>What a back-test takes of one telegram: small, so that a season of them fits into memory.</summary>
/// <param name="Name">The name under which it is reported.</param>
/// <param name="Id">Identity, the same as in <paramref name="Statements"/>.</param>
/// <param name="ReportedAt">Head/ReportDateTime: the clock of the back-test.</param>
/// <param name="ControlAt">Control/DateTime: second ordering key.</param>
/// <param name="Statements">What it states for the ward; empty when it states nothing.</param>
/// <param name="Expected">When which level is expected, where the telegram says it beside the periods of its warnings.</param>
public sealed record BackTestTelegram(
    string Name,
    Guid Id,
    DateTimeOffset ReportedAt,
    DateTimeOffset ControlAt,
    IReadOnlyList<WarningStatement> Statements,
    IReadOnlyList<ExpectedLevel> Expected);
