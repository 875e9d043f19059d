namespace Chiyoda.Bousai.Domain.Facilities;

/// <summary>How far the calls of one round are.</summary>
/// <param name="NotCalled">未連絡.</param>
/// <param name="Reached">連絡済.</param>
/// <param name="Absent">不在.</param>
/// <param name="Evacuated">避難完了.</param>
public sealed record CallTotals(int NotCalled, int Reached, int Absent, int Evacuated)
{
    /// <summary>Nobody is on the list.</summary>
    public static CallTotals None { get; } = new(0, 0, 0, 0);

    /// <summary>All facilities of the round.</summary>
    public int All => NotCalled + Reached + Absent + Evacuated;

    /// <summary>Facilities that nobody has told: never called, or nobody answered.</summary>
    public int Untold => NotCalled + Absent;
}
