using Chiyoda.Bousai.Domain.Evacuation;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>A proposal in a list.</summary>
/// <param name="Proposal">The proposal.</param>
/// <param name="TriggeredAt">When the telegram that it answers came in; without one, when it was made. From here the clock runs.</param>
/// <param name="Now">The moment of the page.</param>
internal sealed record ProposalLine(Proposal Proposal, DateTimeOffset TriggeredAt, DateTimeOffset Now)
{
    public bool IsForecastOnly => Proposal.Evidence.FirstOrDefault(evidence => evidence.Matched)?.ForecastOnly == true;
}
