using Chiyoda.Bousai.Domain.Warnings;

namespace Chiyoda.Bousai.Domain.Incidents;

/// <summary>From which information on a posture is suggested. A person decides on it; nothing is set up by a telegram.</summary>
/// <param name="Id">Stable id in the pack.</param>
/// <param name="Phenomenon">A word of <see cref="WarningScale.ByPhenomenon"/>.</param>
/// <param name="AtLeast">The grade from which on it suggests, on the scale of that phenomenon.</param>
/// <param name="Posture">What it suggests.</param>
/// <param name="Basis">The plan's clause.</param>
public sealed record ActivationRule(string Id, string Phenomenon, int AtLeast, Posture Posture, string Basis)
{
    /// <summary>What newly gives rise to it.</summary>
    /// <param name="before">Warnings in force before a telegram.</param>
    /// <param name="after">The same after it.</param>
    /// <returns>One for each event that reached the grade with this telegram, the strongest piece of it.</returns>
    public IReadOnlyList<HazardWarning> Reached(IReadOnlyList<HazardWarning> before, IReadOnlyList<HazardWarning> after)
    {
        var held = Reaching(before).Select(WarningScale.EventOf).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. Reaching(after).GroupBy(WarningScale.EventOf, StringComparer.Ordinal).Where(@event => !held.Contains(@event.Key))
                .Select(@event => @event.MaxBy(Scale.GradeOf)!),
        ];
    }

    private WarningScale Scale => WarningScale.ByPhenomenon[Phenomenon];

    private IEnumerable<HazardWarning> Reaching(IReadOnlyList<HazardWarning> warnings) =>
        warnings.Where(warning => warning.Phenomenon == Phenomenon && Scale.GradeOf(warning) >= AtLeast);
}
