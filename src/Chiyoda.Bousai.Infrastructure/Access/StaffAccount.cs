using Microsoft.AspNetCore.Identity;

namespace Chiyoda.Bousai.Infrastructure.Access;

/// <summary>A log-in. What a person may not do twice is judged by <see cref="PersonId"/>: one person may hold two log-ins.</summary>
public sealed class StaffAccount : IdentityUser<Guid>
{
    public Guid PersonId { get; set; }

    /// <summary>Name as shown to colleagues and kept in the chronology.</summary>
    public string DisplayName { get; set; } = string.Empty;

    public override string ToString() => $"account {Id}";
}
