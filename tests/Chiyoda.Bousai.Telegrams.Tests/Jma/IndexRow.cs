using System.Text;

namespace Chiyoda.Bousai.Telegrams.Tests.Jma;

/// <summary>One line of <c>jma/INDEX.csv</c>: what a telegram says by its own envelope, listed independently of this program.</summary>
internal sealed record IndexRow(IReadOnlyDictionary<string, string> Columns)
{
    public string this[string column] => Columns[column];

    public static IReadOnlyList<IndexRow> All { get; } = Load();

    private static List<IndexRow> Load()
    {
        var lines = File.ReadAllLines(SharedData.Path("jma/INDEX.csv"), Encoding.UTF8);
        var names = Split(lines[0]);
        return [.. lines.Skip(1).Where(line => line.Length > 0).Select(line =>
            new IndexRow(names.Zip(Split(line)).ToDictionary(pair => pair.First, pair => pair.Second)))];
    }

    private static List<string> Split(string line)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var isQuoted = false;
        foreach (var c in line.TrimStart('\uFEFF'))
        {
            switch (c)
            {
                case '"': isQuoted = !isQuoted; break;
                case ',' when !isQuoted: fields.Add(field.ToString()); field.Clear(); break;
                default: field.Append(c); break;
            }
        }

        fields.Add(field.ToString());
        return fields;
    }
}
