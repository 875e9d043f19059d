using System.Globalization;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Evacuation.Documents;
using Chiyoda.Bousai.Hub.Http;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Chiyoda.Bousai.Hub.Features.Evacuation;

/// <summary>The six fields that are published of every order, as a table for spreadsheets: what is in force, and what ended in the last 24 h.</summary>
internal static class OrdersCsv
{
    private static readonly string[] Header = ["発令区分", "発令／解除", "発令・解除日時", "発令地区（町丁目）", "対象世帯（戸）数", "対象人数"];

    public static async Task<FileContentHttpResult> HandleAsync(BousaiDbContext db, OrderPapers papers, TimeProvider clock, CancellationToken cancellationToken)
    {
        var orders = await ListOrders.ReadAsync(db, clock.GetUtcNow(), cancellationToken);
        var decisions = await DecisionsBehind.ReadAsync(db, [.. orders], cancellationToken);
        var octets = CsvText.Write([Header, .. orders.Select(order => Row(papers.RecordOf(order, decisions)))]);
        return TypedResults.File(octets, CsvText.ContentType, "orders.csv");
    }

    private static string[] Row(OrderRecord record) =>
    [
        record.Kind,
        record.IssueOrLift,
        record.Order.UpdatedAt.ToJapan().ToString("yyyy/MM/dd HH:mm", CultureInfo.InvariantCulture),
        record.AreaNames,
        record.Households?.ToString(CultureInfo.InvariantCulture) ?? TranscriptRow.Unknown,
        record.Persons?.ToString(CultureInfo.InvariantCulture) ?? TranscriptRow.Unknown,
    ];
}
