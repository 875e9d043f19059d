using Chiyoda.Bousai.Domain.Evacuation;

namespace Chiyoda.Bousai.Hub.Features.Evacuation;

/// <summary>The story of orders, 4000–4999.</summary>
internal static partial class EvacuationLog
{
    [LoggerMessage(4101, LogLevel.Information, "Decision {DecisionId} released: {Act} of order {OrderId} version {OrderVersion}")]
    public static partial void Released(ILogger logger, Guid decisionId, Act act, Guid orderId, int orderVersion);

    [LoggerMessage(4102, LogLevel.Information, "Proposal {ProposalId} made from telegram {TelegramId}")]
    public static partial void Proposed(ILogger logger, Guid proposalId, Guid telegramId);
}
