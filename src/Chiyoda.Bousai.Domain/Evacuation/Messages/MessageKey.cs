namespace Chiyoda.Bousai.Domain.Evacuation.Messages;

/// <summary>What a message template is for.</summary>
/// <param name="Hazard">The hazard.</param>
/// <param name="Act">What the decision does.</param>
/// <param name="Level">警戒レベル 3–5 after the act (for a lift: the level that ends); <see langword="null"/> for hazards without levels.</param>
/// <param name="Action">What people are to do; <see langword="null"/> for a lift or a void, which ask for nothing.</param>
public readonly record struct MessageKey(Hazard Hazard, Act Act, int? Level, EvacuationAction? Action)
{
    /// <summary>The key for an act, with the action left out where the act has none.</summary>
    /// <param name="hazard">The hazard.</param>
    /// <param name="act">The act.</param>
    /// <param name="level">The level, or <see langword="null"/>.</param>
    /// <param name="action">The action of the order.</param>
    /// <returns>The key under which the template stands.</returns>
    public static MessageKey For(Hazard hazard, Act act, int? level, EvacuationAction action) =>
        new(hazard, act, level, act.Ends() ? null : action);

    /// <summary>The key as it reads in a problem report.</summary>
    /// <returns>For example <c>Flood/Issue/4/GoUp</c>.</returns>
    public override string ToString() => $"{Hazard}/{Act}/{Level?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-"}/{Action?.ToString() ?? "-"}";
}
