using Microsoft.AspNetCore.Identity;

namespace Chiyoda.Bousai.Infrastructure.Access;

/// <summary>A log-in. What a person may not do twice is judged by <see cref="PersonId"/>: one person may hold two log-ins.</summary>
public sealed class StaffAccount : IdentityUser<Guid>
{
    public Guid PersonId { get; set; }

    /// <summary>Name as shown to colleagues and kept in the chronology.</summary>
    public string DisplayName { get; set; } = string.Empty;

    /// <summary>When this log-in was last used, to the minute; <see langword="null"/> when it never was or signed out.</summary>
    public DateTimeOffset? SeenAt { get; set; }

    public override string ToString() => $"account {Id}";
}
