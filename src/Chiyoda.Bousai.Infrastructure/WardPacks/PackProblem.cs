namespace Chiyoda.Bousai.Infrastructure.WardPacks;

/// <summary>One wrong value in a pack.</summary>
/// <param name="File">Path inside the pack, with slashes.</param>
/// <param name="Line">Line, from 1; for a missing file or value the line where it belongs.</param>
/// <param name="Rule">What is required: a Japanese sentence, then the same in English; one of <see cref="PackRules"/>.</param>
/// <param name="Value">The value as found; empty when it is missing.</param>
public sealed record PackProblem(string File, int Line, string Rule, string Value)
{
    /// <summary>One line for the console.</summary>
    /// <returns><c>file:line «value» rule</c>.</returns>
    public override string ToString() => $"{File}:{Line} «{Value}» {Rule}";
}
