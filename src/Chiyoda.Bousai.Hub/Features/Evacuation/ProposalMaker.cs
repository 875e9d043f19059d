using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Evacuation.Criteria;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Features.Evacuation;

/// <summary>Brings the rules of proposing together with what is open and in force: orders here, notices and calls by <see cref="AdviceMaker"/>.</summary>
internal sealed class ProposalMaker(BousaiDbContext db, AdviceMaker advice, WardPack pack, TimeProvider clock)
{
    private static readonly ProposalState[] Open = [ProposalState.Draft, ProposalState.Submitted, ProposalState.Decided, ProposalState.Returned];

    private readonly ProposalRule _rule = new(pack.Criteria, pack.Zones);

    /// <summary>Adds and discards proposals in the context; nothing is committed here.</summary>
    /// <param name="before">What was observed before the change.</param>
    /// <param name="after">What is observed after it.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The facts to commit with the change.</returns>
    public async Task<IReadOnlyList<Fact>> ProposeAsync(Observed before, Observed after, CancellationToken cancellationToken)
    {
        var open = await db.Proposals.Where(proposal => Open.Contains(proposal.State) && proposal.Act == Act.Issue).ToListAsync(cancellationToken);
        var inForce = await db.Orders.AsNoTracking().Where(order => order.State == OrderState.Issued).ToListAsync(cancellationToken);
        var facts = _rule.Judge(before, after, open, inForce, clock.GetUtcNow().ToMicroseconds());
        db.AddRange(facts.OfType<Proposed>().Select(made => made.Proposal));
        return [.. facts, .. await advice.AdviseAsync(before, after, cancellationToken)];
    }
}
