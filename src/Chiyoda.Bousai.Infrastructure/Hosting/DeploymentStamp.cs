using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Infrastructure.Hosting;

/// <summary>What this database is: written when it is made, never changed (design rule 3).</summary>
public sealed class DeploymentStamp
{
    public const int OnlyId = 1;

    private DeploymentStamp()
    {
    }

    public DeploymentStamp(HubMode mode, DateTimeOffset createdAt)
    {
        Mode = mode;
        CreatedAt = createdAt;
        AliveAt = createdAt;
    }

    public int Id { get; private set; } = OnlyId;

    public HubMode Mode { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Heartbeat of the hub on this database, every 10 s (design rule 10).</summary>
    public DateTimeOffset AliveAt { get; set; }
}
