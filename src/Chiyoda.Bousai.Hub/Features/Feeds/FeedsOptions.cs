using System.ComponentModel.DataAnnotations;

namespace Chiyoda.Bousai.Hub.Features.Feeds;

/// <summary>How telegrams come in.</summary>
internal sealed class FeedsOptions
{
    public const string Section = "Feeds";

    /// <summary>What a program that posts telegrams shows in <c>X-Feed-Key</c>. A secret: by environment; empty = one is made in the data directory.</summary>
    public string Key { get; set; } = string.Empty;

    /// <summary>Folder watched for telegram files, or empty. Files are read, never changed.</summary>
    public string Folder { get; init; } = string.Empty;

    /// <summary>How often the folder is looked at beside the notices of the system, 1 s – 10 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan FolderInterval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>A source that was silent for longer makes its part unknown, 10 s – 1 h; design rule 7 says 3 min.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "01:00:00")]
    public TimeSpan SilentAfter { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>How long what was once known is called stale before it is unknown, 1 min – 24 h; design §4 says 30 min.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan StaleFor { get; init; } = TimeSpan.FromMinutes(30);
}
