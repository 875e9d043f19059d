using System.Globalization;
using Chiyoda.Bousai.Domain.Dissemination;
using Chiyoda.Bousai.Domain.Evacuation.Consequences;
using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Domain.Shelters;
using Chiyoda.Bousai.Domain.Warnings;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>The words in which staff read what a decision would do. Unknown is said, never shown as none.</summary>
internal static class PictureWords
{
    public static string Number(int? persons, string unit = "人") => persons is { } known ? HqWords.Number(known) + unit : "不明";

    /// <summary>A sum; a part is told as a part.</summary>
    public static string Word(this KnownSum sum) => sum switch
    {
        { Persons: null } => "不明（町丁目別の人数が設定にありません）",
        { IsWhole: true, Persons: { } persons } => Number(persons),
        _ => $"不明（{sum.Areas}町丁目のうち{sum.KnownAreas}町丁目で {Number(sum.Persons)}）",
    };

    /// <summary>The share of the elderly; only when both are known for every area.</summary>
    public static string Share(KnownSum elderly, KnownSum residents) =>
        elderly is { IsWhole: true, Persons: { } some } && residents is { IsWhole: true, Persons: > 0 and var all }
            ? string.Create(CultureInfo.InvariantCulture, $"（居住者の{100.0 * some / all:0.0}％）")
            : string.Empty;

    public static string Word(this ShelterStanding standing) => standing switch
    {
        ShelterStanding.Recommended => "案内できる",
        ShelterStanding.SecondStage => "福祉避難所（二次的に開設）",
        ShelterStanding.InDanger => "危険な区域の中",
        ShelterStanding.FitnessUnknown => "この災害への適否が未登録",
        ShelterStanding.Unfit => "この災害には使えない",
        ShelterStanding.NotValidToday => "登録の有効期間外",
        _ => throw new ArgumentOutOfRangeException(nameof(standing), standing, null),
    };

    public static string Word(this ShelterKind kind) => kind switch
    {
        ShelterKind.Shelter => "避難所",
        ShelterKind.WelfareShelter => "福祉避難所",
        ShelterKind.EmergencySite => "緊急避難場所",
        ShelterKind.CommuterSite => "災害時退避場所",
        ShelterKind.Base => "拠点",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>Whether it is open, with the time of the report; an old one is told as what it was.</summary>
    public static string Opening(this ShelterReport? report, DateTimeOffset at, DateTimeOffset page) => report is null ? "不明（報告なし）"
        : report.HoldsAt(at) ? $"{report.State.Word()}（{report.AsOf.At(page)} 現在）"
        : $"不明（最後は {report.AsOf.At(page)} {report.State.Word()}）";

    /// <summary>Free places while the report holds.</summary>
    public static string Free(this ShelterReport? report, DateTimeOffset at) => Number(report?.HoldsAt(at) == true ? report.FreePersons : null);

    public static string Word(this KnowledgeState state, DateTimeOffset? until, DateTimeOffset page) => state switch
    {
        KnowledgeState.Known => "把握しています",
        KnowledgeState.Stale => $"古い情報です（{(until is { } stale ? $"{stale.At(page)} まで把握" : "最後の時刻は不明")}）。「非該当」は、発表がないことを意味しません",
        _ => $"不明です{(until is { } last ? $"（{last.At(page)} まで把握）" : string.Empty)}。「非該当」は、発表がないことを意味しません",
    };

    /// <summary>When flood water arrives and how deep; «頃» as the issuer has it.</summary>
    public static string Word(this WaterArrival? arrival, DateTimeOffset page) => arrival is null
        ? "不明（電文に区への到達の記載がありません。すでに届いているおそれもあります）"
        : $"{(arrival.At is { } at ? $"{at.At(page)}頃" : "時刻不明")}　最大の深さ {Depth(arrival)}{(arrival.DeepestAt is { } deepest ? $"（{deepest.At(page)}頃）" : string.Empty)}";

    /// <summary>A gauge against its mark: the level, how it moves, and when it would be there.</summary>
    public static string Word(this GaugeOutlook gauge, DateTimeOffset page, DateTimeOffset at)
    {
        var mark = string.Create(CultureInfo.InvariantCulture, $"{gauge.Name}　{(gauge.Level is { } level ? $"レベル{level}の" : string.Empty)}基準 {gauge.AtLeastMeters:0.00} m：");
        if (gauge.Now is not { LevelMeters: { } meters, ObservedAt: { } observed })
        {
            return $"{mark}水位は不明（{gauge.Now.Reason.Word()}）";
        }

        var trends = gauge.Now.Trends.Where(trend => trend.ChangeMeters is not null)
            .Select(trend => string.Create(CultureInfo.InvariantCulture, $"{trend.Over.TotalMinutes:0}分で{trend.ChangeMeters:+0.00;-0.00;±0.00} m")).ToList();
        var moves = trends.Count > 0 ? string.Join("、", trends) : "上がり下がりは不明";
        var reach = gauge.IsReached == true ? "基準に達しています"
            : gauge.ReachedAt <= at ? "このまま上がっていれば、すでに達したおそれがあります"
            : gauge.ReachedAt is { } reached ? $"このまま上がると {reached.At(page)} 頃に達します（{Until(reached, at)}）"
            : trends.Count == 0 ? "到達の見込みは不明"
            : gauge.Now.Trends.Any(trend => trend.Direction == GaugeDirection.Rising) ? "上がっていますが、3時間以内に達する上がり方ではありません"
            : "上がっていません";
        return string.Create(CultureInfo.InvariantCulture, $"{mark}{observed.At(page)} {meters:0.00} m（{moves}）　{reach}");
    }

    private static string Depth(WaterArrival arrival) => arrival is { DepthFromMeters: null, DepthBelowMeters: null }
        ? "不明"
        : string.Create(CultureInfo.InvariantCulture, $"{(arrival.DepthFromMeters is { } from ? $"{from:0.##}m以上" : string.Empty)}{(arrival.DepthBelowMeters is { } below ? $"{below:0.##}m未満" : string.Empty)}");

    /// <summary>How long until a moment, for a person who plans.</summary>
    public static string Until(DateTimeOffset moment, DateTimeOffset from)
    {
        var left = moment - from;
        return left <= TimeSpan.Zero ? "すでに始まっています"
            : left < TimeSpan.FromHours(1) ? string.Create(CultureInfo.InvariantCulture, $"あと {(int)left.TotalMinutes}分")
            : string.Create(CultureInfo.InvariantCulture, $"あと {(int)left.TotalHours}時間{left.Minutes}分");
    }

    public static string Channels(this SubscriberCount count) =>
        string.Join("、", count.Lines.Select(line => line.Channel).Distinct(StringComparer.Ordinal).Select(ChannelNames.Word));
}
