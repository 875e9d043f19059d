using System.ComponentModel.DataAnnotations;

namespace Chiyoda.Bousai.Infrastructure.Dissemination;

/// <summary>How pages of recipients are worked off. Section <c>Dissemination</c>.</summary>
public sealed class DispatchOptions
{
    /// <summary>Pages that this process works on at a time, 1–16.</summary>
    [Range(1, 16)]
    public int Workers { get; set; } = 4;

    /// <summary>How long a page belongs to a worker that is not heard, 5 s–1 min: a dead one's page is free after it.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "00:01:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Longest time between outcomes and their being written, 10 ms–1 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:00:01")]
    public TimeSpan FlushEvery { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Messages of a page that are out and not written down at most, 1–500: what a death can make go out a second time.</summary>
    [Range(1, DispatchPage.MaxRecipients)]
    public int FlushOutcomes { get; set; } = 100;

    /// <summary>Between two looks for what was left behind, 100 ms–10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:00:10")]
    public TimeSpan SweepEvery { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>When the process ends, how long messages in flight are waited for, 0–8 s. What has no answer by then goes out again with
    /// the next start, under the same topic.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:08")]
    public TimeSpan FinishWithin { get; set; } = TimeSpan.FromSeconds(4);

    /// <summary>A start that finds no sign of life for this long holds what is unfinished (design rule 10), 1 min–1 h.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "01:00:00")]
    public TimeSpan StaleAfter { get; set; } = TimeSpan.FromMinutes(10);
}
