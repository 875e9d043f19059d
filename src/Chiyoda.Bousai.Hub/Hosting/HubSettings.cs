using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Hub.Hosting;

/// <summary>What the command line says about this run.</summary>
/// <param name="Mode">Asked mode; <see langword="null"/> = what the data directory is stamped with, else exercise.</param>
/// <param name="ConfigDirectory">The ward pack and settings.</param>
/// <param name="DataDirectory">Files of this deployment; <see langword="null"/> = <c>data/&lt;mode&gt;</c>.</param>
/// <param name="Urls">Where to listen.</param>
/// <param name="Scenario">Scenario to play, or <see langword="null"/>.</param>
internal sealed record HubSettings(HubMode? Mode, string ConfigDirectory, string? DataDirectory, string Urls, string? Scenario)
{
    /// <summary>Settings above all files and the environment; for tests that run several hubs in one process.</summary>
    public IReadOnlyDictionary<string, string?> Overrides { get; init; } = new Dictionary<string, string?>();

    public const string DefaultUrls = "http://localhost:5080";

    public static HubSettings Default { get; } = new(null, "config", null, DefaultUrls, null);

    /// <summary>The directory as given, or the copy beside the executable when the caller's folder has none.</summary>
    public string ResolvedConfig => Directory.Exists(ConfigDirectory) || ConfigDirectory != Default.ConfigDirectory
        ? ConfigDirectory
        : Path.Combine(AppContext.BaseDirectory, Default.ConfigDirectory);
}
