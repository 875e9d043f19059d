using Chiyoda.Bousai.Domain.Evacuation;

namespace Chiyoda.Bousai.Hub.Features.Evacuation;

/// <summary>The story of orders, 4000–4999.</summary>
internal static partial class EvacuationLog
{
    [LoggerMessage(4101, LogLevel.Information, "Decision {DecisionId} released: {Act} of order {OrderId} version {OrderVersion}")]
    public static partial void Released(ILogger logger, Guid decisionId, Act act, Guid orderId, int orderVersion);

    [LoggerMessage(4102, LogLevel.Information, "Proposal {ProposalId} made from telegram {TelegramId}")]
    public static partial void Proposed(ILogger logger, Guid proposalId, Guid telegramId);

    [LoggerMessage(4104, LogLevel.Error, "The criterion {Criterion} is met, but its notice cannot be written: {Code}")]
    public static partial void NoticeNotWritten(ILogger logger, string criterion, string code);

    [LoggerMessage(4105, LogLevel.Warning, "The criterion {Criterion} is met and asks for calls, but no facility is registered for it")]
    public static partial void NobodyToCall(ILogger logger, string criterion);
}
