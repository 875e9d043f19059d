using System.Globalization;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Evacuation.Documents;
using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Domain.Notices;
using Chiyoda.Bousai.Domain.Relays;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Hub.Features.Dissemination;
using Chiyoda.Bousai.Hub.Features.Evacuation;
using Chiyoda.Bousai.Hub.Features.Exercise;
using Chiyoda.Bousai.Infrastructure.Dissemination;
using Chiyoda.Bousai.Infrastructure.Feeds;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>The words of staff for closed lists. The public has its own, in the ward pack.</summary>
internal static class HqWords
{
    public static string Word(this ProposalState state) => state switch
    {
        ProposalState.Draft => "案（未提出）",
        ProposalState.Submitted => "提出済・決裁待ち",
        ProposalState.Decided => "決裁済・発信待ち",
        ProposalState.Returned => "差戻し・取下げ",
        ProposalState.Rejected => "不採用",
        ProposalState.Discarded => "廃案",
        ProposalState.Released => "発信済",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    /// <summary>What has to happen next, for a list.</summary>
    public static string Next(this ProposalState state) => state switch
    {
        ProposalState.Draft or ProposalState.Returned => "次：提出",
        ProposalState.Submitted => "次：決裁の記録",
        ProposalState.Decided => "次：提出者以外の人が発信",
        _ => string.Empty,
    };

    /// <summary>«2:14 電話で ○○ へ報告».</summary>
    public static string Reported(OrderReportView report, DateTimeOffset now) =>
        $"{report.At.At(now)} {report.Means.Word()}で {report.HeardBy} へ{(report.Duty == LegalDuty.Report ? "報告" : "情報提供")}";

    public static bool IsOpen(this ProposalState state) =>
        state is ProposalState.Draft or ProposalState.Submitted or ProposalState.Decided or ProposalState.Returned;

    public static string Word(this Act act) => act switch
    {
        Act.Issue => "発令",
        Act.Lower => "引下げ",
        Act.Lift => "解除",
        Act.Correct => "訂正",
        Act.Update => "更新",
        Act.Void => "誤発信の取消し",
        _ => throw new ArgumentOutOfRangeException(nameof(act), act, null),
    };

    public static string Word(this OrderState state) => state switch
    {
        OrderState.Issued => "発令中",
        OrderState.Lifted => "解除済",
        OrderState.Corrected => "誤発信として取消し済",
        OrderState.Replaced => "新しい避難情報へ移行済",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    public static string Word(this Hazard hazard) => hazard switch
    {
        Hazard.Flood => "洪水",
        Hazard.InlandFlood => "内水氾濫",
        Hazard.StormSurge => "高潮",
        Hazard.Landslide => "土砂災害",
        Hazard.Tsunami => "津波",
        Hazard.Earthquake => "地震",
        Hazard.Fire => "大規模な火事",
        Hazard.Other => "その他",
        _ => throw new ArgumentOutOfRangeException(nameof(hazard), hazard, null),
    };

    public static string Word(this EvacuationAction action) => action switch
    {
        EvacuationAction.LeaveNow => "区域からの立退き",
        EvacuationAction.GoUp => "地下・低い階から高い階へ",
        EvacuationAction.StayInPlace => "その場にとどまる",
        EvacuationAction.MoveFromSlope => "がけから離れる",
        EvacuationAction.LeaveRiver => "川から離れる",
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, null),
    };

    public static string Word(this Audience audience) => audience switch
    {
        Audience.Everyone => "区域内の全員",
        Audience.ElderlyAndSlow => "高齢者等（避難に時間のかかる人）",
        Audience.Underground => "地下にいる人",
        Audience.NamedFacilities => "指定した施設",
        _ => throw new ArgumentOutOfRangeException(nameof(audience), audience, null),
    };

    public static string Word(this DecisionMeans means) => means switch
    {
        DecisionMeans.Screen => "画面で",
        DecisionMeans.Telephone => "電話",
        DecisionMeans.Radio => "無線",
        DecisionMeans.Meeting => "会議・対面",
        _ => throw new ArgumentOutOfRangeException(nameof(means), means, null),
    };

    public static string Word(this GroundAnswer answer) => answer switch
    {
        GroundAnswer.Yes => "はい",
        GroundAnswer.No => "いいえ",
        GroundAnswer.DoesNotApply => "この災害には当たらない",
        _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, null),
    };

