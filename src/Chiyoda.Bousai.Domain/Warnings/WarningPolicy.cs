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
}
