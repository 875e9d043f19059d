namespace Chiyoda.Bousai.Domain.Evacuation.Criteria;

/// <summary>A condition on the hazard information in force: a phenomenon at a level, where it matters from one cause.</summary>
/// <param name="Phenomenon">A word of <see cref="PhenomenonNames.All"/>.</param>
/// <param name="Cause">The telegram's cause, for a river its forecast-area code; <see langword="null"/> when the phenomenon has none.</param>
/// <param name="Level">警戒レベル相当, 2–5.</param>
/// <param name="Test">Whether higher levels match too.</param>
public sealed record WarningCondition(string Phenomenon, string? Cause, int Level, LevelTest Test) : Condition
{
    /// <summary>Whether a level satisfies the condition.</summary>
    /// <param name="level">A level; <see langword="null"/> for information without one, which never does.</param>
    /// <returns>The answer.</returns>
    public bool IsMetBy(int? level) => level is { } known && (Test == LevelTest.Exactly ? known == Level : known >= Level);
}

/// <summary>How a level is compared.</summary>
public enum LevelTest
{
    /// <summary>This level or a higher one.</summary>
    AtLeast,

    /// <summary>This level alone.</summary>
    Exactly,
}
