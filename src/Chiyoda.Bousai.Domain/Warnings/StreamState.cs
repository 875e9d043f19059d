namespace Chiyoda.Bousai.Domain.Warnings;

/// <summary>What holds by one stream.</summary>
/// <param name="Stream">Which; see <see cref="StreamKey"/>.</param>
/// <param name="SaidAt">Head/ReportDateTime of the newest telegram of the stream, 取消 included: until when the stream has spoken.</param>
/// <param name="InForce">What holds after it; what has run out since is still among it.</param>
public sealed record StreamState(string Stream, DateTimeOffset SaidAt, IReadOnlyList<HazardWarning> InForce)
{
    /// <summary>
    /// Head/ReportDateTime of the statement that stands; <see langword="null"/> when every one was voided: then the stream says
    /// nothing, which is not the same as saying that nothing holds.
    /// </summary>
    public DateTimeOffset? StatedAt { get; init; } = SaidAt;

    /// <summary>What holds at a moment.</summary>
    /// <param name="now">The moment: what has run out by <see cref="HazardWarning.ValidUntil"/> is left out.</param>
    /// <returns>The warnings in force; empty when the stream states none.</returns>
    public IReadOnlyList<HazardWarning> At(DateTimeOffset now) =>
        InForce.All(warning => warning.HoldsAt(now)) ? InForce : [.. InForce.Where(warning => warning.HoldsAt(now))];
}
