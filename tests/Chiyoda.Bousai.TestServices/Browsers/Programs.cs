namespace Chiyoda.Bousai.TestServices.Browsers;

/// <summary>Finds installed programs as a shell does.</summary>
internal static class Programs
{
    /// <returns>The full path of the first of the names that is on the search path, or <c>null</c>.</returns>
    public static string? Find(params ReadOnlySpan<string> names)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        foreach (var name in names)
        {
            if (folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists) is { } path)
            {
                return path;
            }
        }

        return null;
    }
}
