namespace Chiyoda.Bousai.Hub.Features.Access;

/// <summary>What a form that releases asks of the person who sends it.</summary>
/// <param name="IsNeeded">Whether password or passkey are over 5 min old.</param>
/// <param name="HasPasskey">Whether a passkey can answer in place of the password.</param>
internal sealed record StepUp(bool IsNeeded, bool HasPasskey)
{
    /// <summary>What tells the fields of several forms of one page apart.</summary>
    public string Of { get; init; } = string.Empty;

    public static readonly StepUp NotNeeded = new(IsNeeded: false, HasPasskey: false);
}
