using System.Text.Json;

namespace Chiyoda.Bousai.Infrastructure.WardPacks;

/// <summary>The technical options of a pack, with the line on which each stands.</summary>
public static class SettingsFile
{
    /// <summary>Reads a file of settings.</summary>
    /// <param name="directory">The pack.</param>
    /// <param name="file">Name inside the pack; one that is not there holds no settings.</param>
    /// <returns>Every value, and what is wrong with the file as a file.</returns>
    public static SettingsLoad Load(string directory, string file)
    {
        var report = new PackReport();
        var folder = new PackFolder(directory, report);
        if (!File.Exists(folder.FullPath(file)) || folder.Item(file) is not { } root)
        {
            return new SettingsLoad([], report.Problems);
        }

        var settings = new List<Setting>();
        if (root.Kind == JsonValueKind.Object)
        {
            Collect(file, root, string.Empty, settings);
        }
        else
        {
            report.Add(file, root.Line, PackRules.NotObject, root.ToString());
        }

        return new SettingsLoad(settings, report.Problems);
    }

    private static void Collect(string file, JsonItem item, string path, List<Setting> settings)
    {
        foreach (var (name, value) in item.Fields.Select(field => (field.Name, field.Value))
            .Concat(item.Items.Select((value, index) => (index.ToString(System.Globalization.CultureInfo.InvariantCulture), value))))
        {
            var under = path.Length == 0 ? name : $"{path}:{name}";
            if (value.Kind is JsonValueKind.Object or JsonValueKind.Array)
            {
                Collect(file, value, under, settings);
            }
            else
            {
                settings.Add(new Setting(file, value.Line, under, value.ToString()));
            }
        }
    }
}

/// <summary>One value in a file of settings.</summary>
/// <param name="File">The file inside the pack.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Path">Its name in configuration, <c>Section:Name</c>.</param>
/// <param name="Value">The value as text.</param>
public sealed record Setting(string File, int Line, string Path, string Value);

/// <summary>What a file of settings holds.</summary>
/// <param name="Settings">Every value, in order.</param>
/// <param name="Problems">What is wrong with the file as a file.</param>
public sealed record SettingsLoad(IReadOnlyList<Setting> Settings, IReadOnlyList<PackProblem> Problems);
