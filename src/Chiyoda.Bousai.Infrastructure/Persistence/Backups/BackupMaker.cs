using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Infrastructure.Dissemination.Push;
using Chiyoda.Bousai.Infrastructure.Hosting;
using Chiyoda.Bousai.Infrastructure.Persistence.Chronology;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Infrastructure.Persistence.Backups;

/// <summary>
/// Writes one moment of a database into one file, while hubs go on writing. It changes nothing in the database. The file holds every
/// secret of the deployment: only its owner may read it.
/// </summary>
public static class BackupMaker
{
    private static readonly JsonWriterOptions Lines = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Makes the file whole or not at all.</summary>
    /// <param name="db">A context of its own, without a transaction.</param>
    /// <param name="path">Where no file is yet.</param>
    /// <param name="version">Of this program.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="cancellationToken">Stops it; nothing is left.</param>
    /// <exception cref="BackupRefusedException">There is a file, or the database is not of this program's version.</exception>
    public static async Task<BackupManifest> MakeAsync(
        BousaiDbContext db, string path, string version, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (Path.Exists(path))
        {
            throw new BackupRefusedException($"{path} is there already; a backup never overwrites. Give another name.");
        }

        await RefuseOtherVersionAsync(db, cancellationToken);
        var draft = $"{path}.{Guid.NewGuid():N}.part";
        try
        {
            BackupManifest manifest;
            await using (var file = PrivateFile.Create(draft))
            {
                manifest = await WriteAsync(db, file, version, clock, cancellationToken);
                file.Flush(flushToDisk: true);
            }

            File.Move(draft, path, overwrite: false);
            return manifest;
        }
        finally
        {
            File.Delete(draft);
        }
    }

    private static async Task<BackupManifest> WriteAsync(
        BousaiDbContext db, Stream file, string version, TimeProvider clock, CancellationToken cancellationToken)
    {
        await db.BeginSnapshotAsync(cancellationToken);
        var mode = await db.Stamps.AsNoTracking().Select(stamp => stamp.Mode).SingleAsync(cancellationToken);
        var takenAt = clock.GetUtcNow().ToMicroseconds();
        var verdict = await ChronologyVerifier.VerifyAsync(db, cancellationToken);
        await RefuseWithoutKeysAsync(db, cancellationToken);

        await using var archive = await ZipArchive.CreateAsync(file, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        var parts = new List<BackupPart>();
        foreach (var table in BackupTable.Of(db))
        {
            parts.Add(await WriteAsync(db, table, archive, cancellationToken));
        }

        var manifest = new BackupManifest(BackupManifest.CurrentFormat, version, mode, takenAt, SchemaVersion.Current, verdict, parts);
        await BackupFile.SealAsync(archive, manifest, cancellationToken);
        return manifest;
    }

    private static async Task<BackupPart> WriteAsync(BousaiDbContext db, BackupTable table, ZipArchive archive, CancellationToken cancellationToken)
    {
        var highest = await db.HighestKeyAsync(table, cancellationToken);

        // Fast rather than small: a snapshot keeps the database from tidying up.
        await using var part = await archive.CreateEntry(BackupPart.NameOf(table.Name), CompressionLevel.Fastest).OpenAsync(cancellationToken);
        await using var command = db.NewCommand(table.Select);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var line = new ArrayBufferWriter<byte>();
        await using var json = new Utf8JsonWriter(line, Lines);
        long count = 0;
        for (; await rows.ReadAsync(cancellationToken); count++)
        {
            json.WriteStartObject();
            for (var ordinal = 0; ordinal < table.Columns.Count; ordinal++)
            {
                table.Columns[ordinal].Write(json, rows, ordinal);
            }

            json.WriteEndObject();
            await json.FlushAsync(cancellationToken);
            line.Write("\n"u8);
            hash.AppendData(line.WrittenSpan);
            await part.WriteAsync(line.WrittenMemory, cancellationToken);
            line.ResetWrittenCount();
            json.Reset();
        }

        return new BackupPart(table.Name, count, Convert.ToHexStringLower(hash.GetHashAndReset()), highest);
    }

    private static async Task RefuseOtherVersionAsync(BousaiDbContext db, CancellationToken cancellationToken)
    {
        var applied = await db.Database.GetAppliedMigrationsAsync(cancellationToken);
        if (!applied.SequenceEqual(db.Database.GetMigrations()))
        {
            throw new BackupRefusedException("The tables are those of another version of this program. Make the backup with the version that runs on them.");
        }
    }

    /// <summary>A version before took its keys from files; they come into the database when the hub starts.</summary>
    private static async Task RefuseWithoutKeysAsync(BousaiDbContext db, CancellationToken cancellationToken)
    {
        if (await db.Subscriptions.AnyAsync(cancellationToken) && !await db.Secrets.AnyAsync(secret => secret.Name == PushSecrets.VapidFile, cancellationToken))
        {
            throw new BackupRefusedException(
                $"{PushSecrets.VapidFile} is not in the database yet, and without it a copy has lost every subscription. Start this version of the hub once.");
        }
    }
}
