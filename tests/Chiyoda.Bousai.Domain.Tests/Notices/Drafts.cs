using Chiyoda.Bousai.Domain.Notices;

namespace Chiyoda.Bousai.Domain.Tests.Notices;

/// <summary>Editions of notices in every state, by two people.</summary>
internal static class Drafts
{
    public static readonly DateTimeOffset At = new(2026, 9, 11, 14, 0, 0, TimeSpan.FromHours(9));

    public static readonly Guid Author = Guid.Parse("00000000-0000-7000-8000-00000000000a");

    public static readonly Guid Second = Guid.Parse("00000000-0000-7000-8000-00000000000b");

    public static NoticeContent Content(
        NoticeCategory category = NoticeCategory.ShelterOpening, string body = "区民館に避難所を開きました。", DateTimeOffset? until = null, params string[] areas) => new(
        category, "shelter-opening", new Dictionary<string, string>(StringComparer.Ordinal) { ["shelter"] = "区民館" },
        areas.Length == 0 ? ["1", "2"] : areas, until ?? At.AddHours(24), [new NoticeText("ja", "避難所を開きました", body, "H:mm"), new NoticeText("en", "A shelter is open", "At Kuminkan.", "H:mm")]);

    public static IReadOnlyList<NoticeText> Told(string title = "区のお知らせ 避難所を開きました") => [new NoticeText("ja", title, $"区（{NoticeText.TimeSlot}）開きました。", "H:mm")];

    public static NoticeEdition In(NoticeEditionState state, NoticeContent? content = null)
    {
        var edition = NoticeEdition.Write(Guid.NewGuid(), Guid.NewGuid(), content ?? Content(), Told(), Author, At);
        return state switch
        {
            NoticeEditionState.Draft => edition,
            NoticeEditionState.Submitted => Done(edition.Submit(1, Author, At)),
            NoticeEditionState.Returned => Done(In(NoticeEditionState.Submitted, content).Return(2, "時刻が違う", At)),
            NoticeEditionState.Discarded => Done(edition.Discard(1, "不要", At)),
            _ => Done(In(NoticeEditionState.Submitted, content).Release(2, Second, [], string.Empty, At)),
        };
    }

    public static Notice Published(NoticeContent? content = null) => Done(Notice.Apply(null, In(NoticeEditionState.Released, content)));

    /// <summary>A correction or withdrawal of a notice, submitted by the author.</summary>
    public static NoticeEdition Change(Notice notice, NoticeAct act, NoticeContent? content = null) =>
        Done(NoticeEdition.ToChange(Guid.NewGuid(), notice, notice.Version, act, content ?? notice.Content, Told(), "場所の誤り", Author, At));

    public static T Done<T>(Domain.Common.Outcome<T> outcome)
        where T : notnull => outcome.TryGet(out var value, out var refusal) ? value : throw new Xunit.Sdk.XunitException(refusal.Code);

    public static string Code<T>(Domain.Common.Outcome<T> outcome)
        where T : notnull => outcome.TryGet(out _, out var refusal) ? "done" : refusal.Code;
}
