using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Hub.Features.Feeds;
using Chiyoda.Bousai.Hub.Features.Feeds.Polling;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Chiyoda.Bousai.Telegrams.P2PQuake;
using Microsoft.Extensions.Options;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>情報源: what is heard and what is not, since when; the gauges; and what another source than JMA says.</summary>
internal sealed class SourcesModel(
    BousaiDbContext db, SourceWatch watch, WardPack pack, UnconfirmedReports reports, ForeignAlerts foreign, IOptions<GaugeOptions> gauges, IOptions<FeedsOptions> options, TimeProvider clock) : HqPage
{
    public ListFeeds.Response Feeds { get; private set; } = null!;

    public IReadOnlyList<ListGauges.Item> Gauges { get; private set; } = [];

    public IReadOnlyList<(ListUnconfirmed.Item Item, IReadOnlyList<string> OfWard, string OfOthers)> Unconfirmed { get; private set; } = [];

    public IReadOnlyList<ListForeign.Item> Foreign { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Feeds = await ListFeeds.ReadAsync(db, watch, pack, clock, cancellationToken);
        Gauges = await ListGauges.ReadAsync(db, gauges.Value, clock, cancellationToken);
        Unconfirmed = [.. (await reports.ListAsync(db, cancellationToken)).Select(Line)];
        Foreign = [.. (await foreign.ListAsync(db, cancellationToken)).Select(ListForeign.Of)];
    }

    private (ListUnconfirmed.Item Item, IReadOnlyList<string> OfWard, string OfOthers) Line(UnconfirmedReports.Item item)
    {
        var cut = item.Report.Tsunami is { } tsunami ? P2PTsunamiForWard.Of(tsunami, pack.Ward.Codes) : null;
        return (ListUnconfirmed.Of(item, pack), cut is null ? [] : TsunamiLines.OfWard(cut, pack.Ward), cut is null ? string.Empty : TsunamiLines.OfOthers(cut, P2PQuakeReader.MaxPoints));
    }

    /// <summary>Whether a list gave no valid answer for longer than a source may be silent.</summary>
    public bool IsSilent(ListFeeds.List list) => list.FailingSince is not null && clock.GetUtcNow() - (list.AnsweredAt ?? DateTimeOffset.MinValue) > options.Value.SilentAfter;

    public static string Why(string code) => code switch
    {
        "" => string.Empty,
        "feeds.timed-out" => "時間内に応答がありません",
        "feeds.unreachable" => "接続できません",
        "feeds.cut-short" => "応答が途中で切れました",
        "feeds.redirected" => "別のアドレスへ転送されました（従いません）",
        "feeds.too-large" or "feeds.too-many" => "大きすぎるため読みません",
        "feeds.packing" => "圧縮が壊れています",
        "feeds.budget" => "1日の受信量の上限に達しました",
        "feeds.not-atom" or "feeds.not-reports" or "feeds.not-gauges" or "cap.not-atom" or "cap.not-xml" => "中身を読み取れません",
        "cap.too-large" or "cap.too-many" => "大きすぎるため読みません",
        _ when code.StartsWith("cap.", StringComparison.Ordinal) => "規格に合わない警報があり、読みませんでした",
        "feeds.dtd" => "文書型宣言があるため読みません",
        "feeds.link-elsewhere" or "feeds.link-insecure" or "feeds.link-malformed" => "許可されていないリンクがあり、取得しませんでした",
        _ when code.StartsWith("feeds.status-", StringComparison.Ordinal) => $"サーバーがエラーを返しました（HTTP {code["feeds.status-".Length..]}）",
        _ => "取得できません",
    };

    public static string Word(GaugeDirection direction) => direction switch
    {
        GaugeDirection.Rising => "上昇",
        GaugeDirection.Falling => "下降",
        GaugeDirection.Steady => "横ばい",
        _ => "不明",
    };

    public static string Spoken(string? intensity) => intensity switch
    {
        null => "不明",
        "5-?" => "5弱以上と推定（未入電）",
        _ => intensity.Replace("-", "弱", StringComparison.Ordinal).Replace("+", "強", StringComparison.Ordinal),
    };

    public static string Severity(string word) => word switch
    {
        "Extreme" => "極めて重大",
        "Severe" => "重大",
        "Moderate" => "中程度",
        "Minor" => "軽微",
        _ => "程度不明",
    };

    public static string Signature(string word) => word switch
    {
        "none" => "署名なし",
        "valid" => "署名有効（改変なし。発信元の証明ではありません）",
        _ => "署名に不備（改変のおそれ）",
    };
}
