using Chiyoda.Bousai.Domain.Areas;

namespace Chiyoda.Bousai.Domain.Evacuation.Messages;

/// <summary>What a message speaks of. The names of the slots are fixed: <see cref="Names"/>.</summary>
public sealed record MessageSlots
{
    /// <summary>The slots a template may name.</summary>
    public static IReadOnlySet<string> Names { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "ward", "areas", "cause", "time", "shelters", "previous", "remaining", "reason", "wrong",
    };

    /// <summary>The areas the act concerns, at least one, in the order in which they are to be named.</summary>
    public required IReadOnlyList<Area> Areas { get; init; }

    /// <summary>The zone the areas come from, named before them when they do not all fit; <see langword="null"/> when drawn by hand.</summary>
    public LocalizedText? Zone { get; init; }

    /// <summary>River, coast, slope, or what a person wrote.</summary>
    public required LocalizedText Cause { get; init; }

    /// <summary>When the act took effect.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>Names of open places that are fit for the hazard, nearest or best first; empty when there is none to name.</summary>
    public IReadOnlyList<LocalizedText> Shelters { get; init; } = [];

    /// <summary>For a lowering: the level that ends; otherwise ignored.</summary>
    public int? PreviousLevel { get; init; }

    /// <summary>Why, in the languages in which somebody wrote it; in the others nothing is said of it. <see langword="null"/> when it is told elsewhere or not at all.</summary>
    public LocalizedText? Reason { get; init; }

    /// <summary>For a correction: what was told wrongly; empty when that is not known.</summary>
    public IReadOnlyList<MeasureField> Wrong { get; init; } = [];

    /// <summary>For a lift or a void: every order that stays in force; empty when none does.</summary>
    public IReadOnlyList<RemainingOrder> Remaining { get; init; } = [];
}

/// <summary>An order that stays in force beside a lift.</summary>
/// <param name="Level">Its level, or <see langword="null"/> for a hazard without.</param>
/// <param name="Cause">Its cause.</param>
/// <param name="Areas">Its areas.</param>
public sealed record RemainingOrder(int? Level, LocalizedText Cause, IReadOnlyList<Area> Areas);
