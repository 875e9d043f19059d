using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Domain.Shelters;

/// <summary>How a registered place is, by the last report about it. A place without one is unknown, not closed.</summary>
public sealed class ShelterStatus
{
    private ShelterStatus()
    {
    }

    /// <summary>Id in the register.</summary>
    public string ShelterId { get; private set; } = string.Empty;

    /// <summary>1 with the first report; one more with each.</summary>
    public int Version { get; private set; }

    /// <summary>Whether it takes people in.</summary>
    public ShelterOpening State { get; private set; }

    /// <summary>Free places, persons; <see langword="null"/> when not counted.</summary>
    public int? FreePersons { get; private set; }

    /// <summary>When it was so.</summary>
    public DateTimeOffset AsOf { get; private set; }

    /// <summary>The report.</summary>
    public ShelterReport Report => new(State, FreePersons, AsOf);

    /// <summary>Under what the chronology keeps a place of the register.</summary>
    /// <param name="shelterId">Id in the register.</param>
    /// <returns>The same on every node.</returns>
    public static Guid SubjectOf(string shelterId) => DerivedId.Of($"shelter/{shelterId}");

    /// <summary>A place of which nothing was reported yet.</summary>
    /// <param name="shelterId">Id in the register.</param>
    /// <returns>Version 0, to be given its first report at once.</returns>
    public static ShelterStatus Of(string shelterId) => new() { ShelterId = shelterId };

    /// <summary>Takes a report. The newest by its own time stands, in whatever order reports come.</summary>
    /// <param name="report">The report; free places count only while people are taken in.</param>
    /// <param name="now">Now.</param>
    /// <returns>Whether it says anything new, or <c>shelters.in-the-future</c> (over a minute; clocks on a wall differ),
    /// <c>shelters.older-report</c>, <c>shelters.too-many-free</c>.</returns>
    public Outcome<bool> Take(ShelterReport report, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(report);
        var free = report.State switch { ShelterOpening.Open => report.FreePersons, ShelterOpening.Full => 0, _ => null };
        if (report.AsOf > now.AddMinutes(1))
        {
            return ShelterRefusals.InTheFuture;
        }

        if (free is < 0 or > ShelterReport.MaxFreePersons)
        {
            return ShelterRefusals.TooManyFree;
        }

        if (Version > 0 && report.AsOf < AsOf)
        {
            return ShelterRefusals.OlderReport;
        }

        if (Version > 0 && Report == report with { FreePersons = free })
        {
            return false;
        }

        (State, FreePersons, AsOf) = (report.State, free, report.AsOf);
        Version++;
        return true;
    }
}
