using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Domain.Warnings;

namespace Chiyoda.Bousai.Domain.Evacuation.Criteria;

/// <summary>What criteria are held against, at one moment.</summary>
/// <param name="InForce">The information in force that may propose: the caller has left out other statuses (design rule 5) and what came too late.</param>
/// <param name="Gauges">Water gauges by the operator's id; one that is not there was never read.</param>
public sealed record Observed(IReadOnlyList<HazardWarning> InForce, IReadOnlyDictionary<string, GaugeJudgement> Gauges)
{
    private static readonly Dictionary<string, GaugeJudgement> NoGauges = [];

    /// <summary>What the issuers state alone: no gauge was read.</summary>
    /// <param name="inForce">The information in force that may propose.</param>
    public Observed(IReadOnlyList<HazardWarning> inForce)
        : this(inForce, NoGauges)
    {
    }
}
