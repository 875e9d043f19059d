namespace Chiyoda.Bousai.Domain.Dissemination.Limits;

/// <summary>A text held against what a channel takes.</summary>
/// <param name="State">Whether it goes.</param>
/// <param name="Measures">Each limit with what the text comes to.</param>
/// <param name="Findings">What else the channel refuses, in Japanese; empty when nothing.</param>
public sealed record LimitVerdict(LimitState State, IReadOnlyList<LimitMeasure> Measures, IReadOnlyList<string> Findings)
{
    internal static LimitVerdict Of(IReadOnlyList<LimitMeasure> measures, params IReadOnlyList<string> findings) => new(
        findings.Count > 0 || measures.Any(measure => measure is { OverBy: > 0, IsHard: true }) ? LimitState.Refused
            : measures.Any(measure => measure.OverBy > 0) ? LimitState.Cut
            : LimitState.Fits,
        measures,
        findings);
}

/// <summary>Whether a channel takes a text.</summary>
public enum LimitState
{
    /// <summary>Whole.</summary>
    Fits,

    /// <summary>It goes, but is not seen whole at once or costs several parts.</summary>
    Cut,

    /// <summary>The channel does not take it; the others are not concerned.</summary>
    Refused,
}

/// <summary>One limit.</summary>
/// <param name="What">What is counted, in Japanese.</param>
/// <param name="Count">What the text comes to.</param>
/// <param name="Limit">What the channel takes.</param>
/// <param name="Unit">Unit of both, in Japanese.</param>
/// <param name="IsHard">Whether the channel refuses more; otherwise it shows or sends it in part.</param>
public sealed record LimitMeasure(string What, int Count, int Limit, string Unit, bool IsHard = true)
{
    /// <summary>By how much the text is too long; 0 when it is not.</summary>
    public int OverBy => Math.Max(0, Count - Limit);
}
