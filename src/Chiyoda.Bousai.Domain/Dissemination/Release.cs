using Chiyoda.Bousai.Domain.Evacuation;

namespace Chiyoda.Bousai.Domain.Dissemination;

/// <summary>
/// An order as decided and released: the only thing about evacuation that leaves the house (design rule 1). It cannot be made
/// but from a proposal that a second person released.
/// </summary>
public sealed record Release : Outgoing
{
    /// <summary>From this level on a device with a low battery is woken too; an order without a level asks people to leave, like it.</summary>
    private const int WakingLevel = 4;

    private Release(Guid decisionId, Guid proposalId, Act act, Guid orderId, int orderVersion, Measure measure, DateTimeOffset releasedAt)
        : base(decisionId, orderId, measure.Areas, releasedAt)
    {
        DecisionId = decisionId;
        ProposalId = proposalId;
        Act = act;
        OrderId = orderId;
        OrderVersion = orderVersion;
        Measure = measure;
        ReleasedAt = releasedAt;
    }

    /// <summary>The decision version; the first part of the effect key.</summary>
    public Guid DecisionId { get; }

    /// <summary>The proposal that was decided and released.</summary>
    public Guid ProposalId { get; }

    /// <summary>What was done.</summary>
    public Act Act { get; }

    /// <summary>The order that people are told about.</summary>
    public Guid OrderId { get; }

    /// <summary>Its version after the act.</summary>
    public int OrderVersion { get; }

    /// <summary>What was decided, where.</summary>
    public Measure Measure { get; }

    /// <summary>When the second person let it out.</summary>
    public DateTimeOffset ReleasedAt { get; }

    /// <inheritdoc/>
    private protected override bool IsUrgent => (Measure.Level ?? WakingLevel) >= WakingLevel;

    /// <summary>Takes a release out of a released proposal and the order it made.</summary>
    /// <param name="proposal">The proposal, in state Released.</param>
    /// <param name="orderId">The order.</param>
    /// <param name="orderVersion">The order's version after the act.</param>
    /// <returns>What may leave the house.</returns>
    /// <exception cref="InvalidOperationException">The proposal is not released by a second person on a decision.</exception>
    public static Release Of(Proposal proposal, Guid orderId, int orderVersion)
    {
        if (proposal is not { State: ProposalState.Released, Decision: { } decision, ReleasedAt: { } at }
            || proposal.ReleaserId is null || proposal.ReleaserId == proposal.SubmitterId)
        {
            throw new InvalidOperationException("Only a decision released by a second person leaves the house.");
        }

        return new Release(decision.Id, proposal.Id, proposal.Act, orderId, orderVersion, proposal.Measure, at);
    }
}
