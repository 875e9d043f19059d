using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Hub.Features.Feeds;

namespace Chiyoda.Bousai.Hub.Hosting.Operations;

/// <summary>How the deployment was at one moment, by what its database says: counts and times, no person, no text.</summary>
internal sealed record OperationsSnapshot
{
    public required DateTimeOffset ReadAt { get; init; }

    /// <summary>Highest sequence of the chronology.</summary>
    public required long HeadSequence { get; init; }

    /// <summary>When any hub of the deployment last signed the database.</summary>
    public required DateTimeOffset AliveAt { get; init; }

    /// <summary>Roles of all nodes that are there now, this one included.</summary>
    public required HubRoles Roles { get; init; }

    public required IReadOnlyList<SourceKnowledge> Sources { get; init; }

    /// <summary>Telegrams that are stored and not worked out.</summary>
    public required int TelegramsWaiting { get; init; }

    /// <summary>Those of them that were tried and failed.</summary>
    public required int TelegramsFailing { get; init; }

    /// <summary>Proposals by their state, those alone that somebody has to do something with.</summary>
    public required IReadOnlyDictionary<ProposalState, int> OpenProposals { get; init; }

    /// <summary>Since when the oldest dispatch is on its way that is not closed; <see langword="null"/> when everything is out.</summary>
    public required DateTimeOffset? UnsentSince { get; init; }

    /// <summary>Call-outs that nobody answered.</summary>
    public required int UnansweredCallOuts { get; init; }

    /// <summary>Dispatches that wait for a person.</summary>
    public required int HeldDispatches { get; init; }
}
