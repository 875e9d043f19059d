using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Evacuation;

namespace Chiyoda.Bousai.Domain.Notices;

/// <summary>
/// One act on a notice on its way: written by one person, let out by another (二人確認). Submitting it is the decision of the person in
/// charge; no holder of authority is needed, since a notice orders nothing.
/// </summary>
public sealed class NoticeEdition
{
    /// <summary>The author of what a criterion proposed.</summary>
    public static readonly Guid NoAuthor = Guid.Empty;

    private NoticeEdition()
    {
    }

    /// <summary>The message; the first part of its effect key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The notice.</summary>
    public Guid NoticeId { get; private set; }

    /// <summary>What it does once released.</summary>
    public NoticeAct Act { get; private set; }

    /// <summary>What the notice says after it; of a withdrawal what is withdrawn.</summary>
    public NoticeContent Content { get; private set; } = null!;

    /// <summary>What is told to devices: the content with what is done to it, in each language that may be served.</summary>
    public IReadOnlyList<NoticeText> Told { get; private set; } = [];

    /// <summary>Why it is corrected or withdrawn, for the public; empty for an issue.</summary>
    public string Reason { get; private set; } = string.Empty;

    /// <summary>The version of the notice that it was asked on; 0 for an issue.</summary>
    public int NoticeVersion { get; private set; }

    /// <summary>Where it stands.</summary>
    public NoticeEditionState State { get; private set; }

    /// <summary>Grows with each step.</summary>
    public int Version { get; private set; }

    /// <summary>Who wrote it; <see cref="NoAuthor"/> when a criterion proposed it.</summary>
    public Guid AuthorId { get; private set; }

    /// <summary>The criterion that proposed it, as it was met; empty when a person wrote it.</summary>
    public IReadOnlyList<CriterionEvidence> Grounds { get; private set; } = [];

    /// <summary>When it was written.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When somebody last had it in hand: an edition that nobody touches for a day dies.</summary>
    public DateTimeOffset TouchedAt { get; private set; }

    /// <summary>Who stands behind it.</summary>
    public Guid? SubmitterId { get; private set; }

    /// <summary>When it was submitted last.</summary>
    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>The second person.</summary>
    public Guid? ReleaserId { get; private set; }

    /// <summary>When it was let out.</summary>
    public DateTimeOffset? ReleasedAt { get; private set; }

    /// <summary>What the releaser was asked again and confirmed.</summary>
    public IReadOnlyList<Caution> Confirmed { get; private set; } = [];

    /// <summary>The releaser's words to it.</summary>
    public string ConfirmedWords { get; private set; } = string.Empty;

    /// <summary>Why it was returned or discarded; empty otherwise.</summary>
    public string Note { get; private set; } = string.Empty;

    /// <summary>Whether a criterion proposed it and nobody touched it since: it stands as it was written.</summary>
    public bool IsProposed => State == NoticeEditionState.Draft && AuthorId == NoAuthor && Version == 1;

    /// <summary>Whether somebody has still to do something with it.</summary>
    public bool IsOpen => State is NoticeEditionState.Draft or NoticeEditionState.Submitted or NoticeEditionState.Returned;

    /// <summary>A person writes a new notice.</summary>
    /// <param name="id">New identity of the edition.</param>
    /// <param name="noticeId">Identity of the notice, the caller's own.</param>
    /// <param name="content">What it says; sound by <see cref="NoticeRules"/>.</param>
    /// <param name="told">The same as it is told.</param>
    /// <param name="personId">The person.</param>
    /// <param name="at">Now.</param>
    /// <returns>A draft.</returns>
    public static NoticeEdition Write(Guid id, Guid noticeId, NoticeContent content, IReadOnlyList<NoticeText> told, Guid personId, DateTimeOffset at) =>
        New(id, noticeId, content, told, personId, at);

