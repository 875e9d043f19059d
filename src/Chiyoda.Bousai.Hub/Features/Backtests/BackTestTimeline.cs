using System.Globalization;
using Chiyoda.Bousai.Domain.Backtests;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.WardPacks;

namespace Chiyoda.Bousai.Hub.Features.Backtests;

/// <summary>A stretch of time as a drawing: hours along, a lane per criterion and set. Lengths are in units of the drawing.</summary>
/// <param name="Title">From when to when.</param>
/// <param name="Height">Height of the whole.</param>
/// <param name="Ticks">Where hours stand.</param>
/// <param name="Lanes">From top to bottom.</param>
internal sealed record BackTestTimeline(string Title, int Height, IReadOnlyList<BackTestTick> Ticks, IReadOnlyList<BackTestLane> Lanes)
{
    public const int Width = 1000;

    /// <summary>Stretches that are drawn; the table has them all.</summary>
    public const int MaxStretches = 12;

    private const int Left = 210;
    private const int Right = 80;
    private const int Top = 34;
    private const int RowHeight = 32;
    private const int MarkWidth = 100;
    private const int MaxTicks = 14;

    /// <summary>Hours without anything, after which another stretch begins.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromHours(12);

    private static readonly int[] Steps = [1, 2, 3, 6, 12, 24, 48, 96, 168];

    /// <summary>Draws the rows of a result.</summary>
    public static IReadOnlyList<BackTestTimeline> Of(WardPack pack, IReadOnlyList<BackTestRow> rows, bool hasTrial)
    {
        List<List<BackTestRow>> stretches = [];
        foreach (var row in rows)
        {
            if (stretches.Count == 0 || row.Happened.At - stretches[^1][^1].Happened.At > Pause)
            {
                stretches.Add([]);
            }

            stretches[^1].Add(row);
        }

        return [.. stretches.Take(MaxStretches).Select(stretch => Draw(pack, stretch, hasTrial))];
    }

    private static BackTestTimeline Draw(WardPack pack, List<BackTestRow> rows, bool hasTrial)
    {
        var from = Hour(rows[0].Happened.At);
        var step = Steps.FirstOrDefault(hours => (rows[^1].Happened.At - from).TotalHours / hours < MaxTicks - 1, Steps[^1]);
        var count = (int)((rows[^1].Happened.At - from).TotalHours / step) + 1;
        var until = from.AddHours(count * step);
        var top = Top;
        List<BackTestLane> lanes = [];
        foreach (var criterion in rows.Select(row => row.Happened.CriterionId).Distinct().OrderBy(id => Order(pack, id)))
        {
            foreach (var isTried in hasTrial ? new[] { false, true } : [false])
            {
                var lane = Lane(rows.Where(row => row.Happened.CriterionId == criterion && (isTried ? row.IsTried : row.IsPresent)), top, X);
                lanes.Add(new BackTestLane(criterion ?? "基準なし", !hasTrial ? string.Empty : isTried ? "試す基準" : "今の基準", top, lane.Height, lane.Marks));
                top += lane.Height;
            }
        }

        var ticks = Enumerable.Range(0, count + 1).Select(at => from.AddHours(at * step)).Select((at, index) => new BackTestTick(
            X(at), index == 0 || at.Hour == 0 || step >= 24 ? at.ToString("M/d H時", CultureInfo.InvariantCulture) : at.ToString("H時", CultureInfo.InvariantCulture)));
        return new BackTestTimeline(
            $"{rows[0].Happened.At.ToJapan().ToString("yyyy年M月d日 HH:mm", CultureInfo.InvariantCulture)} から {rows[^1].Happened.At.ToJapan().ToString("M月d日 HH:mm", CultureInfo.InvariantCulture)} まで",
            top + 6, [.. ticks], lanes);

        int X(DateTimeOffset at) => Left + (int)((at - from) / (until - from) * (Width - Left - Right));
    }

    private static (int Height, IReadOnlyList<BackTestMark> Marks) Lane(IEnumerable<BackTestRow> rows, int top, Func<DateTimeOffset, int> x)
    {
        List<int> ends = [];
        List<BackTestMark> marks = [];
        foreach (var row in rows)
        {
            var at = x(row.Happened.At);
            var line = ends.FindIndex(end => end <= at);
            if (line < 0)
            {
                line = ends.Count;
                ends.Add(0);
            }

            ends[line] = at + MarkWidth;
            marks.Add(new BackTestMark(row.Number, row.Happened.Kind, at, top + 4 + (line * RowHeight)));
        }

        return (Math.Max(1, ends.Count) * RowHeight, marks);
    }

    private static DateTimeOffset Hour(DateTimeOffset at)
    {
        var japan = at.ToJapan();
        return new DateTimeOffset(japan.Year, japan.Month, japan.Day, japan.Hour, 0, 0, JapanTime.Offset);
    }

    /// <summary>As in the pack; what no criterion covers last.</summary>
    private static int Order(WardPack pack, string? id) =>
        id is null ? int.MaxValue : pack.Criteria.TakeWhile(criterion => criterion.Id != id).Count();
}

/// <summary>An hour.</summary>
internal sealed record BackTestTick(int X, string Label);

/// <summary>What one criterion of one set did.</summary>
internal sealed record BackTestLane(string Criterion, string Set, int Top, int Height, IReadOnlyList<BackTestMark> Marks);

/// <summary>A mark: number, word and shape, told apart without colour and in print.</summary>
internal sealed record BackTestMark(int Number, BackTestEventKind Kind, int X, int Y)
{
    public string Word => BackTestWords.Of(Kind);

    public string Style => BackTestWords.StyleOf(Kind);

    public string Shape => BackTestWords.ShapeOf(Kind);
}
