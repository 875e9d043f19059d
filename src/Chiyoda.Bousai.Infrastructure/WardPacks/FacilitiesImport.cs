using System.Text.Json;
using Chiyoda.Bousai.Domain.Facilities;

namespace Chiyoda.Bousai.Infrastructure.WardPacks;

/// <summary>What taking a register over would change in a pack. Contacts are compared and never shown: they may be somebody's own number.</summary>
/// <param name="Problems">Everything that is wrong with the pack or the register, by file and line; nothing else is said while there is something.</param>
/// <param name="Added">Facilities that the pack does not have.</param>
/// <param name="Removed">Facilities that only the pack has.</param>
/// <param name="Changed">Facilities that differ, with the columns that do.</param>
/// <param name="Unchanged">How many stay as they are.</param>
public sealed record FacilitiesImport(
    IReadOnlyList<PackProblem> Problems, IReadOnlyList<Facility> Added, IReadOnlyList<Facility> Removed,
    IReadOnlyList<(Facility Facility, IReadOnlyList<string> Columns)> Changed, int Unchanged)
{
    private static readonly (string Column, Func<Facility, object?> Value)[] Compared =
    [
        ("種別", facility => facility.Kind), ("名称", facility => facility.Name), ("町丁目コード", facility => facility.Area),
        ("区域", facility => string.Join(' ', facility.Zones)), ("最低階", facility => facility.LowestFloor), ("電話_昼", facility => facility.DayTelephone),
        ("電話_夜", facility => facility.NightTelephone), ("FAX", facility => facility.Fax), ("メール", facility => facility.Mail),
        ("管理者", facility => facility.Owner), ("利用時間", facility => facility.Hours), ("出典", facility => facility.Source), ("備考", facility => facility.Note),
    ];

    /// <summary>Whether anything would change.</summary>
    public bool IsNews => Added.Count + Removed.Count + Changed.Count > 0;

    /// <summary>Compares a register with that of a pack; nothing is written.</summary>
    /// <param name="directory">Folder of the pack, which must be sound.</param>
    /// <param name="path">The new register.</param>
    public static FacilitiesImport Preview(string directory, string path)
    {
        var load = WardPackLoader.Load(directory);
        if (!load.TryGet(out var pack))
        {
            return new FacilitiesImport(load.Problems, [], [], [], 0);
        }

        var report = new PackReport();
        var facilities = new PackFolder(Path.GetDirectoryName(Path.GetFullPath(path))!, report).Text(Path.GetFileName(path)) is { } text
            ? FacilitiesReader.ReadRows(report, text, pack.Areas, pack.Zones)
            : [];
        if (!File.Exists(Path.Combine(directory, FacilitiesReader.Texts)))
        {
            report.Add(FacilitiesReader.Texts, 1, PackRules.FileMissing);
        }

        if (!report.IsClean)
        {
            return new FacilitiesImport(report.Problems, [], [], [], 0);
        }

        var before = pack.Facilities.ToDictionary(facility => facility.Id, StringComparer.Ordinal);
        var after = facilities.Select(facility => facility.Id).ToHashSet(StringComparer.Ordinal);
        var both = facilities.Where(facility => before.ContainsKey(facility.Id))
            .Select(facility => (Facility: facility, Columns: Differing(before[facility.Id], facility))).ToList();
        return new FacilitiesImport(
            [], [.. facilities.Where(facility => !before.ContainsKey(facility.Id))], [.. pack.Facilities.Where(facility => !after.Contains(facility.Id))],
            [.. both.Where(pair => pair.Columns.Count > 0)], both.Count(pair => pair.Columns.Count == 0));
    }

    /// <summary>Puts the register in the place of the pack's. Nobody has vouched for it yet, which the file beside it says.</summary>
    /// <param name="directory">Folder of the pack.</param>
    /// <param name="path">A register that <see cref="Preview"/> found sound.</param>
    /// <param name="today">The day in Japan.</param>
    public static void Apply(string directory, string path, DateOnly today)
    {
        var beside = JsonSerializer.Serialize(
            new { verifiedBy = (string?)null, verifiedOn = (string?)null, validUntil = (string?)null, source = $"imported {today:yyyy-MM-dd}" }, Indented);

        // The voucher goes first: between the two files the old register is unverified, never the new one verified.
        Replace(Path.Combine(directory, FacilitiesReader.File + ".json"), temporary => File.WriteAllText(temporary, beside + "\n"));
        Replace(Path.Combine(directory, FacilitiesReader.File), temporary => File.Copy(path, temporary, overwrite: true));
    }

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private static void Replace(string file, Action<string> write)
    {
        var temporary = file + ".new";
        write(temporary);
        File.Move(temporary, file, overwrite: true);
    }

    private static List<string> Differing(Facility one, Facility other) =>
        [.. Compared.Where(column => !Equals(column.Value(one), column.Value(other))).Select(column => column.Column)];
}