    /// <summary>A criterion proposes a notice. It has no author: whoever submits it stands behind it.</summary>
    /// <param name="id">New identity of the edition.</param>
    /// <param name="noticeId">New identity of the notice.</param>
    /// <param name="content">What it says; sound by <see cref="NoticeRules"/>.</param>
    /// <param name="told">The same as it is told.</param>
    /// <param name="ground">The criterion as it was met.</param>
    /// <param name="at">Now.</param>
    /// <returns>A draft.</returns>
    public static NoticeEdition Propose(Guid id, Guid noticeId, NoticeContent content, IReadOnlyList<NoticeText> told, CriterionEvidence ground, DateTimeOffset at)
    {
        var edition = New(id, noticeId, content, told, NoAuthor, at);
        edition.Grounds = [ground];
        return edition;
    }

    private static NoticeEdition New(Guid id, Guid noticeId, NoticeContent content, IReadOnlyList<NoticeText> told, Guid personId, DateTimeOffset at) => new()
    {
        Id = id,
        NoticeId = noticeId,
        Act = NoticeAct.Issue,
        Content = content,
        Told = told,
        State = NoticeEditionState.Draft,
        Version = 1,
        AuthorId = personId,
        CreatedAt = at,
        TouchedAt = at,
    };

    /// <summary>A person asks to correct or to withdraw a notice; who asks submits.</summary>
    /// <param name="id">New identity of the edition.</param>
    /// <param name="notice">The notice.</param>
    /// <param name="version">The version of it that the person saw.</param>
    /// <param name="act"><see cref="NoticeAct.Correct"/> or <see cref="NoticeAct.Withdraw"/>.</param>
    /// <param name="content">What it says after a correction; what is withdrawn otherwise.</param>
    /// <param name="told">What is told.</param>
    /// <param name="reason">Why, for the public; not blank.</param>
    /// <param name="personId">The person.</param>
    /// <param name="at">Now.</param>
    /// <returns>A submitted edition, or <c>notices.stale-version</c>, <c>notices.ended</c>, <c>notices.reason-missing</c>,
    /// <c>notices.nothing-changes</c>.</returns>
    public static Outcome<NoticeEdition> ToChange(
        Guid id, Notice notice, int version, NoticeAct act, NoticeContent content, IReadOnlyList<NoticeText> told, string reason, Guid personId, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(notice);
        ArgumentNullException.ThrowIfNull(content);
        ArgumentOutOfRangeException.ThrowIfEqual((int)act, (int)NoticeAct.Issue);
        if (version != notice.Version)
        {
            return NoticeRefusals.StaleVersion;
        }

        if (notice.State == NoticeState.Withdrawn)
        {
            return NoticeRefusals.Ended;
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return NoticeRefusals.ReasonMissing;
        }

        if (act == NoticeAct.Correct && content.SaysTheSameAs(notice.Content) && content.ValidUntil == notice.Content.ValidUntil)
        {
            return NoticeRefusals.NothingChanges;
        }

        var edition = Write(id, notice.Id, content, told, personId, at);
        edition.Act = act;
        edition.Reason = reason.Trim();
        edition.NoticeVersion = notice.Version;
        edition.State = NoticeEditionState.Submitted;
        edition.SubmitterId = personId;
        edition.SubmittedAt = at;
        return edition;
    }

    /// <summary>Changes what a draft says.</summary>
    /// <param name="version">The version that the person saw.</param>
    /// <param name="content">What it says now.</param>
    /// <param name="told">What is told.</param>
    /// <param name="at">Now.</param>
    /// <returns>This, or <c>notices.withdrawal-not-revisable</c>, <c>notices.stale-version</c>, or a refusal of the table.</returns>
    public Outcome<NoticeEdition> Revise(int version, NoticeContent content, IReadOnlyList<NoticeText> told, DateTimeOffset at)
    {
        if (Act == NoticeAct.Withdraw)
        {
            return NoticeRefusals.WithdrawalNotRevisable;
        }

        return Take(version, NoticeStep.Revise, at, () =>
        {
            Content = content;
            Told = told;
        });
    }