    /// <summary>What the releaser confirms.</summary>
    public static string Question(this Caution caution) => caution switch
    {
        Caution.WholeWard => "区内全域への発信です。全域で間違いありません",
        Caution.DuplicateSend => "同じ内容が1分以内に発信されています。それでももう一度送ります",
        Caution.ContradictsLift => "1時間以内に解除した区域が含まれています。それでも発令します",
        Caution.OldDecision => "決裁から1時間を過ぎたか、決裁のあとに同じ区域の避難情報が変わりました。決裁した人に確かめ、今もこのとおりでよい",
        Caution.VoidsWhatStood => "前から出ていた避難情報もなくなる区域があります（前の内容に戻すなら、その内容を入れて「訂正」）。以前の発令も誤りだった",
        _ => throw new ArgumentOutOfRangeException(nameof(caution), caution, null),
    };

    public static string Word(this KnowledgeState state) => state switch
    {
        KnowledgeState.Known => "届いています",
        KnowledgeState.Stale => "途絶えています",
        KnowledgeState.Unknown => "不明",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    public static string Word(this TelegramOutcome outcome) => outcome switch
    {
        TelegramOutcome.Pending => "処理中",
        TelegramOutcome.Accepted => "管内に関係あり",
        TelegramOutcome.Unreadable => "読めない",
        TelegramOutcome.Irrelevant => "管内に関係なし",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
    };

    public static string Word(this TelegramStatus status) => status switch
    {
        TelegramStatus.Normal => "通常",
        TelegramStatus.Training => "訓練",
        TelegramStatus.Test => "試験",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    public static string Word(this InfoType type) => type switch
    {
        InfoType.Issue => "発表",
        InfoType.Correction => "訂正",
        InfoType.Delayed => "遅延",
        InfoType.Cancel => "取消",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };

    /// <param name="state">The state of a dispatch by its name on the wire.</param>
    public static string Word(this DispatchState state) => state switch
    {
        DispatchState.Waiting => "配信待ち",
        DispatchState.Sending => "配信中",
        DispatchState.Done => "配信完了",
        DispatchState.Held => "保留中",
        DispatchState.Superseded => "新しい決定に置換え",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Not a state."),
    };

    public static string Word(this ChannelState state) => state switch
    {
        ChannelState.Connected => "自動",
        ChannelState.Manual => "手で入力",
        ChannelState.Off => "未接続",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    /// <summary>The group of an entry, by the capability that made it.</summary>
    public static string KindWord(string kind) => kind.Split('.', 2)[0] switch
    {
        "feeds" => "受信",
        "warnings" => "気象",
        "evacuation" => "避難情報",
        "dissemination" => "配信",
        "relays" => "伝達",
        "facilities" => "施設連絡",
        "notices" => "お知らせ",
        "callouts" => "参集",
        "incidents" => "体制",
        "tasks" => "対応事項",
        "access" => "権限",
        "hosting" => "運用",
        _ => "記録",
    };

    /// <summary>The page of the subject of an entry, or <see langword="null"/> when it has none.</summary>
    public static string? PageOf(string kind, Guid subject) => kind switch
    {
        "feeds.telegram-received" => $"~/hq/telegrams/{subject}",
        "feeds.foreign-received" => "~/hq/sources#foreign",
        _ when kind.StartsWith("evacuation.order-", StringComparison.Ordinal) => $"~/hq/orders/{subject}",
        _ when kind.StartsWith("notices.", StringComparison.Ordinal) => $"~/hq/notices/{subject}",
        _ when kind.StartsWith("relays.", StringComparison.Ordinal) => "~/hq/relays",
        _ when kind.StartsWith("facilities.", StringComparison.Ordinal) => "~/hq/facilities",
        _ when kind.StartsWith("callouts.", StringComparison.Ordinal) => "~/hq/call-outs",
        _ when kind.StartsWith("evacuation.", StringComparison.Ordinal) => $"~/hq/proposals/{subject}",
        _ => null,
    };

    /// <summary>What is stopped, for staff who look for it.</summary>
    public static string Name(HeldSubject held) => (held.Kind, held.Act) switch
    {
        (DispatchKind.Relay, _) => "気象庁発表の伝達",
        (DispatchKind.Test, _) => "予告した試験配信",
        (DispatchKind.Notice, Act.Issue) => "お知らせ",
        (DispatchKind.Notice, Act.Correct) => "お知らせの訂正",
        (DispatchKind.Notice, _) => "お知らせの取下げ",
        _ => $"避難情報の{held.Act.Word()}",
    };

    /// <summary>Where it is let go on.</summary>
    public static string PageOf(HeldSubject held) => held.Kind switch
    {
        DispatchKind.Order => $"~/hq/orders/{held.SubjectId}#reach",
        DispatchKind.Notice => $"~/hq/notices/{held.SubjectId}#reach",
        _ => "~/hq/relays#held",
    };

    public static string Word(this NoticeAct act) => act switch
    {
        NoticeAct.Issue => "発信",
        NoticeAct.Correct => "訂正",
        NoticeAct.Withdraw => "取下げ",
        _ => throw new ArgumentOutOfRangeException(nameof(act), act, null),
    };

    public static string Word(this NoticeEditionState state) => state switch
    {
        NoticeEditionState.Draft => "下書き（未提出）",
        NoticeEditionState.Submitted => "提出済・確認待ち",
        NoticeEditionState.Returned => "差戻し",
        NoticeEditionState.Discarded => "廃案",
        NoticeEditionState.Released => "発信済",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    public static string Word(this NoticeStanding standing) => standing switch
    {
        NoticeStanding.Current => "掲載中",
        NoticeStanding.Expired => "掲載期間終了",
        NoticeStanding.Withdrawn => "取下げ済",
        _ => throw new ArgumentOutOfRangeException(nameof(standing), standing, null),
    };

    public static string Word(this StandingRuleState? state) => state switch
    {
        StandingRuleState.Submitted => "提出済・決裁待ち",
        StandingRuleState.Decided => "決裁済・発効待ち",
        StandingRuleState.Released => "発効中",
        StandingRuleState.Replaced => "置換え済",
        StandingRuleState.Revoked => "取りやめ",
        _ => "未提出",
    };

    public static string Word(this RelayChange change) => change switch
    {
        RelayChange.Up => "新規・引上げ",
        RelayChange.Down => "引下げ",
        RelayChange.Lift => "解除",
        RelayChange.Correct => "訂正",
        _ => "取消",
    };

    public static string Word(this RelayState state) => state switch
    {
        RelayState.Told => "伝達",
        RelayState.Held => "夜間のため朝まで保留",
        _ => "伝達せず",
    };

    /// <summary>What an exercise knows of the live hub.</summary>
    public static string Sentence(LiveSight live, DateTimeOffset page) => (live.State, live.At) switch
    {
        (LiveState.Real, _) => "本番に実災害の情報があります。訓練は中止です",
        (LiveState.Quiet, { } at) => $"本番に訓練を止める情報なし。{at.AtSecond(page)}確認",
        (LiveState.Unknown, { } at) => $"本番の状況を確認できません。{at.AtSecond(page)}から",
        (LiveState.NotWatched, _) => "本番の状況は見ていません",
        _ => "本番の状況をまだ確認できません",
    };

    /// <summary>What a family of telegrams tells, for staff who do not know its letters.</summary>
    public static string FamilyWord(string family) => family switch
    {
        "VPWW55" => "大雨",
        "VPWW56" => "土砂災害",
        "VPWW57" => "高潮",
        "VPWW58" => "暴風",
        "VPWW59" => "波浪",
        "VPWW60" => "大雪",
        "VPWW61" => "その他の警報・注意報",
        "VXKO" => "河川の洪水予報",
        _ => family,
    };

    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
