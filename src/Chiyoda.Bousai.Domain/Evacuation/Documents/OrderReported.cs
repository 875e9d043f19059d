using System.Globalization;
using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Domain.Evacuation.Documents;

/// <summary>Somebody reported a version of an order, or told the prefecture of it.</summary>
/// <param name="Report">What was reported, how.</param>
/// <param name="Actor">Who noted it.</param>
/// <param name="NotedAt">When it was noted; the report itself may be earlier.</param>
public sealed record OrderReported(OrderReport Report, Actor Actor, DateTimeOffset NotedAt) : Fact(Actor, NotedAt)
{
    /// <summary>The kind of the entry.</summary>
    public const string EntryKind = "evacuation.order-reported";

    /// <inheritdoc/>
    public override string Kind => EntryKind;

    /// <summary>The duty on this version, not the order: each entry of an order is one of its versions.</summary>
    public override Guid SubjectId => Report.Subject;

    /// <inheritdoc/>
    public override object AfterImage => Report;

    /// <inheritdoc/>
    public override string Summary =>
        $"{(Report.Duty == LegalDuty.Report ? "知事へ報告" : "都道府県へ情報提供")}: 第{Report.OrderVersion}版 "
        + $"{Report.At.ToJapan().ToString("M月d日 H:mm", CultureInfo.InvariantCulture)} {Report.Means.Word()}で {Report.HeardBy} へ";
}
