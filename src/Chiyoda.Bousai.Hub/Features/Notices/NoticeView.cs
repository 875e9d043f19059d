using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Notices;

namespace Chiyoda.Bousai.Hub.Features.Notices;

/// <summary>A notice as everybody reads it. It is no order.</summary>
/// <param name="Id">Stays the same when the notice is corrected.</param>
/// <param name="Version">Grows with every act on it.</param>
/// <param name="State">Current is the only one that holds.</param>
/// <param name="Category">What it is about.</param>
/// <param name="Areas">Area codes of the ward pack, or * alone for the whole ward.</param>
/// <param name="Texts">What it says, in each language that is served.</param>
/// <param name="Reason">Why it was corrected or withdrawn last, in Japanese; empty when it never was.</param>
/// <param name="PublishedAt">When it went out first.</param>
/// <param name="UpdatedAt">When its present version went out.</param>
/// <param name="ValidUntil">Until when it holds.</param>
/// <param name="EndedAt">When it ceased to hold; null while it does.</param>
public sealed record NoticeView(
    Guid Id,
    int Version,
    NoticeStanding State,
    NoticeCategory Category,
    IReadOnlyList<string> Areas,
    IReadOnlyList<NoticeTextView> Texts,
    string Reason,
    DateTimeOffset PublishedAt,
    DateTimeOffset UpdatedAt,
    DateTimeOffset ValidUntil,
    DateTimeOffset? EndedAt)
{
    public static NoticeView Of(Notice notice, DateTimeOffset now) => new(
        notice.Id,
        notice.Version,
        notice.StandingAt(now),
        notice.Content.Category,
        notice.Content.Areas,
        NoticeTextView.Of(notice.Content.Texts),
        notice.Reason,
        notice.PublishedAt,
        notice.UpdatedAt,
        notice.ValidUntil,
        notice.EndedAt(now));
}

/// <summary>What is said in one language.</summary>
/// <param name="Language">Language tag.</param>
/// <param name="Title">The title.</param>
/// <param name="Body">The body; of what is told to devices {time} stands for the moment of the release.</param>
public sealed record NoticeTextView(string Language, string Title, string Body)
{
    public static IReadOnlyList<NoticeTextView> Of(IReadOnlyList<NoticeText> texts) =>
        [.. texts.Select(text => new NoticeTextView(text.Language, text.Title, text.Body))];
}

/// <summary>An act on a notice on its way, as staff programs read it.</summary>
/// <param name="Id">The message once it is out.</param>
/// <param name="NoticeId">The notice.</param>
/// <param name="Version">Named by every step: a step on an older version is refused.</param>
/// <param name="State">How far it is.</param>
/// <param name="Act">What it does once released.</param>
/// <param name="Category">What it is about.</param>
/// <param name="Template">The template that it was written from.</param>
/// <param name="Slots">What was filled in.</param>
/// <param name="Areas">Area codes of the ward pack, or * alone for the whole ward.</param>
/// <param name="ValidUntil">Until when it holds once it is out.</param>
/// <param name="Told">What is told to devices.</param>
/// <param name="Reason">Why it is corrected or withdrawn; empty for an issue.</param>
/// <param name="Note">Why it was returned or discarded.</param>
/// <param name="Grounds">The criterion that proposed it, as it was met; empty when a person wrote it.</param>
/// <param name="CreatedAt">When it was written.</param>
/// <param name="SubmittedAt">When it was submitted last.</param>
/// <param name="ReleasedAt">When it was let out.</param>
public sealed record NoticeEditionView(
    Guid Id,
    Guid NoticeId,
    int Version,
    NoticeEditionState State,
    NoticeAct Act,
    NoticeCategory Category,
    string Template,
    IReadOnlyDictionary<string, string> Slots,
    IReadOnlyList<string> Areas,
    DateTimeOffset ValidUntil,
    IReadOnlyList<NoticeTextView> Told,
    string Reason,
    string Note,
    IReadOnlyList<CriterionEvidence> Grounds,
    DateTimeOffset CreatedAt,
    DateTimeOffset? SubmittedAt,
    DateTimeOffset? ReleasedAt)
{
    public static NoticeEditionView Of(NoticeEdition edition) => new(
        edition.Id,
        edition.NoticeId,
        edition.Version,
        edition.State,
        edition.Act,
        edition.Content.Category,
        edition.Content.Template,
        edition.Content.Slots,
        edition.Content.Areas,
        edition.Content.ValidUntil,
        NoticeTextView.Of(edition.Told),
        edition.Reason,
        edition.Note,
        edition.Grounds,
        edition.CreatedAt,
        edition.SubmittedAt,
        edition.ReleasedAt);
}
