using Chiyoda.Bousai.Domain.Areas;

namespace Chiyoda.Bousai.Infrastructure.WardPacks;

/// <summary>Reads <c>areas/areas.csv</c>.</summary>
internal static class AreasReader
{
    public const string File = "areas/areas.csv";

    private static readonly string[] Columns =
        ["code", "name", "town", "chome", "kana", "romaji", "longitude", "latitude", "residents", "day_population"];

    private const string Elderly = "elderly";

    private const string Households = "households";

    public static IReadOnlyDictionary<AreaCode, Area> Read(PackFolder folder, WardBox box)
    {
        var areas = new OrderedDictionary<AreaCode, Area>();
        folder.VerifiedBeside(File);
        if (folder.Text(File) is not { } text)
        {
            return areas;
        }

        // Packs from before a column have none: then its numbers are unknown everywhere.
        var header = text[..Math.Max(text.IndexOf('\n', StringComparison.Ordinal), 0)].TrimEnd().Split(',');
        string[] columns = [.. Columns, .. new[] { Elderly, Households }.Where(column => header.Contains(column, StringComparer.Ordinal))];
        int? digits = null;
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in CsvTable.Read(folder.Report, File, text, columns))
        {
            var area = Area(row, box, columns);
            // Whatever the scheme, one file follows one: digits, as many as in the first row.
            digits ??= area.Code.Value.Length;
            if (area.Code.Value.Length != digits || !area.Code.Value.All(char.IsAsciiDigit))
            {
                row.Problem(PackRules.CodeDigits, area.Code.Value);
            }
            else if (!areas.TryAdd(area.Code, area))
            {
                row.Problem(PackRules.Duplicate, area.Code.Value);
            }

            if (!names.Add(area.Name))
            {
                row.Problem(PackRules.Duplicate, area.Name);
            }
        }

        if (areas.Count == 0)
        {
            folder.Report.Add(File, 1, PackRules.EmptyList);
        }

        return areas;
    }

    private static Area Area(CsvRow row, WardBox box, string[] columns)
    {
        var area = new Area
        {
            Code = new AreaCode(row.Text("code")),
            Name = row.Text("name"),
            Town = row.Text("town"),
            Chome = row.Count("chome"),
            Kana = row.Text("kana"),
            Romaji = row.Text("romaji"),
            Centroid = Centroid(row, box),
            ResidentsPersons = row.Count("residents"),
            DayPopulationPersons = row.Count("day_population"),
            ElderlyPersons = columns.Contains(Elderly, StringComparer.Ordinal) ? row.Count(Elderly) : null,
            Households = columns.Contains(Households, StringComparer.Ordinal) ? row.Count(Households) : null,
        };
        if (area.ElderlyPersons > area.ResidentsPersons)
        {
            row.Problem(PackRules.MoreElderlyThanResidents, $"{area.ElderlyPersons}");
        }

        if (area.Name != area.Town + (area.Chome is { } chome ? JapaneseScript.Chome(chome) : string.Empty))
        {
            row.Problem(PackRules.AreaName, area.Name);
        }

        if (!JapaneseScript.IsKatakana(area.Kana))
        {
            row.Problem(PackRules.NotKatakana, area.Kana);
        }

        if (!area.Romaji.All(char.IsAscii))
        {
            row.Problem(PackRules.NotAscii, area.Romaji);
        }

        return area;
    }

    private static GeoPoint Centroid(CsvRow row, WardBox box)
    {
        var point = row.Point("longitude", "latitude", box);
        if (point is null && row.Optional("longitude") is null && row.Optional("latitude") is null)
        {
            row.Problem(PackRules.MissingField, "longitude, latitude");
        }

        return point ?? default;
    }
}
