using System.Text;

namespace Chiyoda.Bousai.Hub.Tests.Contracts;

/// <summary>Two texts line by line, as a reviewer reads them: what went, what came, and two lines around it.</summary>
internal static class LineDifference
{
    private const int Around = 2;
    private const int MostLines = 120;

    public static string Of(string old, string present)
    {
        var lines = Compare(old.Split('\n'), present.Split('\n'));
        var shown = new StringBuilder();
        var last = -1;
        var count = 0;
        for (var i = 0; i < lines.Count && count < MostLines; i++)
        {
            var near = Enumerable.Range(i - Around, (2 * Around) + 1).Any(at => at >= 0 && at < lines.Count && lines[at].Mark != ' ');
            if (!near)
            {
                continue;
            }

            shown.Append(last >= 0 && last != i - 1 ? "   ⋮\n" : string.Empty).Append(lines[i].Mark).Append(' ').Append(lines[i].Text).Append('\n');
            (last, count) = (i, count + 1);
        }

        return count == MostLines ? $"{shown}   ⋮ (more)\n" : shown.ToString();
    }

    /// <summary>The longest common subsequence, after what is alike at both ends is set aside.</summary>
    private static List<(char Mark, string Text)> Compare(string[] old, string[] present)
    {
        var head = old.Zip(present).TakeWhile(pair => pair.First == pair.Second).Count();
        var tail = old.Skip(head).Reverse().Zip(present.Skip(head).Reverse()).TakeWhile(pair => pair.First == pair.Second).Count();
        var (a, b) = (old[head..^tail], present[head..^tail]);
        var longest = new int[a.Length + 1, b.Length + 1];
        for (var i = a.Length - 1; i >= 0; i--)
        {
            for (var j = b.Length - 1; j >= 0; j--)
            {
                longest[i, j] = a[i] == b[j] ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);
            }
        }

        var lines = new List<(char Mark, string Text)>(old[..head].Select(line => (' ', line)));
        var (x, y) = (0, 0);
        while (x < a.Length || y < b.Length)
        {
            lines.Add(x < a.Length && y < b.Length && a[x] == b[y] ? (' ', b[y])
                : y == b.Length || (x < a.Length && longest[x + 1, y] >= longest[x, y + 1]) ? ('−', a[x])
                : ('+', b[y]));
            x += lines[^1].Mark != '+' ? 1 : 0;
            y += lines[^1].Mark != '−' ? 1 : 0;
        }

        lines.AddRange(old[(old.Length - tail)..].Select(line => (' ', line)));
        return lines;
    }
}
