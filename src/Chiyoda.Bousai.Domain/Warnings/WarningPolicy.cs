namespace Chiyoda.Bousai.Domain.Warnings;

/// <summary>Our own rules where the issuer says nothing.</summary>
public sealed record WarningPolicy
{
    /// <summary>The rules without configuration.</summary>
    public static WarningPolicy Default { get; } = new();

    /// <summary>
    /// How long a momentary report (VPBS50, earthquake intensity, a tsunami forecast without an end) stays in view: JMA
    /// gives it neither an end nor a lift. From ReportDateTime; more than zero; 3 h unless the ward says otherwise.
    /// </summary>
    public TimeSpan MomentaryReportsFor { get; init; } = TimeSpan.FromHours(3);

    /// <summary>
    /// How far ahead of its receipt a telegram may be dated in live. Of the telegrams that JMA published, those that state a
    /// hazard are never dated after their transmission; the rest is left to clocks that differ.
    /// </summary>
    public static TimeSpan LiveAhead { get; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// A telegram that is dated further ahead of its receipt counts as reported when it was received: it states what it
    /// states, at once, but cannot rule its stream until its date has come. <see langword="null"/>: any date counts, as in an
    /// exercise, which may play another time.
    /// </summary>
    public TimeSpan? AheadAtMost { get; init; }

    /// <summary>
    /// Telegrams of the vocabulary before 2026-05-28, sent beside the new ones until about the end of 2028: VPWW50, VPWW53 and VPWW54
    /// for VPWW55–61, VXWW50 for VPWW56, VPOA50 for VPBS50. They give way where the new one states the same.
    /// </summary>
    public static IReadOnlySet<string> Fallbacks { get; } =
        new HashSet<string>(StringComparer.Ordinal) { "VPWW50", "VPWW53", "VPWW54", "VXWW50", "VPOA50" };

    /// <summary>
    /// Those of <see cref="Fallbacks"/> that are read. Without configuration only VXWW50, which alone of them can say level 4 by
    /// code; the ward chooses in its pack (<c>fallbackFamilies</c>).
    /// </summary>
    public IReadOnlySet<string> FallbackFamilies { get; init; } = new HashSet<string>(StringComparer.Ordinal) { "VXWW50" };
}
