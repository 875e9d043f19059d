namespace Chiyoda.Bousai.TestHub;

/// <summary>Folders of this repository, found from where the tests run.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string Config => Path.Combine(Root, "config");

    /// <summary>The test pack of another municipality.</summary>
    public static string Akita => Path.Combine(Root, "tests", "packs", "akita");

    /// <summary>Sample telegrams beside the repository; they are no part of it and may be absent.</summary>
    public static string Samples => Path.GetFullPath(Path.Combine(Root, "..", "shared", "data", "jma"));

    private static string Find(string from)
    {
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Chiyoda.Bousai.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No solution above {from}.");
    }
}
