namespace Chiyoda.Bousai.Infrastructure.WardPacks;

/// <summary>Collects problems, so that one start names all of them.</summary>
internal sealed class PackReport
{
    private readonly List<PackProblem> _problems = [];

    public bool IsClean => _problems.Count == 0;

    public IReadOnlyList<PackProblem> Problems =>
        [.. _problems.Distinct().OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line)];

    public void Add(string file, int line, string rule, string? value = null) =>
        _problems.Add(new PackProblem(file, line, rule, value ?? string.Empty));
}
