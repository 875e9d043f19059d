using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Domain.Facilities;

/// <summary>One facility to be called in one round. Its numbers stay in the register: they are never copied.</summary>
public sealed class FacilityCall
{
    /// <summary>Characters of a note.</summary>
    public const int MaxNote = 200;

    private FacilityCall()
    {
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The round.</summary>
    public Guid ListId { get; private set; }

    /// <summary>Id in the register; unique within the round.</summary>
    public string FacilityId { get; private set; } = string.Empty;

    /// <summary>Name as it was when the round began.</summary>
    public string Name { get; private set; } = string.Empty;

    /// <summary>Kind as it was then.</summary>
    public FacilityKind Kind { get; private set; }

    /// <summary>町丁目 as it was then.</summary>
    public AreaCode Area { get; private set; }

    /// <summary>1 when listed; one more with each step.</summary>
    public int Version { get; private set; }

    /// <summary>How far it is.</summary>
    public CallState State { get; private set; }

    /// <summary>How often somebody tried.</summary>
    public int Tries { get; private set; }

    /// <summary>When the present state was noted; <see langword="null"/> before the first try.</summary>
    public DateTimeOffset? NotedAt { get; private set; }

    /// <summary>Who noted it; empty before.</summary>
    public string NotedBy { get; private set; } = string.Empty;

    /// <summary>What was said at the last step; empty when nothing.</summary>
    public string Note { get; private set; } = string.Empty;

    /// <summary>Puts a facility on a round.</summary>
    /// <param name="id">New identity.</param>
    /// <param name="listId">The round.</param>
    /// <param name="facility">The facility.</param>
    /// <returns>A call that nobody has made.</returns>
    public static FacilityCall List(Guid id, Guid listId, Facility facility)
    {
        ArgumentNullException.ThrowIfNull(facility);
        return new FacilityCall
        {
            Id = id,
            ListId = listId,
            FacilityId = facility.Id,
            Name = facility.Name,
            Kind = facility.Kind,
            Area = facility.Area,
            Version = 1,
            State = CallState.NotCalled,
        };
    }

    /// <summary>Notes what came of a call. Any state may follow any other: a person puts right what was noted wrongly.</summary>
    /// <param name="version">The version that the person saw.</param>
    /// <param name="state">The state from now on. 不在 may follow 不在: tried again.</param>
    /// <param name="note">What was said, at most <see cref="MaxNote"/> characters; may be empty.</param>
    /// <param name="by">Who notes it.</param>
    /// <param name="at">Now.</param>
    /// <returns>This, or <c>facilities.stale-version</c>, <c>facilities.nothing-changes</c> (the same state again, other than 不在, without a
    /// note), <c>facilities.note-too-long</c>.</returns>
    public Outcome<FacilityCall> Take(int version, CallState state, string note, string by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(note);
        if (version != Version)
        {
            return FacilitiesRefusals.StaleVersion;
        }

        var said = note.Trim();
        if (said.Length > MaxNote)
        {
            return FacilitiesRefusals.NoteTooLong;
        }

        if (state == State && state != CallState.Absent && (said.Length == 0 || said == Note))
        {
            return FacilitiesRefusals.NothingChanges;
        }

        Tries += state is CallState.Reached or CallState.Absent ? 1 : 0;
        State = state;
        Note = said;
        NotedBy = by;
        NotedAt = at;
        Version++;
        return this;
    }
}
