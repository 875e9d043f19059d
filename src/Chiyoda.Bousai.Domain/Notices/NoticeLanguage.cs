using Chiyoda.Bousai.Domain.Evacuation.Messages;

namespace Chiyoda.Bousai.Domain.Notices;

/// <summary>Everything that notices say in one language, from <c>messages/&lt;language&gt;/notices.json</c>.</summary>
public sealed record NoticeLanguage
{
    /// <summary>Language tag.</summary>
    public required string Language { get; init; }

    /// <summary>Who checked the sentences; <see langword="null"/> when nobody has.</summary>
    public required string? CheckedBy { get; init; }

    /// <summary>Whether it has official words of its own and borrows its sentences, English and Japanese, visibly.</summary>
    public bool IsComposed { get; init; }

    /// <summary>Format of the moment of the release.</summary>
    public required string TimeFormat { get; init; }

    /// <summary>What is done to a notice, around what it says. Slots: <c>ward</c>, <c>time</c>, <c>title</c>, <c>body</c>; in Japanese <c>reason</c> too.</summary>
    public required IReadOnlyDictionary<NoticeAct, NoticeWording> Acts { get; init; }

    /// <summary>What the usual notices say, by template.</summary>
    public required IReadOnlyDictionary<string, NoticeWording> Templates { get; init; }

    /// <summary>The words of the public pages.</summary>
    public required NoticePageWords Page { get; init; }
}

/// <summary>The words around notices on public pages, in one language.</summary>
/// <param name="Heading">区のお知らせ.</param>
/// <param name="NotAnOrder">That a notice is not an order.</param>
/// <param name="None">That there is none; slot <c>ward</c>.</param>
/// <param name="All">The link to all of them.</param>
/// <param name="Published">Slot <c>time</c>.</param>
/// <param name="Corrected">Slot <c>time</c>.</param>
/// <param name="Until">Until when it is shown; slot <c>time</c>.</param>
/// <param name="WholeWard">Slot <c>ward</c>.</param>
/// <param name="AreasCount">Slot <c>count</c>.</param>
/// <param name="Source">Slot <c>ward</c>.</param>
/// <param name="Ended">Heading over those that are not current any more.</param>
/// <param name="Expired">That its time is over; slot <c>time</c>.</param>
/// <param name="Withdrawn">That it was taken back; slot <c>time</c>.</param>
/// <param name="Reason">Label of the reason, which is in Japanese.</param>
/// <param name="OtherLanguage">That the words are in another language than the page.</param>
/// <param name="Step">What is asked where people subscribe.</param>
/// <param name="Wishes">The answers, by wish: usual, all, none.</param>
/// <param name="Categories">What the categories are called.</param>
public sealed record NoticePageWords(
    string Heading, string NotAnOrder, MessageText None, string All, MessageText Published, MessageText Corrected, MessageText Until,
    MessageText WholeWard, MessageText AreasCount, MessageText Source, string Ended, MessageText Expired, MessageText Withdrawn, string Reason,
    string OtherLanguage, string Step, IReadOnlyDictionary<string, string> Wishes, IReadOnlyDictionary<NoticeCategory, string> Categories);
