namespace Chiyoda.Bousai.Infrastructure.Hosting;

/// <summary>A file that only its owner reads.</summary>
public static class PrivateFile
{
    /// <summary>A small secret.</summary>
    /// <returns>The text without white space around it, or <see langword="null"/> when there is no file or nothing in it.</returns>
    public static string? Read(string path) => File.Exists(path) && File.ReadAllText(path).Trim() is { Length: > 0 } text ? text : null;

    /// <summary>Whole or not at all: a process that dies in between leaves the old text, or no file.</summary>
    public static void Write(string path, string text)
    {
        var draft = $"{path}.{Guid.NewGuid():N}";
        using (var writer = new StreamWriter(Create(draft)))
        {
            writer.Write(text);
        }

        File.Move(draft, path, overwrite: true);
    }

    /// <summary>A new file, to be written by the caller.</summary>
    /// <exception cref="IOException">There is one of that name.</exception>
    public static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }
}
