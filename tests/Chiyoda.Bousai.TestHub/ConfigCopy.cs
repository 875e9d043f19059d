using System.Text;

namespace Chiyoda.Bousai.TestHub;

/// <summary>A copy of the shipped configuration, to be spoiled or vouched for.</summary>
internal sealed class ConfigCopy : IDisposable
{
    public ConfigCopy()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.Config, "*", SearchOption.AllDirectories))
        {
            var copy = PathOf(System.IO.Path.GetRelativePath(Repository.Config, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("bousai-config-").FullName;

    public string PathOf(string file) => System.IO.Path.Combine(Path, file);

    public void Write(string file, string text) => File.WriteAllText(PathOf(file), text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

    /// <summary>Replaces the first occurrence.</summary>
    /// <returns>The line, from 1, on which the replacement stands.</returns>
    public int Replace(string file, string old, string replacement)
    {
        var text = File.ReadAllText(PathOf(file));
        var at = text.IndexOf(old, StringComparison.Ordinal);
        if (at < 0)
        {
            throw new InvalidOperationException($"{file} does not contain «{old}».");
        }

        Write(file, text[..at] + replacement + text[(at + old.Length)..]);
        return text.AsSpan(0, at).Count('\n') + 1;
    }

    /// <summary>Vouches for every file, as a ward would before Live; for tests alone.</summary>
    public ConfigCopy Verified()
    {
        foreach (var file in Directory.EnumerateFiles(Path, "*.json", SearchOption.AllDirectories))
        {
            var text = File.ReadAllText(file)
                .Replace("\"verifiedBy\": null", "\"verifiedBy\": \"試験\"", StringComparison.Ordinal)
                .Replace("\"verifiedOn\": null", "\"verifiedOn\": \"2026-01-01\"", StringComparison.Ordinal)
                .Replace("\"validUntil\": null", "\"validUntil\": \"2099-12-31\"", StringComparison.Ordinal)
                .Replace("\"checkedBy\": null", "\"checkedBy\": \"試験\"", StringComparison.Ordinal)
                .Replace("\"checkedOn\": null", "\"checkedOn\": \"2026-01-01\"", StringComparison.Ordinal)
                .Replace("\"holder\": null", "\"holder\": \"試験\"", StringComparison.Ordinal);
            File.WriteAllText(file, text);
        }

        Write("appsettings.live.json", """{ "Push": { "Subject": "mailto:bousai@example.jp" } }""");
        return this;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
