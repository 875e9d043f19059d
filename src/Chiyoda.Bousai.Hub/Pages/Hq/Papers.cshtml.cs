using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Evacuation.Documents;
using Chiyoda.Bousai.Hub.Features.Access;
using Chiyoda.Bousai.Hub.Features.Evacuation;
using Microsoft.AspNetCore.Mvc;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>The papers of an order: what is typed into systems elsewhere, the report to the governor, the announcement.</summary>
internal sealed class PapersModel(OrderPapers papers) : HqPage
{
    public Order? Order { get; private set; }

    public OrderPaperView Papers { get; private set; } = null!;

    /// <summary>Whether these are the papers of the version that the order has now.</summary>
    public bool IsPresent => Papers.Version == Papers.PresentVersion;

    /// <summary>The sheet whose form was refused in this request.</summary>
    public string? RefusedSheet { get; private set; }

    /// <param name="id">The order.</param>
    /// <param name="version">A version of it; <see langword="null"/> for the present one.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public Task<IActionResult> OnGetAsync(Guid id, int? version, CancellationToken cancellationToken) => ShowAsync(id, version, cancellationToken);

    public Task<IActionResult> OnPostTranscribedAsync(Guid id, string? sheet, int version, CancellationToken cancellationToken)
    {
        RefusedSheet = sheet;
        return TakeAsync(
            "transcribed", Frame.MayRecord,
            () => papers.EnterAsync(id, sheet ?? string.Empty, version, User.ToActor("web"), cancellationToken),
            entered => ($"~/hq/orders/{id}/documents", $"{entered.Name}への転記を記録しました（第{entered.EnteredVersion}版）。"),
            () => ShowAsync(id, version: null, cancellationToken));
    }

    /// <summary>The duty whose form was refused in this request.</summary>
    public LegalDuty? RefusedDuty { get; private set; }

    public OrderReportView? ReportOf(LegalDuty duty) => Papers.Reports.FirstOrDefault(report => report.Duty == duty);

    public Task<IActionResult> OnPostReportedAsync(
        Guid id, LegalDuty? duty, int version, ReportMeans? means, string? heardBy, string? day, string? time, CancellationToken cancellationToken)
    {
        RefusedDuty = duty;
        return TakeAsync(
            "reported", Frame.MayRecord,
            async () => duty is null || means is null ? HqRefusals.ChoiceMissing
                : SpokenTime.Read(day, time) is not { } at ? HqRefusals.TimeUnreadable
                : await papers.ReportAsync(id, version, duty.Value, means.Value, HqText.Cut(heardBy, OrderReport.MaxHeardBy), at, User.ToActor("web"), cancellationToken),
            report => ($"~/hq/orders/{id}/documents?version={report.Version}", $"{Word(report.Duty)}を記録しました（第{report.Version}版）。"),
            () => ShowAsync(id, version, cancellationToken));
    }

    /// <summary>The heading over a paper.</summary>
    public static string Word(LegalDuty duty) => duty switch
    {
        LegalDuty.Report => "都道府県知事への報告",
        LegalDuty.Announcement => "公示文",
        _ => "都道府県への情報提供",
    };

    private async Task<IActionResult> ShowAsync(Guid id, int? version, CancellationToken cancellationToken)
    {
        if (await papers.RecordAsync(id, version, cancellationToken) is not var (record, present))
        {
            return Missing();
        }

        Order = record.Order;
        Papers = await papers.ViewAsync(record, present, cancellationToken);
        return Page();
    }
}
