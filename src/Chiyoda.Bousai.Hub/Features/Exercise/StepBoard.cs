using System.Globalization;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Hub.Live;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Features.Exercise;

/// <summary>Prints each step of an exercise as it is recorded; what the hub did by itself with the time since what it answers: an
/// arrival or an act of a person. At the end the table of steps.</summary>
internal sealed class StepBoard(IServiceScopeFactory scopes) : IChronologyListener
{
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
                          select new { entry.Kind, entry.ReceivedAt, entry.RecordedAt, payload }).ToListAsync(cancellationToken);
        foreach (var row in rows)
        {
            Add(new Step(row.Kind, row.payload.ReadText().Summary, row.ReceivedAt ?? row.RecordedAt, row.RecordedAt));
        }
    }

    /// <summary>A step that is no entry, for example the first message that a push service took.</summary>
    public void Add(Step step)
    {
        lock (_lock)
        {
            _steps.Add(step);
            ConsoleLine.Write(step.At, step.Text + Since(step));
        }
    }

    /// <summary>For what the hub did by itself: how long after the arrival or the release that it answers. A person's step has no such time.</summary>
    private string Since(Step step) => step.Kind switch
    {
        "warnings.changed" or "evacuation.proposed" when Last("feeds.telegram-received") is { } telegram => $" → 受信から {Took(step.At - telegram.ReceivedAt)}",
        "dissemination.completed" when Last("evacuation.order-issued", "evacuation.order-lifted") is { } release => $" → 発信から {Took(step.At - release.At)}",
        _ => string.Empty,
    };

    private Step? Last(params IEnumerable<string> kinds) => _steps.FindLast(step => kinds.Contains(step.Kind));

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
/// <param name="ReceivedAt">When its ground came in.</param>
/// <param name="At">When it was recorded.</param>
internal sealed record Step(string Kind, string Text, DateTimeOffset ReceivedAt, DateTimeOffset At);
