using Chiyoda.Bousai.Domain.Warnings;

namespace Chiyoda.Bousai.Domain.Evacuation.Criteria;

/// <summary>A condition on the hazard information in force: a phenomenon at a grade, where it matters from one cause.</summary>
/// <param name="Phenomenon">A word of <see cref="WarningScale.ByPhenomenon"/>.</param>
/// <param name="Cause">The telegram's cause, for a river its forecast-area code; <see langword="null"/> when the phenomenon has none.</param>
/// <param name="Grade">A grade of the phenomenon's scale; 警戒レベル相当 2–5 for those that come in levels.</param>
/// <param name="Test">Whether higher grades match too.</param>
public sealed record WarningCondition(string Phenomenon, string? Cause, int Grade, LevelTest Test) : Condition
{
    /// <summary>警戒レベル相当 2–5; <see langword="null"/> for a phenomenon without levels.</summary>
    public int? Level => PhenomenonNames.Levelled.Contains(Phenomenon) ? Grade : null;

    /// <summary>The scale on which <see cref="Grade"/> stands.</summary>
    /// <exception cref="KeyNotFoundException">The phenomenon has none; the pack loader refuses it.</exception>
    public WarningScale Scale => WarningScale.ByPhenomenon[Phenomenon];

    /// <summary>Whether a grade satisfies the condition.</summary>
    /// <param name="grade">A grade of the scale; <see langword="null"/> or 0 for information without one, which never does.</param>
    /// <returns>The answer.</returns>
    public bool IsMetBy(int? grade) => grade is { } known && (Test == LevelTest.Exactly ? known == Grade : known >= Grade);
}

/// <summary>How a grade is compared.</summary>
public enum LevelTest
{
    /// <summary>This grade or a higher one.</summary>
    AtLeast,

    /// <summary>This grade alone.</summary>
    Exactly,
}
