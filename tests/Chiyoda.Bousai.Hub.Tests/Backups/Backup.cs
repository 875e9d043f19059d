using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Chiyoda.Bousai.Infrastructure.Persistence.Backups;
using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Backups;

/// <summary>The two commands as somebody types them, and a look into the file between them.</summary>
internal static class Backup
{
    /// <summary>Settings of a process that keeps its data elsewhere than the test run does.</summary>
    /// <param name="connection">To PostgreSQL; <see langword="null"/> = SQLite.</param>
    public static Dictionary<string, string?> On(string? connection) => new() { ["ConnectionStrings__Database"] = connection };

    /// <returns>The chronology's line, as it was printed.</returns>
    public static async Task<string> MakeAsync(string data, string file, Dictionary<string, string?>? environment = null)
    {
        var ended = await HubProcess.RunAsync(string.Empty, environment ?? [], "backup", file, "--data", data, "--config", Repository.Config);
        Assert.True(ended.Status == 0, ended.Output + ended.Error);
        return ended.Output.Split('\n')[1];
    }

    public static Task<Ended> RestoreAsync(string file, string data, Dictionary<string, string?>? environment = null, params string[] more) =>
        HubProcess.RunAsync(string.Empty, environment ?? [], ["restore", file, "--data", data, "--config", Repository.Config, .. more]);

    /// <summary>Restores and expects it to succeed.</summary>
    /// <returns>What was printed.</returns>
    public static async Task<string> RestoredAsync(string file, string data, Dictionary<string, string?>? environment = null)
    {
        var ended = await RestoreAsync(file, data, environment);
        Assert.True(ended.Status == 0, ended.Output + ended.Error);
        return ended.Output;
    }

    public static async Task<BackupManifest> ManifestOf(string file)
    {
        await using var opened = await BackupFile.OpenAsync(file, "test", TestContext.Current.CancellationToken);
        return opened.Manifest;
    }

    /// <summary>Rewrites the manifest and seals it anew, as a program of another version would have written it.</summary>
    public static string Resealed(string file, string old, string replacement)
    {
        var copy = $"{file}.resealed";
        File.Copy(file, copy);
        using var archive = ZipFile.Open(copy, ZipArchiveMode.Update);
        var entry = archive.GetEntry("manifest.json")!;
        string text;
        using (var reader = new StreamReader(entry.Open()))
        {
            text = reader.ReadToEnd();
        }

        Assert.Contains(old, text, StringComparison.Ordinal);
        entry.Delete();
        var octets = Encoding.UTF8.GetBytes(text.Replace(old, replacement, StringComparison.Ordinal));
        using (var written = archive.CreateEntry("manifest.json").Open())
        {
            written.Write(octets);
        }

        archive.Comment = Convert.ToHexStringLower(SHA256.HashData(octets));
        return copy;
    }
}
