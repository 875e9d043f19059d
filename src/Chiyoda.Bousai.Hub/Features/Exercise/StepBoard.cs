using System.Globalization;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Hub.Live;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Features.Exercise;

/// <summary>Prints each step of an exercise as it is recorded; what the hub did by itself with the time since what it answers: an
/// arrival, or the release of whatever was told. At the end the table of steps.</summary>
internal sealed class StepBoard(IServiceScopeFactory scopes) : IChronologyListener
{
    private const string Completed = "dissemination.completed";

    private readonly Lock _lock = new();

    private readonly List<Step> _steps = [];

    /// <summary>Steps are printed while a scenario runs; a hub without one is silent.</summary>
    public bool IsOn { get; set; }

    public Task BeginAsync(long last, long lastPublic, CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task HearAsync(IReadOnlyList<FollowedEntry> entries, CancellationToken cancellationToken)
    {
        if (!IsOn)
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BousaiDbContext>();
        var first = entries[0].Sequence;
        var last = entries[^1].Sequence;
        var rows = await (from entry in db.Chronology.AsNoTracking()
                          join payload in db.EntryPayloads.AsNoTracking() on entry.Sequence equals payload.Sequence
                          where entry.Sequence >= first && entry.Sequence <= last
                          orderby entry.Sequence
                          select new { entry.Kind, entry.SubjectId, entry.ReceivedAt, entry.RecordedAt, payload }).ToListAsync(cancellationToken);

        // A dispatch is written with the release that it tells: of an order, whatever was done to it, of a notice or of a relay.
        var told = rows.Where(row => row.Kind == Completed).Select(row => row.SubjectId).ToList();
        var releases = told.Count == 0
            ? []
            : await db.Dispatches.AsNoTracking().Where(dispatch => told.Contains(dispatch.Id))
                .ToDictionaryAsync(dispatch => dispatch.Id, dispatch => dispatch.CreatedAt, cancellationToken);
        foreach (var row in rows)
        {
            var since = row.Kind == Completed && releases.TryGetValue(row.SubjectId, out var releasedAt) ? releasedAt : row.ReceivedAt ?? row.RecordedAt;
            Add(new Step(row.Kind, row.payload.ReadText().Summary, since, row.RecordedAt));
        }
    }

    /// <summary>A step that is no entry, for example the first message that a push service took.</summary>
    public void Add(Step step)
    {
        lock (_lock)
        {
            var line = step with { Text = step.Text + Since(step) };
            _steps.Add(line);
            ConsoleLine.Write(line.At, line.Text);
        }
    }

    /// <summary>For what the hub did by itself: how long after the arrival or the release that it answers. A person's step has no such time.</summary>
    private string Since(Step step) => step.Kind switch
    {
        "warnings.changed" or "evacuation.proposed" when Arrival() is { } telegram => $" → 受信から {Took(step.At - telegram.SinceAt)}",
        Completed => $" → 発信から {Took(step.At - step.SinceAt)}",
        _ => string.Empty,
    };

    private Step? Arrival() => _steps.FindLast(step => step.Kind == "feeds.telegram-received");

    /// <summary>The steps, their times, and what passed between them.</summary>
    public string Table()
    {
        lock (_lock)
        {
            return string.Concat(_steps.Select((step, index) => string.Create(
                CultureInfo.InvariantCulture,
                $"{index + 1,4}  {step.At.ToJapan():HH:mm:ss.fff}  +{(index == 0 ? TimeSpan.Zero : step.At - _steps[index - 1].At).TotalMilliseconds,9:0} ms  {step.Kind,-28}  {step.Text}{Environment.NewLine}")));
        }
    }

    private static string Took(TimeSpan time) => time < TimeSpan.FromSeconds(10)
        ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0} ms")
        : string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s");
}

/// <summary>One step of an exercise.</summary>
/// <param name="Kind">Kind of the entry.</param>
/// <param name="Text">Its line.</param>
/// <param name="SinceAt">When its ground came in, or what it tells was released.</param>
/// <param name="At">When it was recorded.</param>
internal sealed record Step(string Kind, string Text, DateTimeOffset SinceAt, DateTimeOffset At);
