using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Evacuation.Criteria;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Features.Evacuation;

/// <summary>
/// Turns a change of the warnings in force into proposals. A criterion proposes when it becomes matched, not while it stays
/// matched: 継続 proposes nothing again, and what staff rejected does not come back by itself.
/// </summary>
internal sealed class ProposalMaker(BousaiDbContext db, WardPack pack, TimeProvider clock)
{
    private static readonly ProposalState[] Open = [ProposalState.Draft, ProposalState.Submitted, ProposalState.Decided, ProposalState.Returned];

    /// <summary>Adds and discards proposals in the context; nothing is committed here.</summary>
    /// <param name="before">Warnings in force before the change.</param>
    /// <param name="after">Warnings in force after it.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The facts to commit with the change.</returns>
    public async Task<IReadOnlyList<Fact>> ProposeAsync(
        IReadOnlyList<HazardWarning> before, IReadOnlyList<HazardWarning> after, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().ToMicroseconds();
        var was = Findings(before, now);
        var findings = Findings(after, now);
        var open = await db.Proposals.Where(proposal => Open.Contains(proposal.State) && proposal.Act == Act.Issue).ToListAsync(cancellationToken);
        var inForce = await db.Orders.AsNoTracking().Where(order => order.State == OrderState.Issued).ToListAsync(cancellationToken);
        var facts = new List<Fact>();
        foreach (var finding in findings)
        {
            var zone = pack.Zones[finding.ZoneId];
            var measure = finding.Propose(zone);
            facts.AddRange(DropGroundless(open, finding, measure, now));
            var earlier = was.FirstOrDefault(other => other.Cause == finding.Cause && other.ZoneId == finding.ZoneId);
            if (measure is null
                || earlier?.Strongest?.Criterion.Id == finding.Strongest!.Criterion.Id
                || open.Exists(proposal => proposal.State != ProposalState.Discarded && Covers(proposal.Measure, measure))
                || inForce.Exists(order => Covers(order.Measure, measure)))
            {
                continue;
            }

            var made = Proposal.ByRule(Guid.CreateVersion7(now), measure, finding.Evidence(), now);
            db.Add(made);
            open.Add(made);
            facts.Add(new Proposed(made, Actor.Hub, now));
        }

        return facts;
    }

    private IReadOnlyList<CriteriaFinding> Findings(IReadOnlyList<HazardWarning> warnings, DateTimeOffset now) =>
        CriteriaEngine.Group(CriteriaEngine.Evaluate(pack.Criteria, warnings, now.DayInJapan()));

    /// <summary>Drafts that nobody has taken up lose their ground with the warning or its level, or give way to a higher proposal.</summary>
    private static IEnumerable<Fact> DropGroundless(List<Proposal> open, CriteriaFinding finding, Measure? measure, DateTimeOffset now)
    {
        var ids = finding.Results.Select(result => result.Criterion.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var draft in open.Where(proposal => proposal.State == ProposalState.Draft && proposal.Evidence.Any(evidence => ids.Contains(evidence.Id))))
        {
            var reason = measure is null
                ? "根拠となる気象情報がなくなったため"
                : measure.Level > draft.Measure.Level ? "より高い警戒レベルの案に置き換えたため"
                : measure.Level < draft.Measure.Level ? "根拠となる気象情報のレベルが下がったため" : null;
            if (reason is not null && draft.Discard(draft.Version, reason).TryGet(out var discarded, out _))
            {
                yield return new Discarded(discarded, Actor.Hub, now);
            }
        }
    }

    private static bool Covers(Measure held, Measure asked) =>
        held.SharesKeyWith(asked)
        && (held.Level ?? 0) >= (asked.Level ?? 0)
        && !asked.Areas.Except(held.Areas, StringComparer.Ordinal).Any();
}
