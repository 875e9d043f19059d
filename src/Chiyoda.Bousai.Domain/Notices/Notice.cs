using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Domain.Notices;

/// <summary>A notice that left the house: what the public reads now. It exists from its first release on and is never deleted.</summary>
public sealed class Notice
{
    private Notice()
    {
    }

    /// <summary>Its identity, given by whoever wrote it.</summary>
    public Guid Id { get; private set; }

    /// <summary>Published, or withdrawn. That it ran out is no state: the clock says it, and nothing is sent by it.</summary>
    public NoticeState State { get; private set; }

    /// <summary>Grows with each released edition.</summary>
    public int Version { get; private set; }

    /// <summary>What it says.</summary>
    public NoticeContent Content { get; private set; } = null!;

    /// <summary>The end of its time, as the content has it: what the database is asked by.</summary>
    public DateTimeOffset ValidUntil { get; private set; }

    /// <summary>The edition that it rests on.</summary>
    public Guid EditionId { get; private set; }

    /// <summary>Why it was corrected or withdrawn last; empty when it never was.</summary>
    public string Reason { get; private set; } = string.Empty;

    /// <summary>When it went out first.</summary>
    public DateTimeOffset PublishedAt { get; private set; }

    /// <summary>When the present edition went out; equal to <see cref="PublishedAt"/> for the first.</summary>
    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>How it stands at a moment. That its time is over sends nothing.</summary>
    /// <param name="at">The moment.</param>
    /// <returns>Current, expired or withdrawn.</returns>
    public NoticeStanding StandingAt(DateTimeOffset at) =>
        State == NoticeState.Withdrawn ? NoticeStanding.Withdrawn : at < ValidUntil ? NoticeStanding.Current : NoticeStanding.Expired;

    /// <summary>When it ceased to be current.</summary>
    /// <param name="at">Now.</param>
    /// <returns>The moment of its withdrawal, or the end of its time; <see langword="null"/> while it is current.</returns>
    public DateTimeOffset? EndedAt(DateTimeOffset at) => StandingAt(at) switch
    {
        NoticeStanding.Current => null,
        NoticeStanding.Expired => ValidUntil,
        _ => UpdatedAt,
    };

    /// <summary>What a released edition makes of it.</summary>
    /// <param name="notice">The notice before; <see langword="null"/> for an issue.</param>
    /// <param name="edition">The edition, in state Released.</param>
    /// <returns>The notice after it, or <c>notices.ended</c>, <c>notices.changed</c> (another edition was released since it was asked).</returns>
    /// <exception cref="InvalidOperationException">The edition is not released, or not of this notice.</exception>
    public static Outcome<Notice> Apply(Notice? notice, NoticeEdition edition)
    {
        ArgumentNullException.ThrowIfNull(edition);
        if (edition is not { State: NoticeEditionState.Released, ReleasedAt: { } at } || (notice is null) != (edition.Act == NoticeAct.Issue) || (notice is not null && notice.Id != edition.NoticeId))
        {
            throw new InvalidOperationException("Only a released edition of this notice changes it.");
        }

        if (notice is { State: NoticeState.Withdrawn })
        {
            return NoticeRefusals.Ended;
        }

        if (notice is not null && notice.Version != edition.NoticeVersion)
        {
            return NoticeRefusals.Changed;
        }

        notice ??= new Notice { Id = edition.NoticeId, PublishedAt = at };
        notice.State = edition.Act == NoticeAct.Withdraw ? NoticeState.Withdrawn : NoticeState.Published;
        notice.Content = edition.Content;
        notice.ValidUntil = edition.Content.ValidUntil;
        notice.EditionId = edition.Id;
        notice.Reason = edition.Reason;
        notice.UpdatedAt = at;
        notice.Version++;
        return notice;
    }
}

/// <summary>Whether a notice stands.</summary>
public enum NoticeState
{
    /// <summary>It stands until its time is over.</summary>
    Published,

    /// <summary>取下げ: it was taken back, and says so.</summary>
    Withdrawn,
}

/// <summary>How a notice stands at a moment, for whoever reads it.</summary>
public enum NoticeStanding
{
    /// <summary>It holds.</summary>
    Current,

    /// <summary>Its time is over.</summary>
    Expired,

    /// <summary>It was taken back.</summary>
    Withdrawn,
}
