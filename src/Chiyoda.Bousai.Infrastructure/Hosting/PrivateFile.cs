namespace Chiyoda.Bousai.Infrastructure.Hosting;

/// <summary>A small secret in a file that only its owner reads.</summary>
public static class PrivateFile
{
    /// <returns>The text without white space around it, or <see langword="null"/> when there is no file or nothing in it.</returns>
    public static string? Read(string path) => File.Exists(path) && File.ReadAllText(path).Trim() is { Length: > 0 } text ? text : null;

    /// <summary>Whole or not at all: a process that dies in between leaves the old text, or no file.</summary>
    public static void Write(string path, string text)
    {
        var draft = $"{path}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var writer = new StreamWriter(draft, options))
        {
            writer.Write(text);
        }

        File.Move(draft, path, overwrite: true);
    }
}
