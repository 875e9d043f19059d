namespace Chiyoda.Bousai.Domain.Evacuation;

/// <summary>決裁: the act of a holder of authority, given in any way and recorded by staff. The decider needs no account.</summary>
/// <param name="Id">Names the decision version; every effect outside carries it.</param>
/// <param name="AuthorityId">The authority in <c>roles.json</c>.</param>
/// <param name="Office">Office, for example 区長.</param>
/// <param name="Holder">The person who holds the office as the pack names them; <see langword="null"/> where the pack does not.</param>
/// <param name="Basis">Legal basis, for example 災害対策基本法60条1項.</param>
/// <param name="Means">How it was given.</param>
/// <param name="At">When it was given, as the recorder was told.</param>
/// <param name="Words">The words, as heard; empty when not noted.</param>
/// <param name="HeardBy">Who heard it.</param>
/// <param name="RecordedBy">The account's person who recorded it.</param>
/// <param name="RecordedAt">When it was recorded here.</param>
public sealed record Decision(
    Guid Id,
    string AuthorityId,
    string Office,
    string? Holder,
    string Basis,
    DecisionMeans Means,
    DateTimeOffset At,
    string Words,
    string HeardBy,
    Guid RecordedBy,
    DateTimeOffset RecordedAt)
{
    /// <summary>Offices in whose place it was decided though nobody had declared them out of reach: the recorder was asked, and confirmed.</summary>
    public IReadOnlyList<string> Undeclared { get; init; } = [];
}

/// <summary>How a decision was given.</summary>
public enum DecisionMeans
{
    /// <summary>On this screen.</summary>
    Screen,

    /// <summary>By telephone.</summary>
    Telephone,

    /// <summary>By radio.</summary>
    Radio,

    /// <summary>In the meeting.</summary>
    Meeting,
}

/// <summary>Words for <see cref="DecisionMeans"/>.</summary>
public static class DecisionMeansWords
{
    /// <summary>The means for a line.</summary>
    /// <param name="means">The means.</param>
    /// <returns>The Japanese noun.</returns>
    public static string Noun(this DecisionMeans means) => means switch
    {
        DecisionMeans.Screen => "画面",
        DecisionMeans.Telephone => "電話",
        DecisionMeans.Radio => "無線",
        DecisionMeans.Meeting => "会議",
        _ => throw new ArgumentOutOfRangeException(nameof(means), means, "Not a means."),
    };
}
