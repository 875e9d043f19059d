namespace Chiyoda.Bousai.Infrastructure.Hosting;

/// <summary>A running process of this deployment, as it last said of itself (every 10 s): who is there, and how many pages each holds open.</summary>
public sealed class HubNode
{
    private HubNode()
    {
    }

    public HubNode(Guid id, string name, string roles, DateTimeOffset startedAt)
    {
        Id = id;
        Name = name;
        Roles = roles;
        StartedAt = startedAt;
        AliveAt = startedAt;
    }

    /// <summary>New at every start.</summary>
    public Guid Id { get; private set; }

    /// <summary>Name of the machine or container.</summary>
    public string Name { get; private set; } = string.Empty;

    /// <summary>Of <c>web,worker,ingest</c>.</summary>
    public string Roles { get; private set; } = string.Empty;

    public DateTimeOffset StartedAt { get; private set; }

    public DateTimeOffset AliveAt { get; set; }

    /// <summary>Public pages with a live connection to this node.</summary>
    public int PublicConnections { get; set; }
}
