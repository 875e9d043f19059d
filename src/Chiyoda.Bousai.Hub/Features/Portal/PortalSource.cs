using Chiyoda.Bousai.Domain.Feeds;

namespace Chiyoda.Bousai.Hub.Features.Portal;

/// <summary>A source of hazard information as it is heard.</summary>
/// <param name="Name">Its name in the ward pack, in Japanese.</param>
/// <param name="State">Whether it is heard.</param>
/// <param name="HeardAt">When it was last heard; <see langword="null"/> when it never was.</param>
public sealed record PortalSource(string Name, KnowledgeState State, DateTimeOffset? HeardAt);
