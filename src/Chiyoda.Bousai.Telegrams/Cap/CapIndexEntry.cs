using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Telegrams.Cap;

/// <summary>An entry of an index of alerts.</summary>
public sealed record CapIndexEntry
{
    /// <summary>Id of the entry; <see langword="null"/> when the feed breaks the rule that each has one.</summary>
    public string? Id { get; init; }

    /// <summary>Title, for people; <see langword="null"/> when not said.</summary>
    public string? Title { get; init; }

    /// <summary>When the entry was changed last; <see langword="null"/> when not said, or not readable.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Where the alert can be fetched: absolute http and https addresses only, in the order of the feed. Whether they may be
    /// asked is for the caller to decide.</summary>
    public required IReadOnlyList<Uri> Links { get; init; }

    /// <summary>Links that were left out: another scheme (<c>file:</c>), relative, or no address at all.</summary>
    public int RefusedLinks { get; init; }

    /// <summary>The alert that stands in the entry itself; <see langword="null"/> when none does, or when it was refused.</summary>
    public CapAlert? Alert { get; init; }

    /// <summary>The octets of the alert that stands in the entry itself; empty when none does.</summary>
    public ReadOnlyMemory<byte> AlertOctets { get; init; }

    /// <summary>Why the alert in the entry was refused; <see langword="null"/> when it was read, or when there is none.</summary>
    public Refusal? AlertRefusal { get; init; }
}
