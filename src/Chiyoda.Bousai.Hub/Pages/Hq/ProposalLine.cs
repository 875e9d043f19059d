using Chiyoda.Bousai.Domain.Evacuation;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>A proposal in a list.</summary>
/// <param name="Proposal">The proposal.</param>
/// <param name="Now">The moment of the page.</param>
internal sealed record ProposalLine(Proposal Proposal, DateTimeOffset Now)
{
    /// <summary>When what it answers was reported; without such a report, when it was made. From here the clock runs.</summary>
    public DateTimeOffset TriggeredAt => TriggerOf(Proposal);

    public bool IsForecastOnly => Proposal.Evidence.FirstOrDefault(evidence => evidence.Matched)?.ForecastOnly == true;

    public static DateTimeOffset TriggerOf(Proposal proposal) =>
        proposal.Evidence.FirstOrDefault(evidence => evidence.Matched)?.ObservedAt is { } observed && observed < proposal.CreatedAt
            ? observed
            : proposal.CreatedAt;
}
