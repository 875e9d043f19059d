using System.Text.RegularExpressions;
using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Architecture;

/// <summary>Another municipality is another config: the code names no place.</summary>
[RunsOnce]
public sealed partial class SourceTextTests
{
    private static readonly string[] Kinds = [".cs", ".cshtml", ".razor", ".ts", ".mjs", ".css", ".svg", ".csproj", ".targets"];

    [Fact]
    public void Code_NamesNothingOfTheWard()
    {
        var files = Files("src").ToList();
        Assert.True(files.Count > 200, $"only {files.Count} files were found");

        var wrong = files.SelectMany(file => File.ReadLines(file)
            .Select((line, index) => (Text: Product().Replace(line, string.Empty), Number: index + 1))
            .Where(line => OfTheWard().IsMatch(line.Text))
            .Select(line => $"{Path.GetRelativePath(Repository.Root, file)}:{line.Number} {line.Text.Trim()}"));

        Assert.True(!wrong.Any(), string.Join('\n', wrong));
    }

    /// <summary>The look finds the ward where it is to be: in the configuration.</summary>
    [Fact]
    public void Configuration_NamesTheWard() => Assert.Matches(OfTheWard(), File.ReadAllText(Path.Combine(Repository.Config, "ward.json")));

    [Fact]
    public void NoWorkIsLeftForLater()
    {
        var files = Files("src").Concat(Files("tests")).ToList();
        Assert.True(files.Count > 300, $"only {files.Count} files were found");

        var wrong = files.Where(file => !file.EndsWith($"{nameof(SourceTextTests)}.cs", StringComparison.Ordinal))
            .Where(file => Unfinished().IsMatch(File.ReadAllText(file))).Select(file => Path.GetRelativePath(Repository.Root, file));

        Assert.True(!wrong.Any(), string.Join('\n', wrong));
    }

    private static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*", SearchOption.AllDirectories)
        .Where(file => Kinds.Contains(Path.GetExtension(file)))
        .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules" or "dist"));

    /// <summary>The product's own name, in whatever case.</summary>
    [GeneratedRegex(@"Chiyoda\.Bousai|chiyoda-bousai", RegexOptions.IgnoreCase)]
    private static partial Regex Product();

    [GeneratedRegex("千代田|神田|荒川|日本橋川|chiyoda|13101|830304|外神田|飯田橋", RegexOptions.IgnoreCase)]
    private static partial Regex OfTheWard();

    [GeneratedRegex(@"\bTODO\b|\bFIXME\b|\bXXX\b|NotImplementedException")]
    private static partial Regex Unfinished();
}
