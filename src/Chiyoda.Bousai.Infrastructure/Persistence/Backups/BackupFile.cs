using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;

namespace Chiyoda.Bousai.Infrastructure.Persistence.Backups;

/// <summary>
/// A backup that was found whole: a ZIP of <c>manifest.json</c> and a part per table. The manifest holds the hash of each part, the
/// comment of the archive that of the manifest. The hashes find damage; who can write the file can make new ones.
/// </summary>
public sealed class BackupFile : IAsyncDisposable
{
    private const string ManifestName = "manifest.json";

    private static readonly JsonSerializerOptions Json = new(BousaiJson.Options) { WriteIndented = true };

    private readonly ZipArchive _archive;
    private readonly string _path;

    private BackupFile(ZipArchive archive, string path, BackupManifest manifest) => (_archive, _path, Manifest) = (archive, path, manifest);

    public BackupManifest Manifest { get; }

    /// <summary>Opens a file and reads all of it once, before anything is done with it.</summary>
    /// <exception cref="BackupRefusedException">It is no backup, it is damaged, or made by a program with other tables.</exception>
    public static async Task<BackupFile> OpenAsync(string path, string version, CancellationToken cancellationToken)
    {
        ZipArchive? archive = null;
        try
        {
            archive = await ZipFile.OpenReadAsync(path, cancellationToken);
            var manifest = await ReadManifestAsync(archive, path, version, cancellationToken);
            var file = new BackupFile(archive, path, manifest);
            foreach (var part in manifest.Parts)
            {
                await using var octets = await file.OpenAsync(part.FileName, cancellationToken);
                if (Convert.ToHexStringLower(await SHA256.HashDataAsync(octets, cancellationToken)) != part.Sha256)
                {
                    throw file.Damaged($"{part.FileName} is not what was written");
                }
            }

            archive = null;
            return file;
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or JsonException or KeyNotFoundException or InvalidOperationException or EndOfStreamException)
        {
            throw new BackupRefusedException($"{path} is no backup, or damaged ({unreadable.Message}). Take another file; nothing was changed.", unreadable);
        }
        finally
        {
            archive?.Dispose();
        }
    }

    /// <summary>The rows of a part, one in memory at a time.</summary>
    public async IAsyncEnumerable<JsonElement> ReadAsync(BackupPart part, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var lines = await OpenAsync(part.FileName, cancellationToken);
        await foreach (var row in JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(lines, topLevelValues: true, Json, cancellationToken))
        {
            yield return row;
        }
    }

    public ValueTask DisposeAsync() => _archive.DisposeAsync();

    internal BackupRefusedException Damaged(string what) => new($"{_path} is damaged: {what}. Take another file; nothing was changed.");

    internal static async Task SealAsync(ZipArchive archive, BackupManifest manifest, CancellationToken cancellationToken)
    {
        var octets = JsonSerializer.SerializeToUtf8Bytes(manifest, Json);
        await using (var entry = await archive.CreateEntry(ManifestName).OpenAsync(cancellationToken))
        {
            await entry.WriteAsync(octets, cancellationToken);
        }

        archive.Comment = Convert.ToHexStringLower(SHA256.HashData(octets));
    }

    private static async Task<BackupManifest> ReadManifestAsync(ZipArchive archive, string path, string version, CancellationToken cancellationToken)
    {
        var entry = archive.GetEntry(ManifestName) ?? throw new InvalidDataException($"it has no {ManifestName}");
        using var octets = new MemoryStream();
        await using (var packed = await entry.OpenAsync(cancellationToken))
        {
            await packed.CopyToAsync(octets, cancellationToken);
        }

        if (Convert.ToHexStringLower(SHA256.HashData(octets.ToArray())) != archive.Comment)
        {
            throw new InvalidDataException($"{ManifestName} is not what was written");
        }

        // Another layout first: what follows may not be readable in this one.
        using var head = JsonDocument.Parse(octets.ToArray());
        if (head.RootElement.GetProperty("format").GetInt32() != BackupManifest.CurrentFormat)
        {
            throw new BackupRefusedException($"{path} was made by {head.RootElement.GetProperty("version").GetString()}; this is {version}, which does not know its format. Restore it with the version that made it.");
        }

        var manifest = head.RootElement.Deserialize<BackupManifest>(Json)!;
        if (manifest.Migrations != SchemaVersion.Current)
        {
            throw new BackupRefusedException(manifest.Migrations.IsNewerThan(SchemaVersion.Current)
                ? $"{path} was made by a newer version ({manifest.Version}; this is {version}). Restore it with that version or a newer one that has the same tables."
                : $"{path} was made by an older version ({manifest.Version}; this is {version}). Restore it with that version; then start this one on the database, which brings the tables up.");
        }

        return manifest;
    }

    private async Task<Stream> OpenAsync(string name, CancellationToken cancellationToken) =>
        await (_archive.GetEntry(name) ?? throw new InvalidDataException($"{name} is missing")).OpenAsync(cancellationToken);
}
