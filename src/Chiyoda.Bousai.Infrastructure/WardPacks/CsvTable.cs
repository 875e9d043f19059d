using System.Text;

namespace Chiyoda.Bousai.Infrastructure.WardPacks;

/// <summary>A CSV file after RFC 4180, with a header, quoted fields that may hold commas, quotes and line breaks.</summary>
internal static class CsvTable
{
    /// <summary>Reads the rows; reports a wrong header and wrong rows and leaves them out.</summary>
    /// <param name="report">Where problems go.</param>
    /// <param name="file">Path inside the pack.</param>
    /// <param name="text">The file, without a byte order mark.</param>
    /// <param name="columns">The columns, all required, in this order.</param>
    public static IReadOnlyList<CsvRow> Read(PackReport report, string file, string text, IReadOnlyList<string> columns)
    {
        var rows = Split(report, file, text);
        if (rows.Count == 0 || !rows[0].Fields.SequenceEqual(columns, StringComparer.Ordinal))
        {
            var header = rows.Count == 0 ? [] : rows[0].Fields;
            var differs = columns.Except(header, StringComparer.Ordinal).Concat(header.Except(columns, StringComparer.Ordinal)).FirstOrDefault();
            report.Add(file, 1, PackRules.CsvHeader, differs ?? string.Join(',', header));
            return [];
        }

        var result = new List<CsvRow>();
        foreach (var (line, fields) in rows.Skip(1))
        {
            if (fields.Count == columns.Count)
            {
                result.Add(new CsvRow(report, file, line, columns.Zip(fields).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal)));
            }
            else
            {
                report.Add(file, line, PackRules.CsvColumns, string.Join(',', fields));
            }
        }

        return result;
    }

    private static List<(int Line, List<string> Fields)> Split(PackReport report, string file, string text)
    {
        var rows = new List<(int, List<string>)>();
        var fields = new List<string>();
        var field = new StringBuilder();
        int line = 1, rowLine = 1, quoteLine = 1;
        var isQuoted = false;
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            line += c == '\n' ? 1 : 0;
            switch (c)
            {
                case '"' when isQuoted && at + 1 < text.Length && text[at + 1] == '"':
                    field.Append('"');
                    at++;
                    break;
                case '"' when isQuoted || field.Length == 0:
                    isQuoted = !isQuoted;
                    quoteLine = line;
                    break;
                case ',' when !isQuoted:
                    fields.Add(field.ToString());
                    field.Clear();
                    break;
                case '\r' when !isQuoted:
                    break;
                case '\n' when !isQuoted:
                    EndRow();
                    break;
                default:
                    field.Append(c);
                    break;
            }
        }

        if (isQuoted)
        {
            report.Add(file, quoteLine, PackRules.CsvQuote, field.ToString());
        }

        EndRow();
        return rows;

        void EndRow()
        {
            if (fields.Count > 0 || field.Length > 0)
            {
                fields.Add(field.ToString());
                rows.Add((rowLine, fields));
            }

            fields = [];
            field.Clear();
            rowLine = line;
        }
    }
}
