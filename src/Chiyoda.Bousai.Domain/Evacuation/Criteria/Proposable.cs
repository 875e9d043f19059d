using Chiyoda.Bousai.Domain.Areas;

namespace Chiyoda.Bousai.Domain.Evacuation.Criteria;

/// <summary>What a criterion proposes. It is never done by the criterion: a person takes it up.</summary>
public abstract record Proposable
{
    private protected Proposable()
    {
    }
}

/// <summary>An order for the zone.</summary>
/// <param name="Level">警戒レベル 3, 4 or 5; <see langword="null"/> for hazards without levels.</param>
/// <param name="Action">What people are to do.</param>
/// <param name="Audience">Whom it addresses.</param>
/// <param name="Reason">Why, as the proposal's reason states it.</param>
public sealed record ProposedOrder(int? Level, EvacuationAction Action, Audience Audience, LocalizedText Reason) : Proposable;

/// <summary>A notice of the ward: a draft that two persons look at, never an order.</summary>
/// <param name="Template">Id of the notice's template.</param>
/// <param name="Slots">Every blank of it, by name.</param>
public sealed record ProposedNotice(string Template, IReadOnlyDictionary<string, string> Slots) : Proposable;

/// <summary>Calls to facilities without an order: rain drowns a basement before any order has a ground.</summary>
/// <param name="Audience">Whose facilities are called.</param>
public sealed record ProposedCalls(Audience Audience) : Proposable;
