namespace Chiyoda.Bousai.Domain.Incidents;

/// <summary>配備体制 as the ward's plan names it: how many come, and under which headquarters.</summary>
/// <param name="Id">Stable id in the pack.</param>
/// <param name="Name">As staff say it.</param>
/// <param name="Headquarters">What is set up with it.</param>
/// <param name="Basis">The law or plan it rests on.</param>
/// <param name="Rank">Its place in the plan, from 0; a higher one is the stronger.</param>
public sealed record Posture(string Id, string Name, HeadquartersKind Headquarters, string Basis, int Rank)
{
    /// <summary>Ids of the posts that come, in the order in which they are listed; empty when the plan of call-outs names none.</summary>
    public IReadOnlyList<string> Posts { get; init; } = [];
}

/// <summary>What directs an activation.</summary>
public enum HeadquartersKind
{
    /// <summary>Only a posture: watch and gather information.</summary>
    None,

    /// <summary>災害警戒本部 or what the ward calls it, by its own rule.</summary>
    Alert,

    /// <summary>災害対策本部 (災害対策基本法 23条の2).</summary>
    Emergency,
}

/// <summary>Words for <see cref="HeadquartersKind"/>.</summary>
public static class HeadquartersKindWords
{
    /// <summary>The body for a line.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>The Japanese noun.</returns>
    public static string Word(this HeadquartersKind kind) => kind switch
    {
        HeadquartersKind.None => "本部なし",
        HeadquartersKind.Alert => "災害警戒本部",
        HeadquartersKind.Emergency => "災害対策本部",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind."),
    };
}
