using Chiyoda.Bousai.Hub.Features.Feeds;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>How the required sources are heard, at the time of the page.</summary>
internal sealed record SourceList(WarningsKnowledge Knowledge, DateTimeOffset Now)
{
    /// <summary>Whether all are heard: then what they did not send is not there.</summary>
    public bool IsHeard => Knowledge.Sources.Count > 0 && Knowledge.Sources.All(source => source.State == Domain.Feeds.KnowledgeState.Known);
}
