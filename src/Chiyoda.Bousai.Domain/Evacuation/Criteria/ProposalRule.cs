using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Domain.Evacuation.Criteria;

/// <summary>
/// Turns a change of what is observed into proposals. A criterion proposes when it becomes matched, not while it stays
/// matched: 継続 proposes nothing again, and what staff rejected does not come back by itself. Pure: the same rule runs live and in
/// back-tests.
/// </summary>
/// <param name="criteria">The criteria of the pack; those that propose no order are not looked at.</param>
/// <param name="zones">Its zones by id.</param>
public sealed class ProposalRule(IReadOnlyList<Criterion> criteria, IReadOnlyDictionary<string, Zone> zones)
{
    private readonly IReadOnlyList<Criterion> _criteria = [.. criteria.Where(criterion => criterion.Proposes is ProposedOrder)];

    /// <summary>What every cause and zone says of the information in force.</summary>
    /// <param name="observed">What is observed.</param>
    /// <param name="now">The moment for which it is asked.</param>
    /// <returns>One finding per cause and zone.</returns>
    public IReadOnlyList<CriteriaFinding> Findings(Observed observed, DateTimeOffset now) =>
        CriteriaEngine.Group(CriteriaEngine.Evaluate(_criteria, observed, now.DayInJapan()));

    /// <summary>Judges a change.</summary>
    /// <param name="before">What was observed before it.</param>
    /// <param name="after">What is observed after it.</param>
    /// <param name="open">Proposals to issue that are not closed; drafts that lost their ground are discarded in place.</param>
    /// <param name="inForce">Orders in force: what they cover is not proposed again.</param>
    /// <param name="now">The moment of the change.</param>
    /// <returns>New proposals (<see cref="Proposed"/>) and dropped ones (<see cref="Discarded"/>), in the order in which they happen.</returns>
    public IReadOnlyList<ProposalFact> Judge(
        Observed before, Observed after, IReadOnlyList<Proposal> open, IReadOnlyList<Order> inForce, DateTimeOffset now)
    {
        var was = Findings(before, now);
        List<ProposalFact> facts = [];
        List<Proposal> standing = [.. open];
        foreach (var finding in Findings(after, now))
        {
            var measure = finding.Propose(zones[finding.ZoneId]);
            facts.AddRange(DropGroundless(standing, finding, measure, now));
            var earlier = was.FirstOrDefault(other => other.Cause == finding.Cause && other.ZoneId == finding.ZoneId);
            if (measure is null
                || (earlier?.Strongest is { } held && held.Criterion.Id == finding.Strongest!.Criterion.Id && !finding.Strongest.IsNewlyMet(held))
                || standing.Exists(proposal => proposal.State != ProposalState.Discarded && Covers(proposal.Measure, measure))
                || inForce.Any(order => Covers(order.Measure, measure)))
            {
                continue;
            }

            var made = Proposal.ByRule(Guid.CreateVersion7(now), measure, finding.Evidence(), now);
            standing.Add(made);
            facts.Add(new Proposed(made, Actor.Hub, now));
        }

        return facts;
    }

    /// <summary>Drafts that nobody has taken up lose their ground with the warning or its level, or give way to a higher proposal.</summary>
    private static List<ProposalFact> DropGroundless(List<Proposal> open, CriteriaFinding finding, Measure? measure, DateTimeOffset now)
    {
        List<ProposalFact> dropped = [];
        var ids = finding.Results.Select(result => result.Criterion.Id).ToHashSet(StringComparer.Ordinal);
        var unknown = finding.Results.Where(result => !result.IsKnown).Select(result => result.Criterion.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var draft in open.Where(proposal => proposal.State == ProposalState.Draft && proposal.Evidence.Any(evidence => ids.Contains(evidence.Id))))
        {
            // What is not known is not over: a draft that rests on it gives way to a higher proposal alone.
            var rests = draft.Evidence.Any(evidence => evidence.Matched && unknown.Contains(evidence.Id));
            var reason = rests && !(measure?.Level > draft.Measure.Level) ? null
                : measure is null
                ? "根拠となる情報がなくなったため"
                : measure.Level > draft.Measure.Level ? "より高い警戒レベルの案に置き換えたため"
                : measure.Level < draft.Measure.Level ? "根拠となる情報のレベルが下がったため" : null;
            if (reason is not null && draft.Discard(draft.Version, reason).TryGet(out var discarded, out _))
            {
                dropped.Add(new Discarded(discarded, Actor.Hub, now));
            }
        }

        return dropped;
    }

    private static bool Covers(Measure held, Measure asked) =>
        held.SharesKeyWith(asked)
        && (held.Level ?? 0) >= (asked.Level ?? 0)
        && !asked.Areas.Except(held.Areas, StringComparer.Ordinal).Any();
}