    /// <summary>A person stands behind it and asks for the second look.</summary>
    /// <param name="version">The version that the person saw.</param>
    /// <param name="personId">The person.</param>
    /// <param name="at">Now.</param>
    /// <returns>This, or <c>notices.expired</c>, <c>notices.stale-version</c>, or a refusal of the table.</returns>
    public Outcome<NoticeEdition> Submit(int version, Guid personId, DateTimeOffset at) =>
        IsOpen && IsTooLate(at) ? NoticeRefusals.Expired : Take(version, NoticeStep.Submit, at, () => (SubmitterId, SubmittedAt, Note) = (personId, at, string.Empty));

    /// <summary>The second person sends it back.</summary>
    /// <param name="version">The version that the person saw.</param>
    /// <param name="reason">Why; not blank.</param>
    /// <param name="at">Now.</param>
    /// <returns>This, or <c>notices.reason-missing</c>, <c>notices.stale-version</c>, or a refusal of the table.</returns>
    public Outcome<NoticeEdition> Return(int version, string reason, DateTimeOffset at) => TakeWithReason(version, NoticeStep.Return, reason, at);

    /// <summary>Drops it. Nothing is sent, whatever was in it.</summary>
    /// <param name="version">The version that the person saw.</param>
    /// <param name="reason">Why; not blank.</param>
    /// <param name="at">Now.</param>
    /// <returns>This, or <c>notices.reason-missing</c>, <c>notices.stale-version</c>, or a refusal of the table.</returns>
    public Outcome<NoticeEdition> Discard(int version, string reason, DateTimeOffset at) => TakeWithReason(version, NoticeStep.Discard, reason, at);

    /// <summary>A second person looked at areas, text and time, and lets it out.</summary>
    /// <param name="version">The version that the person saw.</param>
    /// <param name="personId">The person.</param>
    /// <param name="confirmed">What was asked again and is confirmed.</param>
    /// <param name="words">The person's words to it; may be empty.</param>
    /// <param name="at">Now.</param>
    /// <returns>This, or <c>notices.releaser-is-submitter</c>, <c>notices.expired</c>, <c>notices.stale-version</c>, or a refusal of the table.</returns>
    public Outcome<NoticeEdition> Release(int version, Guid personId, IReadOnlyList<Caution> confirmed, string words, DateTimeOffset at)
    {
        if (State == NoticeEditionState.Submitted && personId == SubmitterId)
        {
            return NoticeRefusals.ReleaserIsSubmitter;
        }

        return State == NoticeEditionState.Submitted && IsTooLate(at)
            ? NoticeRefusals.Expired
            : Take(version, NoticeStep.Release, at, () =>
            {
                ReleaserId = personId;
                ReleasedAt = at;
                Confirmed = confirmed;
                ConfirmedWords = words.Trim();
            });
    }

    // What is withdrawn may have run out long ago: those who got it must still hear that it was wrong.
    private bool IsTooLate(DateTimeOffset at) => Act != NoticeAct.Withdraw && Content.ValidUntil <= at;

    private Outcome<NoticeEdition> TakeWithReason(int version, NoticeStep step, string reason, DateTimeOffset at) =>
        string.IsNullOrWhiteSpace(reason) ? NoticeRefusals.ReasonMissing : Take(version, step, at, () => Note = reason.Trim());

    private Outcome<NoticeEdition> Take(int version, NoticeStep step, DateTimeOffset at, Action change)
    {
        if (!NoticeLifecycle.Next(State, step).TryGet(out var next, out var refusal))
        {
            return refusal;
        }

        if (version != Version)
        {
            return NoticeRefusals.StaleVersion;
        }

        change();
        State = next;
        TouchedAt = at;
        Version++;
        return this;
    }
}
