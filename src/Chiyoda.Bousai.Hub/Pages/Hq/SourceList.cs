using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Hub.Features.Feeds;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>How the required sources are heard, at the time of the page.</summary>
internal sealed record SourceList(WarningsKnowledge Knowledge, DateTimeOffset Now)
{
    /// <summary>Whether no tsunami means that none is announced.</summary>
    public bool IsTsunamiKnown => Knowledge.TsunamiState == KnowledgeState.Known;
}
