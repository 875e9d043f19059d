using System.Globalization;
using System.Net.Mail;
using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Domain.Evacuation.Criteria;
using Chiyoda.Bousai.Domain.Evacuation.Messages;
using Chiyoda.Bousai.Domain.Facilities;

namespace Chiyoda.Bousai.Infrastructure.WardPacks;

/// <summary>Reads <c>facilities.csv</c>, the register of places that are called, and the sentences for them. A pack may have neither.</summary>
internal static class FacilitiesReader
{
    public const string File = "facilities.csv";

    public const string Texts = "messages/ja/facilities.json";

    /// <summary>A list that nobody could call in a night is a mistake.</summary>
    private const int MaxRows = 2000;

    private const int MaxText = 120;

    private static readonly string[] Columns =
        ["ID", "種別", "名称", "町丁目コード", "区域", "最低階", "電話_昼", "電話_夜", "FAX", "メール", "管理者", "利用時間", "出典", "備考"];

    public static (IReadOnlyList<Facility> Facilities, FacilityWording? Wording) Read(
        PackFolder folder, IReadOnlyDictionary<AreaCode, Area> areas, IReadOnlyDictionary<string, Zone> zones)
    {
        if (!folder.Has(File))
        {
            return ([], null);
        }

        folder.VerifiedBeside(File);
        return (folder.Text(File) is { } text ? ReadRows(folder.Report, text, areas, zones) : [], ReadWording(folder));
    }

    /// <summary>The rows of a register that is not in the pack yet.</summary>
    public static IReadOnlyList<Facility> ReadRows(
        PackReport report, string text, IReadOnlyDictionary<AreaCode, Area> areas, IReadOnlyDictionary<string, Zone> zones)
    {
        var facilities = new List<Facility>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in CsvTable.Read(report, File, text, Columns))
        {
            if (facilities.Count == MaxRows)
            {
                row.Problem(PackRules.TooManyRows, $"> {MaxRows}");
                break;
            }

            var facility = Facility(row);
            if (!ids.Add(facility.Id))
            {
                row.Problem(PackRules.Duplicate, facility.Id);
            }

            if (!areas.ContainsKey(facility.Area))
            {
                row.Problem(PackRules.UnknownArea, facility.Area.Value);
            }

            foreach (var unknown in facility.Zones.Where(zone => !zones.ContainsKey(zone)))
            {
                row.Problem(PackRules.UnknownZone, unknown);
            }

            facilities.Add(facility);
        }

        return facilities;
    }

    private static Facility Facility(CsvRow row)
    {
        foreach (var column in Columns.Where(column => row.Optional(column)?.Length > MaxText))
        {
            row.Problem(PackRules.FieldTooLong, column);
        }

        return new Facility
        {
            Id = row.Text("ID"),
            Kind = row.Word<FacilityKind>("種別"),
            Name = row.Text("名称"),
            Area = new AreaCode(row.Text("町丁目コード")),
            Zones = [.. (row.Optional("区域") ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)],
            LowestFloor = Floor(row),
            DayTelephone = Number(row, "電話_昼"),
            NightTelephone = Number(row, "電話_夜"),
            Fax = Number(row, "FAX"),
            Mail = Mail(row),
            Owner = row.Optional("管理者"),
            Hours = row.Optional("利用時間"),
            Source = row.Text("出典"),
            Note = row.Optional("備考") ?? string.Empty,
        };
    }

    private static int? Floor(CsvRow row)
    {
        if (row.Optional("最低階") is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var floor) && floor is >= -20 and <= 100 and not 0)
        {
            return floor;
        }

        row.Problem(PackRules.Floor, text);
        return null;
    }

    // A number goes into a link that dials: nothing else may stand in it. The value itself is not told: it may be somebody's own.
    private static string? Number(CsvRow row, string column)
    {
        if (row.Optional(column) is not { } text)
        {
            return null;
        }

        if (!text.All(c => char.IsAsciiDigit(c) || c == '-') || text.Count(char.IsAsciiDigit) is < 3 or > 15)
        {
            row.Problem(PackRules.Telephone, column);
        }

        return text;
    }

    private static string? Mail(CsvRow row)
    {
        if (row.Optional("メール") is not { } text)
        {
            return null;
        }

        if (!MailAddress.TryCreate(text, out var address) || address.Address != text || !text.All(c => c is > ' ' and <= '~'))
        {
            row.Problem(PackRules.MailAddress, "メール");
        }

        return text;
    }

    private static FacilityWording? ReadWording(PackFolder folder)
    {
        if (folder.Json(Texts) is not { } file)
        {
            return null;
        }

        var checkedBy = file.TextOrNull("checkedBy");
        if ((checkedBy is null) != (file.DayOrNull("checkedOn") is null))
        {
            file.Problem(PackRules.HalfVerified, "checkedBy");
        }

        var subject = Sentence(folder.Report, file.LineOf("subject"), file.Text("subject"));
        var lines = Sentences(folder.Report, file, "lines", "ward", "order", "areas", "action", "contact");
        var ended = Sentences(folder.Report, file, "endedLines", "ward", "order", "ending");
        foreach (var (text, line) in file.Lines("endedLines").Where(each => each.Text.Contains("安全", StringComparison.Ordinal)))
        {
            folder.Report.Add(Texts, line, PackRules.NeverSafe, "安全");
        }

        file.Done();
        return new FacilityWording(subject, lines, ended, checkedBy);
    }

    private static IReadOnlyList<MessageText> Sentences(PackReport report, PackObject file, string field, params string[] needed)
    {
        IReadOnlyList<MessageText> sentences = [.. file.Lines(field).Select(each => Sentence(report, each.Line, each.Text))];
        foreach (var missing in needed.Where(slot => !sentences.Any(sentence => sentence.Slots.Contains(slot))))
        {
            file.Problem(PackRules.MissingSlot, field, missing);
        }

        return sentences;
    }

    private static MessageText Sentence(PackReport report, int line, string source)
    {
        if (!MessageText.TryParse(source, out var text))
        {
            report.Add(Texts, line, PackRules.Braces, source);
            return MessageText.Empty;
        }

        foreach (var unknown in text.Slots.Except(FacilityWording.Slots))
        {
            report.Add(Texts, line, PackRules.UnknownSlot, unknown);
        }

        return text;
    }
}
