using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Domain.Shelters;

namespace Chiyoda.Bousai.Hub.Features.Portal;

/// <summary>A place to go to, with whether its door is open.</summary>
/// <param name="Name">Its name.</param>
/// <param name="State">As last reported; <see langword="null"/> when nobody reported within three hours: neither open nor closed.</param>
/// <param name="ReportedAt">When the last report was so, however old; <see langword="null"/> when there is none.</param>
public sealed record PortalShelter(LocalizedText Name, ShelterOpening? State, DateTimeOffset? ReportedAt);
