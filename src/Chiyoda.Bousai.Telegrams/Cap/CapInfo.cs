namespace Chiyoda.Bousai.Telegrams.Cap;

/// <summary>
/// One statement of an alert. Several of them say the same in several languages, or of several areas; they are not several alerts.
/// Texts are as written, without blanks around them; <see langword="null"/> is an element that is not there.
/// </summary>
public sealed record CapInfo
{
    /// <summary>RFC 3066 language; the standard takes <c>en-US</c> for granted where it is not said.</summary>
    public string? Language { get; init; }

    /// <summary>Kinds of event, e.g. <c>Met</c>; CAP 1.0 allows none.</summary>
    public required IReadOnlyList<string> Categories { get; init; }

    /// <summary>The event, for people.</summary>
    public required string Event { get; init; }

    /// <summary>What the public is asked to do, e.g. <c>Evacuate</c>; CAP 1.0 does not have it.</summary>
    public required IReadOnlyList<string> ResponseTypes { get; init; }

    /// <summary>Immediate, Expected, Future, Past or Unknown.</summary>
    public required string Urgency { get; init; }

    /// <summary>Extreme, Severe, Moderate, Minor or Unknown.</summary>
    public required string Severity { get; init; }

    /// <summary>Observed (CAP 1.0: Very Likely), Likely, Possible, Unlikely or Unknown.</summary>
    public required string Certainty { get; init; }

    /// <summary>For whom it is meant.</summary>
    public string? Audience { get; init; }

    /// <summary>The event in systems of codes of the sender.</summary>
    public required IReadOnlyList<CapNamedValue> EventCodes { get; init; }

    /// <summary>From when the information holds; the sending when not said.</summary>
    public CapInstant? Effective { get; init; }

    /// <summary>When the event is expected to begin.</summary>
    public CapInstant? Onset { get; init; }

    /// <summary>Until when the information holds.</summary>
    public CapInstant? Expires { get; init; }

    /// <summary>Name of the sender, for people.</summary>
    public string? SenderName { get; init; }

    /// <summary>Headline, for people.</summary>
    public string? Headline { get; init; }

    /// <summary>Description, for people.</summary>
    public string? Description { get; init; }

    /// <summary>What to do, for people.</summary>
    public string? Instruction { get; init; }

    /// <summary>A page with more, as written; never fetched by the reader.</summary>
    public string? Web { get; init; }

    /// <summary>Whom to ask.</summary>
    public string? Contact { get; init; }

    /// <summary>More values of the sender.</summary>
    public required IReadOnlyList<CapNamedValue> Parameters { get; init; }

    /// <summary>Files that belong to it.</summary>
    public required IReadOnlyList<CapResource> Resources { get; init; }

    /// <summary>Where it holds.</summary>
    public required IReadOnlyList<CapArea> Areas { get; init; }
}
