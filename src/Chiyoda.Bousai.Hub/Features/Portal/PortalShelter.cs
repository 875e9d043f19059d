using Chiyoda.Bousai.Domain.Areas;

namespace Chiyoda.Bousai.Hub.Features.Portal;

/// <summary>A place to go to, with whether its door is open.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsOpen">Open or not, as last reported; <see langword="null"/> when nobody has reported, which is neither.</param>
/// <param name="ReportedAt">When that was reported; <see langword="null"/> exactly when <paramref name="IsOpen"/> is.</param>
public sealed record PortalShelter(LocalizedText Name, bool? IsOpen, DateTimeOffset? ReportedAt);
