using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Domain.Notices;

/// <summary>Every «no» of this capability, with its code.</summary>
public static class NoticeRefusals
{
    /// <summary>No such notice, and nothing on its way under this id.</summary>
    public static readonly Refusal Unknown = new(RefusalKind.Unknown, "notices.unknown", "そのお知らせは見つかりません。");

    /// <summary>The caller's id already stands for another notice.</summary>
    public static readonly Refusal IdTaken = new(
        RefusalKind.Conflict, "notices.id-taken", "この番号では、別の内容のお知らせがすでに作られています。新しい番号で作ってください。");

    /// <summary>No such template.</summary>
    public static readonly Refusal UnknownTemplate = new(RefusalKind.Invalid, "notices.unknown-template", "そのひな形はありません。一覧から選んでください。");

    /// <summary>A slot of the template is empty.</summary>
    public static readonly Refusal SlotMissing = new(RefusalKind.Invalid, "notices.slot-missing", "ひな形の空欄がすべて埋まっていません。");

    /// <summary>A slot that the template does not have.</summary>
    public static readonly Refusal UnknownSlot = new(RefusalKind.Invalid, "notices.unknown-slot", "このひな形にない項目が指定されています。");

    /// <summary>A slot over its length.</summary>
    public static readonly Refusal SlotTooLong = new(RefusalKind.Invalid, "notices.slot-too-long", "ひな形の空欄の文字数が上限を超えています。");

    /// <summary>No area, and not the whole ward.</summary>
    public static readonly Refusal AreasMissing = new(RefusalKind.Invalid, "notices.areas-missing", "対象の区域が選ばれていません。区内全域か、町丁目を選んでください。");

    /// <summary>An area that the ward does not have.</summary>
    public static readonly Refusal UnknownArea = new(RefusalKind.Invalid, "notices.unknown-area", "区域の一覧にない町丁目が指定されています。");

    /// <summary>The end of its time lies in the past, or too near.</summary>
    public static readonly Refusal ValidTooShort = new(
        RefusalKind.Invalid, "notices.valid-too-short", "掲載の期限は、今から15分より後にしてください。");

    /// <summary>The end of its time lies too far ahead.</summary>
    public static readonly Refusal ValidTooLong = new(
        RefusalKind.Invalid, "notices.valid-too-long", "掲載の期限は、14日以内にしてください。続くときは、その時点で新しいお知らせを出してください。");

    /// <summary>Words of an order: <see cref="OrderWordsIn"/> names them.</summary>
    public static readonly Refusal OrderWords = OrderWordsIn("避難指示");

    /// <summary>The step needs a submitted edition.</summary>
    public static readonly Refusal NotSubmitted = new(RefusalKind.Conflict, "notices.not-submitted", "提出されていないお知らせです。先に提出してください。");

    /// <summary>Submitted before.</summary>
    public static readonly Refusal AlreadySubmitted = new(RefusalKind.Conflict, "notices.already-submitted", "すでに提出されています。画面を更新してください。");

    /// <summary>A submitted edition is not revised.</summary>
    public static readonly Refusal ReturnFirst = new(RefusalKind.Conflict, "notices.return-first", "提出済みの内容は直せません。差し戻してから直してください。");

    /// <summary>It is out.</summary>
    public static readonly Refusal AlreadyReleased = new(
        RefusalKind.Conflict, "notices.already-released", "すでに発信されています。直すときは、訂正か取下げを行ってください。");

    /// <summary>Discarded.</summary>
    public static readonly Refusal Closed = new(RefusalKind.Conflict, "notices.closed", "この下書きは廃案になっています。一覧を更新してください。");

    /// <summary>The submitter asked to release (design rule 2).</summary>
    public static readonly Refusal ReleaserIsSubmitter = new(
        RefusalKind.Forbidden, "notices.releaser-is-submitter", "提出した本人は発信できません。ほかの発信権限者に確認を依頼してください。");

    /// <summary>Its time is over before it went out.</summary>
    public static readonly Refusal Expired = new(
        RefusalKind.Conflict, "notices.expired", "掲載の期限を過ぎています。差し戻して期限を直すか、廃案にしてください。");

    /// <summary>The notice is withdrawn.</summary>
    public static readonly Refusal Ended = new(RefusalKind.Conflict, "notices.ended", "このお知らせは取り下げられています。");

    /// <summary>The notice changed after this was asked.</summary>
    public static readonly Refusal Changed = new(
        RefusalKind.Conflict, "notices.changed", "提出のあとに、このお知らせの内容が変わりました。廃案にして、今の内容からやり直してください。");

    /// <summary>Another correction or withdrawal of it is on its way.</summary>
    public static readonly Refusal ChangeAlreadyAsked = new(
        RefusalKind.Conflict, "notices.change-already-asked", "このお知らせの訂正または取下げが、すでに提出されています。そちらを先に進めてください。");

    /// <summary>Return, discard, correction and withdrawal need words.</summary>
    public static readonly Refusal ReasonMissing = new(RefusalKind.Invalid, "notices.reason-missing", "理由を書いてください。");

    /// <summary>What is asked is what holds.</summary>
    public static readonly Refusal NothingChanges = new(RefusalKind.Invalid, "notices.nothing-changes", "今の内容と同じです。訂正することがありません。");

    /// <summary>A withdrawal has no text of its own.</summary>
    public static readonly Refusal WithdrawalNotRevisable = new(
        RefusalKind.Conflict, "notices.withdrawal-not-revisable", "取下げの内容は直せません。廃案にして、もう一度取下げを提出してください。");

    /// <summary>The request names an older version.</summary>
    public static readonly Refusal StaleVersion = new(
        RefusalKind.Conflict, "notices.stale-version", "ほかの人が先に更新しました。最新の内容を確かめてから、もう一度行ってください。");

    /// <summary>The whole ward at once.</summary>
    public static readonly Refusal WholeWard = new(
        RefusalKind.Conflict, "notices.whole-ward", "区内全域へのお知らせです。全域で間違いないことを確かめてから発信してください。")
    { Confirmations = ["wholeWard"] };

    /// <summary>The same went out within a minute.</summary>
    public static readonly Refusal DuplicateSend = new(
        RefusalKind.Conflict, "notices.duplicate-send", "同じお知らせが1分以内に発信されています。もう一度送るときは、理由を書いて確かめてください。")
    { Confirmations = ["duplicateSend"] };

    /// <summary>Words that belong to orders, by name, and what to do instead.</summary>
    /// <param name="word">The word that was found.</param>
    /// <returns>The refusal.</returns>
    public static Refusal OrderWordsIn(string word) => new(
        RefusalKind.Invalid,
        "notices.order-words",
        $"「{word}」は避難情報の言葉なので、お知らせには使えません。避難を求めるときは「案・決裁」から避難情報を出してください。避難情報に触れるだけのときは「避難情報」と書いてください。");
}
