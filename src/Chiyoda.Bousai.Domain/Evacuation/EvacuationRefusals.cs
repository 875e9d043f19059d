using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Domain.Evacuation;

/// <summary>Every «no» of this capability, with its code.</summary>
public static class EvacuationRefusals
{
    /// <summary>Release without a recorded decision.</summary>
    public static readonly Refusal NoDecision = new(
        RefusalKind.Conflict, "evacuation.no-decision", "決裁が記録されていません。権限者の決裁を記録してから発信してください。");

    /// <summary>The submitter asked to release (design rule 2).</summary>
    public static readonly Refusal ReleaserIsSubmitter = new(
        RefusalKind.Forbidden, "evacuation.releaser-is-submitter", "提出した本人は発信できません。ほかの発信権限者に確認と発信を依頼してください。");

    /// <summary>Only who submitted takes it back.</summary>
    public static readonly Refusal NotTheSubmitter = new(
        RefusalKind.Forbidden, "evacuation.not-the-submitter", "取り下げられるのは提出した本人だけです。発信権限者は差し戻すことができます。");

    /// <summary>A step that needs a submitted proposal.</summary>
    public static readonly Refusal NotSubmitted = new(
        RefusalKind.Conflict, "evacuation.not-submitted", "まだ提出されていません。先に提出してください。");

    /// <summary>Submitted twice.</summary>
    public static readonly Refusal AlreadySubmitted = new(
        RefusalKind.Conflict, "evacuation.already-submitted", "すでに提出されています。画面を更新してください。");

    /// <summary>Decided twice.</summary>
    public static readonly Refusal AlreadyDecided = new(
        RefusalKind.Conflict, "evacuation.already-decided", "すでに決裁が記録されています。変えるときは差し戻してください。");

    /// <summary>Noting a report that the law does not ask for after this act.</summary>
    public static readonly Refusal ReportNotDue = new(
        RefusalKind.Invalid, "evacuation.report-not-due", "この版には、その報告・情報提供の書類がありません。画面を更新して確かめてください。");

    /// <summary>Nobody who took a report is named, or in over 100 characters.</summary>
    public static readonly Refusal ReportHearer = new(
        RefusalKind.Invalid, "evacuation.report-hearer", "報告・情報提供の相手（部署・役職など）を、100字までで書いてください。");

    /// <summary>A report before the act that it is about, or ahead.</summary>
    public static readonly Refusal ReportTime = new(
        RefusalKind.Invalid, "evacuation.report-time", "報告・情報提供の時刻が、発令・変更・解除の時刻より前か、未来になっています。時刻を確かめてください。");

    /// <summary>Released before.</summary>
    public static readonly Refusal AlreadyReleased = new(
        RefusalKind.Conflict, "evacuation.already-released", "すでに発信されています。変えるときは、避難情報の画面から案を提出してください。");

    /// <summary>Only drafts are discarded.</summary>
    public static readonly Refusal NotADraft = new(
        RefusalKind.Conflict, "evacuation.not-a-draft", "提出されたものは廃案にできません。差戻しか不採用にしてください。");

    /// <summary>Rejected or discarded: final.</summary>
    public static readonly Refusal Closed = new(
        RefusalKind.Conflict, "evacuation.closed", "この案は終了しています。画面を更新して、今の案を確かめてください。");

    /// <summary>No such proposal.</summary>
    public static readonly Refusal UnknownProposal = new(
        RefusalKind.Unknown, "evacuation.unknown-proposal", "その案は見つかりません。");

    /// <summary>No such order.</summary>
    public static readonly Refusal UnknownOrder = new(
        RefusalKind.Unknown, "evacuation.unknown-order", "その避難情報は見つかりません。");

    /// <summary>No such transcription sheet in <c>transcripts/</c>.</summary>
    public static readonly Refusal UnknownTranscript = new(
        RefusalKind.Unknown, "evacuation.unknown-transcript", "その転記票は設定にありません。");

    /// <summary>No such authority in <c>roles.json</c>.</summary>
    public static readonly Refusal UnknownAuthority = new(
        RefusalKind.Invalid, "evacuation.unknown-authority", "決裁権限者の一覧にない権限者です。一覧から選んでください。");

    /// <summary>A deputy decided, and nobody has declared out of reach whom the deputy stands in for.</summary>
    public static readonly Refusal PrincipalNotDeclared = new(
        RefusalKind.Conflict, "evacuation.principal-not-declared",
        "本来の権限者（上位の人）の連絡不能が宣言されていません。先に連絡を記録して連絡不能を宣言するか、代行の事情を確かめたうえで、もう一度記録してください。");

    /// <summary>The authority does not cover this hazard or level.</summary>
    public static readonly Refusal AuthorityDoesNotCover = new(
        RefusalKind.Invalid, "evacuation.authority-does-not-cover", "この権限者は、この災害種別または警戒レベルを決裁できません。");

