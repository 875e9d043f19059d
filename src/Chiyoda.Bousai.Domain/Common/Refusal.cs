namespace Chiyoda.Bousai.Domain.Common;

/// <summary>An expected «no»: a value with a stable code, never an exception.</summary>
/// <param name="Kind">What kind of «no» it is; it decides the HTTP status at the edge.</param>
/// <param name="Code">Stable machine code <c>capability.reason</c>, listed in <c>src/ERRORS.md</c>; keeps its meaning once shipped.</param>
/// <param name="Message">One Japanese sentence for the person in front of the screen, with what to do next.</param>
public sealed record Refusal(RefusalKind Kind, string Code, string Message)
{
    /// <summary>What the caller has to confirm before the same request is accepted; empty when nothing of that kind is asked.</summary>
    public IReadOnlyList<string> Confirmations { get; init; } = [];
}

/// <summary>Kinds of refusal.</summary>
public enum RefusalKind
{
    /// <summary>The request itself is wrong (400).</summary>
    Invalid,

    /// <summary>This person may not do it (403).</summary>
    Forbidden,

    /// <summary>There is no such thing, or it is not yours (404).</summary>
    Unknown,

    /// <summary>The thing is in another state, or newer, than the request supposes (409).</summary>
    Conflict,
}
