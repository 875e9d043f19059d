namespace Chiyoda.Bousai.Telegrams.Jma.Floods;

/// <summary>The value at which a level begins at a station.</summary>
/// <param name="Name">For example レベル４氾濫危険水位.</param>
/// <param name="Level">The number in the name, 1–5; <see langword="null"/> when it has none.</param>
/// <param name="Value">In <paramref name="Unit"/>; <see langword="null"/> when not set for this station.</param>
/// <param name="Unit"><c>m</c> or <c>立方メートル毎秒</c>.</param>
/// <param name="Condition">有効, or empty.</param>
public sealed record FloodCriterion(string Name, int? Level, decimal? Value, string Unit, string Condition)
{
    /// <summary>氾濫危険水位 or 氾濫危険流量. レベル４計画高水位等 has the same number and is another mark.</summary>
    public bool IsDanger => Name.Contains("氾濫危険", StringComparison.Ordinal);
}
