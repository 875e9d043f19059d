using Chiyoda.Bousai.Domain.Evacuation;

namespace Chiyoda.Bousai.Domain.Dissemination;

/// <summary>
/// An order as decided and released: the only thing about evacuation that leaves the house (design rule 1). It cannot be made
/// but from a proposal that a second person released.
/// </summary>
public sealed record OrderRelease : Release
{
    /// <summary>From this level on a device with a low battery is woken too; an order without a level asks people to leave, like it.</summary>
    private const int WakingLevel = 4;

    private OrderRelease(Proposal proposal, Guid decisionId, Guid orderId, int orderVersion, DateTimeOffset releasedAt)
        : base(decisionId, orderId, proposal.Measure.Areas, releasedAt)
    {
        ProposalId = proposal.Id;
        Act = proposal.Act;
        OrderId = orderId;
        OrderVersion = orderVersion;
        Measure = proposal.Measure;
        Before = proposal.Before;
    }

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

    /// <summary>What held before, where an order was changed; <see langword="null"/> for an issue.</summary>
    public Measure? Before { get; }

    /// <inheritdoc/>
    private protected override bool IsUrgent => (Measure.Level ?? WakingLevel) >= WakingLevel;

    /// <summary>Takes a release out of a released proposal and the order it made.</summary>
    /// <param name="proposal">The proposal, in state Released.</param>
    /// <param name="orderId">The order.</param>
    /// <param name="orderVersion">The order's version after the act.</param>
    /// <returns>What may leave the house.</returns>
    /// <exception cref="InvalidOperationException">The proposal is not released on a decision, by a second person or by break-glass.</exception>
    public static OrderRelease Of(Proposal proposal, Guid orderId, int orderVersion)
    {
        if (proposal is not { State: ProposalState.Released, Decision: { } decision, ReleasedAt: { } at }
            || (proposal.ReleaserId is null ? !proposal.IsBreakGlass : proposal.ReleaserId == proposal.SubmitterId))
        {
            throw new InvalidOperationException("Only a decision released by a second person, or by break-glass, leaves the house.");
        }

        return new OrderRelease(proposal, decision.Id, orderId, orderVersion, at);
    }
}
