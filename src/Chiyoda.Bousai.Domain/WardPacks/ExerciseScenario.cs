namespace Chiyoda.Bousai.Domain.WardPacks;

/// <summary>An exercise that the scenario player can play.</summary>
/// <param name="Id">Name of its folder; what <c>--scenario</c> takes.</param>
/// <param name="Title">Title, in Japanese.</param>
/// <param name="Steps">Its steps in order of time.</param>
public sealed record ExerciseScenario(string Id, string Title, IReadOnlyList<ExerciseStep> Steps);

/// <summary>One telegram of an exercise.</summary>
/// <param name="After">Time from the start of the exercise.</param>
/// <param name="File">Full path of the telegram.</param>
/// <param name="Title">What happens, in Japanese.</param>
public sealed record ExerciseStep(TimeSpan After, string File, string Title);
