using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Domain.Evacuation.Criteria;

/// <summary>
/// Turns a change of what is observed into notices and calls that are proposed, as <see cref="ProposalRule"/> does into orders: when a
/// criterion becomes met, not while it stays so. Pure: the same rule runs live and in back-tests.
/// </summary>
/// <param name="criteria">The criteria of the pack; those that propose an order are not looked at.</param>
public sealed class AdviceRule(IReadOnlyList<Criterion> criteria)
{
    private readonly IReadOnlyList<Criterion> _criteria = [.. criteria.Where(criterion => criterion.Proposes is not ProposedOrder)];

    /// <summary>What each of them says.</summary>
    /// <param name="observed">What is observed.</param>
    /// <param name="now">The moment for which it is asked.</param>
    /// <returns>One result per criterion that counts on that day.</returns>
    public IReadOnlyList<CriterionResult> Results(Observed observed, DateTimeOffset now) =>
        _criteria.Count == 0 ? [] : CriteriaEngine.Evaluate(_criteria, observed, now.DayInJapan());

    /// <summary>Judges a change.</summary>
    /// <param name="before">What was observed before it.</param>
    /// <param name="after">What is observed after it.</param>
    /// <param name="now">The moment of the change.</param>
    /// <returns>What is proposed anew, and which criteria have lost their ground. What is not known is not over.</returns>
    public Advice Judge(Observed before, Observed after, DateTimeOffset now)
    {
        var was = Results(before, now).ToDictionary(result => result.Criterion.Id, StringComparer.Ordinal);
        var results = Results(after, now);
        return new Advice(
            [.. results.Where(result => result.IsNewlyMet(was.GetValueOrDefault(result.Criterion.Id)))],
            results.Where(result => !result.Matched && result.IsKnown).Select(result => result.Criterion.Id).ToHashSet(StringComparer.Ordinal));
    }
}

/// <summary>What follows from a change.</summary>
/// <param name="Met">Results of criteria that are newly met.</param>
/// <param name="Ended">Ids of criteria that are known not to be met.</param>
public sealed record Advice(IReadOnlyList<CriterionResult> Met, IReadOnlySet<string> Ended);
