namespace Chiyoda.Bousai.Hub.Hosting;

/// <summary>What a process of the deployment does (<c>Hub:Roles</c>); embedded, one process does all of it.</summary>
[Flags]
internal enum HubRoles
{
    None = 0,

    /// <summary>Pages, API and live connections.</summary>
    Web = 1,

    /// <summary>Plans and sends what was released.</summary>
    Worker = 2,

    /// <summary>Fetches from the outside, and finishes what was received and not worked out.</summary>
    Ingest = 4,

    All = Web | Worker | Ingest,
}

/// <summary>Roles as words, as the settings have them.</summary>
internal static class HubRolesWords
{
    /// <summary>Reads what <see cref="ToWords"/> wrote; a word of a later version is passed over.</summary>
    public static HubRoles Read(string words) => words.Split(',').Aggregate(
        HubRoles.None, (roles, word) => Enum.TryParse<HubRoles>(word, ignoreCase: true, out var role) ? roles | role : roles);

    public static string ToWords(this HubRoles roles) => string.Join(
        ',', new[] { HubRoles.Web, HubRoles.Worker, HubRoles.Ingest }.Where(role => roles.HasFlag(role)).Select(role => role.ToString().ToLowerInvariant()));
}
