using Chiyoda.Bousai.Infrastructure.WardPacks;
using Xunit;

namespace Chiyoda.Bousai.Infrastructure.Tests.WardPacks;

/// <summary>A copy of the shipped pack in a folder of its own, to be spoiled.</summary>
internal sealed class PackCopy : IDisposable
{
    public static readonly string Shipped = Path.Combine(RepositoryRoot(), "config");

    private readonly string _root = Directory.CreateTempSubdirectory("pack-").FullName;

    public PackCopy()
    {
        foreach (var file in Directory.EnumerateFiles(Shipped, "*", SearchOption.AllDirectories))
        {
            var copy = PathOf(Path.GetRelativePath(Shipped, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public WardPackLoad Load() => WardPackLoader.Load(_root);

    public string PathOf(string file) => Path.Combine(_root, file);

    /// <summary>Replaces the first occurrence and answers the line, from 1, on which the replacement starts.</summary>
    public int Replace(string file, string old, string replacement)
    {
        var text = File.ReadAllText(PathOf(file));
        var at = text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{file} does not contain «{old}»");
        File.WriteAllText(PathOf(file), text[..at] + replacement + text[(at + old.Length)..]);
        return text.AsSpan(0, at).Count('\n') + 1;
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Chiyoda.Bousai.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