    /// <summary>The decision lies more than a minute ahead of its recording.</summary>
    public static readonly Refusal DecisionInTheFuture = new(
        RefusalKind.Invalid, "evacuation.decision-in-the-future", "決裁の時刻が未来になっています。時刻を確かめてください。");

    /// <summary>A shelter that the register does not recommend in this hazard and these areas.</summary>
    public static readonly Refusal ShelterUnsound = new(
        RefusalKind.Invalid, "evacuation.shelter-unsound", "案内できない避難場所が選ばれています（この災害への適否、危険な区域の中、登録の期間）。選び直してください。");

    /// <summary>Return, reject and every change of an order need words.</summary>
    public static readonly Refusal ReasonMissing = new(
        RefusalKind.Invalid, "evacuation.reason-missing", "理由を書いてください。");

    /// <summary>The request was made on an older version.</summary>
    public static readonly Refusal StaleVersion = new(
        RefusalKind.Conflict, "evacuation.stale-version", "ほかの人が先に更新しました。最新の内容を確かめてから、もう一度行ってください。");

    /// <summary>The order is not in force any more.</summary>
    public static readonly Refusal OrderEnded = new(
        RefusalKind.Conflict, "evacuation.order-ended", "この避難情報はすでに終了しています。");

    /// <summary>The order changed after the change was asked: people would be told of what does not hold.</summary>
    public static readonly Refusal OrderChanged = new(
        RefusalKind.Conflict, "evacuation.order-changed", "案の提出後に避難情報の内容が変わりました。不採用にして、今の内容から案を作り直してください。");

    /// <summary>What is in force for the same hazard, cause and area is higher: an issue never lowers it.</summary>
    public static readonly Refusal HigherInForce = new(
        RefusalKind.Conflict, "evacuation.higher-in-force", "同じ災害と原因で、より高い警戒レベルが発令中のため、発信できません。下げるときは、発令中の避難情報の画面から引下げの案を出してください。");

    /// <summary>Two orders in one area would tell people different things (design rule 13).</summary>
    public static readonly Refusal ActionsDiffer = new(
        RefusalKind.Conflict, "evacuation.actions-differ", "同じ町丁目に、とるべき行動の違う避難情報が発令中です。どちらの行動を示すかを決め、この案か発令中の避難情報の行動を合わせてください。");

    /// <summary>A lift for this order waits already.</summary>
    public static readonly Refusal LiftAlreadyAsked = new(
        RefusalKind.Conflict, "evacuation.lift-already-asked", "この避難情報の解除案がすでに手続き中です。");

    /// <summary>The same change of this order waits already.</summary>
    public static readonly Refusal ChangeAlreadyAsked = new(
        RefusalKind.Conflict, "evacuation.change-already-asked", "この避難情報に同じ手続きの案がすでにあります。先にその案を進めるか、不採用にしてください。");

    /// <summary>A change names another hazard or cause than the order.</summary>
    public static readonly Refusal OtherKey = new(
        RefusalKind.Invalid, "evacuation.other-key", "災害種別と原因は変えられません。違っていたときは、誤発信を取り消してから発令し直してください。");

    /// <summary>No area.</summary>
    public static readonly Refusal AreasMissing = new(
        RefusalKind.Invalid, "evacuation.areas-missing", "区域を一つ以上選んでください。");

    /// <summary>A lift or a lowering names areas that the order does not have.</summary>
    public static readonly Refusal AreasOutside = new(
        RefusalKind.Invalid, "evacuation.areas-outside", "この避難情報の区域にない町丁目が含まれています。");

    /// <summary>A lowering that does not lower.</summary>
    public static readonly Refusal LevelNotLower = new(
        RefusalKind.Invalid, "evacuation.level-not-lower", "引下げは、今より低い警戒レベルにするときだけ行えます。上げるときは発令の案を出してください。");

    /// <summary>An update that changes the level.</summary>
    public static readonly Refusal LevelChanges = new(
        RefusalKind.Invalid, "evacuation.level-changes", "更新では警戒レベルを変えられません。引下げか発令の案を出してください。");

    /// <summary>An update that takes areas away.</summary>
    public static readonly Refusal AreasGivenUp = new(
        RefusalKind.Invalid, "evacuation.areas-given-up", "更新では区域を減らせません。減らす区域は解除の案を出してください。");

    /// <summary>An update or a correction that says what is said already.</summary>
    public static readonly Refusal NothingChanges = new(
        RefusalKind.Invalid, "evacuation.nothing-changes", "今の内容から変わっていません。");

    /// <summary>A question before a lift or a lowering is not answered with «yes», and nothing says why it is done all the same.</summary>
    public static readonly Refusal GroundsMissing = new(
        RefusalKind.Invalid, "evacuation.grounds-missing", "「いいえ」の項目や、助言を受けていない理由を書いてください。");

