namespace Chiyoda.Bousai.Domain.WardPacks;

/// <summary>Who vouches for one file of the pack, and until when.</summary>
/// <param name="File">Path inside the pack, with slashes.</param>
/// <param name="VerifiedBy">Person and office; <see langword="null"/> when nobody has.</param>
/// <param name="VerifiedOn">Day in Japan; <see langword="null"/> exactly when <paramref name="VerifiedBy"/> is.</param>
/// <param name="ValidUntil">Last day on which it may be relied on; <see langword="null"/> exactly when <paramref name="VerifiedBy"/> is.</param>
public sealed record Verification(string File, string? VerifiedBy, DateOnly? VerifiedOn, DateOnly? ValidUntil)
{
    /// <summary>Whether it may be relied on.</summary>
    /// <param name="day">A day in Japan.</param>
    /// <returns>Verified, not in the future, not expired.</returns>
    public bool HoldsOn(DateOnly day) => VerifiedBy is not null && VerifiedOn <= day && day <= ValidUntil;
}
