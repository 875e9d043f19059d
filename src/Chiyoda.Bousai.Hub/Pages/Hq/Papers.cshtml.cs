using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Hub.Features.Access;
using Chiyoda.Bousai.Hub.Features.Evacuation;
using Microsoft.AspNetCore.Mvc;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>The papers of an order: what is typed into systems elsewhere, the report to the governor, the announcement.</summary>
internal sealed class PapersModel(OrderPapers papers) : HqPage
{
    public Order? Order { get; private set; }

    public OrderPaperView Papers { get; private set; } = null!;

    /// <summary>The sheet whose form was refused in this request.</summary>
    public string? RefusedSheet { get; private set; }

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => ShowAsync(id, cancellationToken);

    public Task<IActionResult> OnPostTranscribedAsync(Guid id, string? sheet, int version, CancellationToken cancellationToken)
    {
        RefusedSheet = sheet;
        return TakeAsync(
            "transcribed", Frame.MayRecord,
            () => papers.EnterAsync(id, sheet ?? string.Empty, version, User.ToActor("web"), cancellationToken),
            entered => ($"~/hq/orders/{id}/documents", $"{entered.Name}への転記を記録しました（第{entered.EnteredVersion}版）。"),
            () => ShowAsync(id, cancellationToken));
    }

    /// <summary>The heading over a paper.</summary>
    public static string Word(Domain.Evacuation.Documents.LegalDuty duty) => duty switch
    {
        Domain.Evacuation.Documents.LegalDuty.Report => "都道府県知事への報告",
        Domain.Evacuation.Documents.LegalDuty.Announcement => "公示文",
        _ => "都道府県への情報提供",
    };

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await papers.RecordAsync(id, cancellationToken) is not { } record || await papers.ReadAsync(id, cancellationToken) is not { } view)
        {
            return Missing();
        }

        Order = record.Order;
        Papers = view;
        return Page();
    }
}
