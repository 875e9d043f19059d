namespace Chiyoda.Bousai.Hub.Cli;

/// <summary>Files and folders on a command line, in a stable order.</summary>
internal static class TelegramFiles
{
    /// <summary>Files as named; of a folder, everything below it that looks like a telegram.</summary>
    /// <exception cref="UsageException">Names what is not there.</exception>
    public static IEnumerable<string> Find(IEnumerable<string> paths) => paths.SelectMany(path =>
        File.Exists(path) ? (IEnumerable<string>)[path]
        : Directory.Exists(path)
            ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
                .Where(file => Path.GetExtension(file) is ".xml" or ".cap").Order(StringComparer.Ordinal)
        : throw new UsageException($"there is no file or folder {path}"));
}
