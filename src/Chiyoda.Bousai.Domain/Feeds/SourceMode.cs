namespace Chiyoda.Bousai.Domain.Feeds;

/// <summary>How a source tells that it is alive (design §4).</summary>
public enum SourceMode
{
    /// <summary>The hub asks it: any valid answer counts, 304 too.</summary>
    Polled,

    /// <summary>It tells the hub: a telegram or a heartbeat counts.</summary>
    Pushed,

    /// <summary>A person types or drops files: it never makes anything known.</summary>
    Manual,
}
