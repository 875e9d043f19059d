namespace Chiyoda.Bousai.Telegrams.Cap;

/// <summary>
/// An alert of the Common Alerting Protocol that is valid against the schema of its version. Properties are named after the
/// elements of the standard; texts are as written, without blanks around them; <see langword="null"/> is an element that is not there.
/// </summary>
/// <remarks>The <c>password</c> of CAP 1.0 is passed over: it is a secret between others.</remarks>
public sealed record CapAlert
{
    /// <summary>Version by the namespace.</summary>
    public required CapVersion Version { get; init; }

    /// <summary>Identifier, unique for the sender only.</summary>
    public required string Identifier { get; init; }

    /// <summary>The sender, unique in the world by convention.</summary>
    public required string Sender { get; init; }

    /// <summary>When it was sent.</summary>
    public required CapInstant Sent { get; init; }

    /// <summary>Actual, Exercise, System, Test or (from 1.1) Draft. Only Actual concerns the public.</summary>
    public required string Status { get; init; }

    /// <summary>Alert, Update, Cancel, Ack or Error.</summary>
    public required string MsgType { get; init; }

    /// <summary>What the alert comes from.</summary>
    public string? Source { get; init; }

    /// <summary>Public, Restricted or Private; CAP 1.0 allows none.</summary>
    public string? Scope { get; init; }

    /// <summary>The rule for a restricted alert.</summary>
    public string? Restriction { get; init; }

    /// <summary>For whom a private alert is.</summary>
    public string? Addresses { get; init; }

    /// <summary>Codes for special handling, profiles among them.</summary>
    public required IReadOnlyList<string> Codes { get; init; }

    /// <summary>Purpose or meaning.</summary>
    public string? Note { get; init; }

    /// <summary>Earlier alerts that this one concerns, as written: «sender,identifier,sent» with blanks between.</summary>
    public string? References { get; init; }

    /// <summary>Incidents that this one concerns, as written.</summary>
    public string? Incidents { get; init; }

    /// <summary>The statements; none is legal, e.g. for Cancel, Ack and Error.</summary>
    public required IReadOnlyList<CapInfo> Infos { get; init; }

    /// <summary>What its signature is worth.</summary>
    public required CapSignature Signature { get; init; }
}
