using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>Refusals of what was typed on a page, before the step itself is asked.</summary>
internal static class HqRefusals
{
    public static readonly Refusal ChoiceMissing = new(
        RefusalKind.Invalid, "hq.choice-missing", "決裁した権限者と、決裁を受けた手段を選んでください。");

    public static readonly Refusal TimeUnreadable = new(
        RefusalKind.Invalid, "hq.time-unreadable", "日時を読み取れません。日付と、14:32 または 1432 の形の時刻を入れてください。");

    public static readonly Refusal AttemptIncomplete = new(
        RefusalKind.Invalid, "hq.attempt-incomplete", "連絡した権限者・手段・結果を入れてください。");

    public static readonly Refusal MeasureIncomplete = new(
        RefusalKind.Invalid, "hq.measure-incomplete", "災害種別・行動・区域のうち、選ばれていないものがあります。");

    public static readonly Refusal GroundsUnanswered = new(
        RefusalKind.Invalid, "hq.grounds-unanswered", "水位・雨の見通し・現地の確認のそれぞれに答えてください。");

    public static readonly Refusal AdviceIncomplete = new(
        RefusalKind.Invalid, "hq.advice-incomplete", "助言を受けたときは、だれから・いつ（14:32 または 1432 の形）を入れてください。");

    public static readonly Refusal RelayNotConfirmed = new(
        RefusalKind.Invalid, "hq.relay-not-confirmed", "条件・宛先・文面を確かめ、「確認した」に印を付けてから発効させてください。");

    public static readonly Refusal NoticeTimeUnreadable = new(
        RefusalKind.Invalid, "hq.notice-time-unreadable", "掲載の期限を読み取れません。日付と、17:00 または 1700 の形の時刻を入れてください。");

    public static readonly Refusal NoticeNotConfirmed = new(
        RefusalKind.Invalid, "hq.notice-not-confirmed", "区域・文面・掲載の期限を確かめ、「確認した」に印を付けてから発信してください。");

    public static readonly Refusal ReadbackDiffers = new(
        RefusalKind.Invalid, "hq.readback-differs", "復唱した警戒レベルか区域が、この案と違います。案をもう一度見て、見たとおりに選んでください。");
}
