using System.Globalization;
using Chiyoda.Bousai.Domain.Backtests;
using Chiyoda.Bousai.Domain.Evacuation.Criteria;
using Chiyoda.Bousai.Domain.Feeds;

namespace Chiyoda.Bousai.Hub.Features.Backtests;

/// <summary>How people read a back-test: the same words on the console and on the page.</summary>
internal static class BackTestWords
{
    public static string Of(BackTestEventKind kind) => kind switch
    {
        BackTestEventKind.Proposed => "提案",
        BackTestEventKind.Advised => "お知らせ・連絡の案",
        BackTestEventKind.Late => "遅い",
        BackTestEventKind.ProposedTwice => "再提案",
        BackTestEventKind.Dropped => "取下げ",
        BackTestEventKind.Early => "早すぎ",
        BackTestEventKind.Missed => "見逃し",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind."),
    };

    public static string Of(TelegramStatus status) => status switch
    {
        TelegramStatus.Training => "訓練",
        TelegramStatus.Test => "試験",
        _ => "通常",
    };

    /// <summary>What there is to say of one beside its kind; empty when nothing.</summary>
    public static string Note(BackTestEvent happened) => happened.Kind switch
    {
        BackTestEventKind.Proposed => $"{happened.Measure!.Areas.Count}町丁目、{Lead(happened.Lead)}{(happened.IsArrivalKnown == false ? "、氾濫水の到達は不明" : string.Empty)}",
        BackTestEventKind.Advised => Of(happened.Proposes!),
        BackTestEventKind.Late => $"レベルに達してから{Minutes(happened.By!.Value)}後",
        BackTestEventKind.Early => $"予想された時刻の{Minutes(happened.By!.Value)}前に取下げ",
        BackTestEventKind.ProposedTwice => $"{BackTest.OneEvent.TotalHours:0}時間以内に同じ区域へ2回目",
        BackTestEventKind.Missed => Of(happened.Reason!.Value),
        _ => string.Empty,
    };

    public static string Lead(LeadTime? lead) => lead is not { Time: var time } ? "猶予は電文に記載なし"
        : time < TimeSpan.Zero ? $"猶予なし・{Minutes(-time)}前から{From(lead)}"
        : $"猶予{Minutes(time)}{From(lead)}";

    public static string Totals(IReadOnlyList<BackTestEvent> events) => string.Join('、', Enum.GetValues<BackTestEventKind>()
        .Select(kind => $"{Of(kind)} {events.Count(happened => happened.Kind == kind)}件"));

    /// <summary>Minutes, from two hours on with the hours.</summary>
    public static string Minutes(TimeSpan time)
    {
        var minutes = (long)Math.Round(time.TotalMinutes);
        return minutes < 120 ? string.Create(CultureInfo.InvariantCulture, $"{minutes}分")
            : minutes % 60 == 0 ? string.Create(CultureInfo.InvariantCulture, $"{minutes / 60}時間")
            : string.Create(CultureInfo.InvariantCulture, $"{minutes / 60}時間{minutes % 60}分");
    }

    /// <summary>What is proposed that is no order.</summary>
    public static string Of(Proposable proposed) => proposed switch
    {
        ProposedNotice notice => $"区のお知らせ（ひな形 {notice.Template}）",
        ProposedCalls => "施設への連絡",
        _ => throw new ArgumentOutOfRangeException(nameof(proposed), proposed, "An order says what it is by its measure."),
    };

    public static string Of(MissedReason reason) => reason switch
    {
        MissedReason.NoCriterion => "該当する基準なし",
        MissedReason.EmptyZone => "基準の区域が空",
        MissedReason.Superseded => "別の基準の案が先にあり、新しい案は出ない",
        MissedReason.StillMatched => "前から該当したままで、新しい案は出ない",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Not a reason."),
    };

    /// <summary>What a kind means, for the key of the drawing.</summary>
    public static string Meaning(BackTestEventKind kind) => kind switch
    {
        BackTestEventKind.Proposed => "基準に該当し、案が出る",
        BackTestEventKind.Advised => "基準に該当し、お知らせや施設への連絡の案が出る",
        BackTestEventKind.Late => "案が出たとき、すでにそのレベルに達していた",
        BackTestEventKind.ProposedTwice => "同じ区域に続けて2回目の案が出る",
        BackTestEventKind.Dropped => "根拠がなくなるか、より高い案に替わる",
        BackTestEventKind.Early => "予想された時刻より前に根拠がなくなる",
        BackTestEventKind.Missed => "レベル3以上なのに案が出ない",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind."),
    };

    public static string StyleOf(BackTestEventKind kind) => kind switch
    {
        BackTestEventKind.Proposed => "bt-proposed",
        BackTestEventKind.Advised => "bt-advised",
        BackTestEventKind.Late => "bt-late",
        BackTestEventKind.ProposedTwice => "bt-twice",
        BackTestEventKind.Dropped => "bt-dropped",
        BackTestEventKind.Early => "bt-early",
        BackTestEventKind.Missed => "bt-missed",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind."),
    };

    /// <summary>A square, an envelope, a triangle, two squares, a barred circle, a diamond, an octagon: told apart without colour and in print.</summary>
    public static string ShapeOf(BackTestEventKind kind) => kind switch
    {
        BackTestEventKind.Proposed => "M3 3h18v18H3z",
        BackTestEventKind.Advised => "M2 5h20v14H2zM2 5l10 8 10-8",
        BackTestEventKind.Late => "M12 2l10 19H2z",
        BackTestEventKind.ProposedTwice => "M2 2h13v13H2zM9 9h13v13H9z",
        BackTestEventKind.Dropped => "M12 2a10 10 0 1 1 0 20a10 10 0 0 1 0-20zM5 12h14",
        BackTestEventKind.Early => "M12 1l11 11-11 11L1 12z",
        BackTestEventKind.Missed => "M7 1h10l6 6v10l-6 6H7l-6-6V7z",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind."),
    };

    private static string From(LeadTime lead) => lead.Source switch
    {
        LeadSource.WaterLevels => "（水位予測）",
        LeadSource.FloodArrival => "（氾濫水の到達）",
        _ => "（警報の時間帯）",
    };
}
