using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Infrastructure.Persistence.Chronology;

namespace Chiyoda.Bousai.Infrastructure.Persistence.Backups;

/// <summary>What a backup is, in its first and only page for people: <c>manifest.json</c> of the file.</summary>
/// <param name="Format">How the file is laid out; <see cref="CurrentFormat"/>.</param>
/// <param name="Version">The program that made it.</param>
/// <param name="Mode">The stamp of the database; a restored copy keeps it.</param>
/// <param name="TakenAt">The moment that the file shows; nothing later is in it.</param>
/// <param name="Migrations">The shape of the tables.</param>
/// <param name="Chronology">What the verification found in that moment; entries are dense, so their number is the last sequence.</param>
/// <param name="Parts">One per table, those that others refer to first.</param>
public sealed record BackupManifest(
    int Format,
    string Version,
    HubMode Mode,
    DateTimeOffset TakenAt,
    SchemaVersion Migrations,
    Verdict Chronology,
    IReadOnlyList<BackupPart> Parts)
{
    public const int CurrentFormat = 1;
}

/// <summary>The rows of one table: <c>tables/NAME.jsonl</c>, an object per line.</summary>
/// <param name="Table">Name of the table.</param>
/// <param name="Rows">How many.</param>
/// <param name="Sha256">Of the part's octets, lower-case hexadecimal. Equal rows have equal hashes, whichever database they were read from.</param>
/// <param name="HighestKey">Where the counter of the table's keys stood; 0 = the table has none, or it was never used.</param>
public sealed record BackupPart(string Table, long Rows, string Sha256, long HighestKey)
{
    public string FileName => NameOf(Table);

    public static string NameOf(string table) => $"tables/{table}.jsonl";
}
