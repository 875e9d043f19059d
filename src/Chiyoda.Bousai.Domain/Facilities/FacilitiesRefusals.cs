using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Domain.Facilities;

/// <summary>Every «no» of this capability, with its code.</summary>
public static class FacilitiesRefusals
{
    /// <summary>No such order or proposal, or none was named, or both.</summary>
    public static readonly Refusal UnknownSubject = new(
        RefusalKind.Unknown, "facilities.unknown-subject", "連絡のもとになる避難情報または案が見つかりません。");

    /// <summary>No such call.</summary>
    public static readonly Refusal UnknownCall = new(
        RefusalKind.Unknown, "facilities.unknown-call", "その施設への連絡は見つかりません。");

    /// <summary>The register has nothing for this measure.</summary>
    public static readonly Refusal NobodyToCall = new(
        RefusalKind.Conflict, "facilities.nobody-to-call", "登録簿に、この区域と対象に当たる施設がありません。登録簿を確かめてください。");

    /// <summary>Every facility is on the list already.</summary>
    public static readonly Refusal AlreadyListed = new(
        RefusalKind.Conflict, "facilities.already-listed", "連絡一覧はすでに作られ、加える施設はありません。画面を更新してください。");

    /// <summary>The proposal was dropped, or is an order by now: nobody is called about it.</summary>
    public static readonly Refusal SubjectClosed = new(
        RefusalKind.Conflict, "facilities.subject-closed", "この案は終わっています。発令された場合は、避難情報の画面から連絡を始めてください。");

    /// <summary>Neither the state nor the note is new.</summary>
    public static readonly Refusal NothingChanges = new(
        RefusalKind.Invalid, "facilities.nothing-changes", "状態もメモも変わっていません。");

    /// <summary>A note over the limit.</summary>
    public static readonly Refusal NoteTooLong = new(
        RefusalKind.Invalid, "facilities.note-too-long", "メモは200字までです。");

    /// <summary>The request was made on an older version.</summary>
    public static readonly Refusal StaleVersion = new(
        RefusalKind.Conflict, "facilities.stale-version", "ほかの人が先に記録しました。今の状態を確かめてから、もう一度行ってください。");
}