    /// <summary>What was submitted is not changed under the eyes of who decides.</summary>
    public static readonly Refusal ReturnFirst = new(
        RefusalKind.Conflict, "evacuation.return-first", "提出された案の内容は変えられません。差し戻してから変えてください。");

    /// <summary>A change of an order is asked anew, not revised.</summary>
    public static readonly Refusal NotRevisable = new(
        RefusalKind.Conflict, "evacuation.not-revisable", "発令中の避難情報を変える案の内容は変えられません。廃案にして、避難情報の画面から作り直してください。");

    /// <summary>A hazard with levels needs 3, 4 or 5; one without has none.</summary>
    public static readonly Refusal LevelUnsound = new(
        RefusalKind.Invalid, "evacuation.level-unsound", "洪水・内水氾濫・高潮・土砂災害は警戒レベル3・4・5から選び、ほかの災害は警戒レベルなしにしてください。");

    /// <summary>An area that the ward does not have.</summary>
    public static readonly Refusal UnknownArea = new(
        RefusalKind.Invalid, "evacuation.unknown-area", "設定にない区域が含まれています。一覧から選んでください。");

    /// <summary>A cause that the ward does not have for this hazard.</summary>
    public static readonly Refusal UnknownCause = new(
        RefusalKind.Invalid, "evacuation.unknown-cause", "この災害種別の原因が選ばれていないか、一覧にないものです。その他の災害は、何の危険かを書いてください。");

    /// <summary>No template says this.</summary>
    public static readonly Refusal Unsayable = new(
        RefusalKind.Invalid, "evacuation.unsayable", "この災害種別・警戒レベル・行動の組合せには、文面のひな形がありません。ほかの組合せを選んでください。");

    /// <summary>A declaration without a try.</summary>
    public static readonly Refusal NoAttempt = new(
        RefusalKind.Conflict, "evacuation.no-attempt", "この権限者への連絡の記録がありません。先に連絡を記録してください。");

    /// <summary>Declared before.</summary>
    public static readonly Refusal AlreadyUnreachable = new(
        RefusalKind.Conflict, "evacuation.already-unreachable", "この権限者はすでに連絡不能と宣言されています。");

    /// <summary>More tries than anybody makes.</summary>
    public static readonly Refusal TooManyAttempts = new(
        RefusalKind.Conflict, "evacuation.too-many-attempts", "連絡の記録が上限に達しました。決裁を記録するか、連絡不能を宣言してください。");

    /// <summary>Break-glass below level 4, or for a lift or a lowering.</summary>
    public static readonly Refusal BreakGlassNotForThis = new(
        RefusalKind.Forbidden, "evacuation.break-glass-not-for-this", "緊急の単独発信は、警戒レベル4以上の発令・更新・訂正・誤発信の取消しだけにできます。ほかの人の発信を待ってください。");

    /// <summary>Somebody else who may release is signed in.</summary>
    public static readonly Refusal BreakGlassNotAlone = new(
        RefusalKind.Forbidden, "evacuation.break-glass-not-alone", "発信の役割を持つほかの人がサインインしています。その人に確認と発信を依頼してください。");

    /// <summary>Every area of the ward.</summary>
    public static readonly Refusal WholeWard = new(
        RefusalKind.Conflict, "evacuation.whole-ward", "区内全域への発信です。危険のある区域だけになっているか、もう一度確かめてください。");

    /// <summary>The same again within a minute.</summary>
    public static readonly Refusal DuplicateSend = new(
        RefusalKind.Conflict, "evacuation.duplicate-send", "同じ内容が1分以内に発信されています。もう一度送る理由を書いてください。");

    /// <summary>An area that was just lifted.</summary>
    public static readonly Refusal ContradictsLift = new(
        RefusalKind.Conflict, "evacuation.contradicts-lift", "1時間以内に解除した区域が含まれています。解除と食い違っていないか、もう一度確かめてください。");

    /// <summary>The decision is old, or an order for the same changed since.</summary>
    public static readonly Refusal OldDecision = new(
        RefusalKind.Conflict, "evacuation.old-decision", "決裁から1時間を過ぎたか、決裁のあとに同じ区域の避難情報が変わっています。今もこの決裁のとおりでよいか、決裁した人に確かめてください。");

    /// <summary>The voiding or the correction would take away what stood before the wrong message.</summary>
    public static readonly Refusal VoidsWhatStood = new(
        RefusalKind.Conflict, "evacuation.voids-what-stood", "この取消し・訂正で、前から出ていた避難情報もなくなる区域があります。前の内容に戻すときは、その内容を入れて「訂正」してください。");

    /// <summary>No message speaks to this audience.</summary>
    public static readonly Refusal AudienceUnspoken = new(
        RefusalKind.Invalid, "evacuation.audience-unspoken", "この対象の人に向けた文面がありません。レベル3は「高齢者等」、ほかは「すべての人」です。「地下にいる人」は、高い所へ移る行動のときだけ選べます。");
}
