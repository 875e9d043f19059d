using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Hub.Hosting;

/// <summary>What this running hub is, once mode and directories are settled.</summary>
/// <param name="Mode">Exercise or live; equal to the stamp of the database.</param>
/// <param name="ConfigDirectory">The ward pack.</param>
/// <param name="DataDirectory">Files of this deployment.</param>
internal sealed record Deployment(HubMode Mode, string ConfigDirectory, string DataDirectory)
{
    public string DatabaseFile => Path.Combine(DataDirectory, "bousai.db");

    public bool IsExercise => Mode == HubMode.Exercise;

    /// <summary>Writes a small secret that only this user reads.</summary>
    public string ReadOrCreateSecret(string file, Func<string> make)
    {
        var path = Path.Combine(DataDirectory, file);
        if (File.Exists(path) && File.ReadAllText(path).Trim() is { Length: > 0 } kept)
        {
            return kept;
        }

        var secret = make();
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        // Written beside and moved: a process that dies in between leaves no empty secret behind.
        var draft = $"{path}.{Guid.NewGuid():N}";
        using (var writer = new StreamWriter(draft, options))
        {
            writer.Write(secret);
        }

        File.Move(draft, path, overwrite: true);
        return secret;
    }
}
