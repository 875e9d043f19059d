namespace Chiyoda.Bousai.Domain.Warnings;

/// <summary>A level that an issuer observes or expects at a time, for example at a station of a river.</summary>
/// <param name="Level">2–5.</param>
/// <param name="At">When it is first observed or expected.</param>
public sealed record ExpectedLevel(int Level, DateTimeOffset At);
