using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Domain.Evacuation.Documents;

/// <summary>A version of an order was reported to the governor (災害対策基本法60条4項・5項), or told to the prefecture (56条2項): by what means, to whom, when.</summary>
/// <param name="Duty">Report or information.</param>
/// <param name="OrderId">The order.</param>
/// <param name="OrderVersion">Its version.</param>
/// <param name="Means">By what means.</param>
/// <param name="HeardBy">The office that took it, and who there.</param>
/// <param name="At">When it was taken.</param>
public sealed record OrderReport(LegalDuty Duty, Guid OrderId, int OrderVersion, ReportMeans Means, string HeardBy, DateTimeOffset At)
{
    /// <summary>Longest <see cref="HeardBy"/>, in characters.</summary>
    public const int MaxHeardBy = 100;

    /// <summary>Under what the chronology keeps it.</summary>
    public Guid Subject => SubjectOf(Duty, OrderId, OrderVersion);

    /// <summary>One subject per duty and version, the same on every node.</summary>
    /// <param name="duty">The duty.</param>
    /// <param name="orderId">The order.</param>
    /// <param name="version">Its version.</param>
    /// <returns>An identity made from all three.</returns>
    public static Guid SubjectOf(LegalDuty duty, Guid orderId, int version) => DerivedId.Of($"{duty}/{orderId:D}/{version}");

    /// <summary>Makes one.</summary>
    /// <param name="order">The version that was reported.</param>
    /// <param name="duties">What the law asks for after it.</param>
    /// <param name="duty">What was done of it.</param>
    /// <param name="means">By what means.</param>
    /// <param name="heardBy">Who took it; 1–100 characters.</param>
    /// <param name="at">When; times are typed to the minute, so the minute of the act counts as after it.</param>
    /// <param name="now">Now.</param>
    /// <returns>The report, or <c>evacuation.report-not-due</c>, <c>evacuation.report-hearer</c>, <c>evacuation.report-time</c>.</returns>
    public static Outcome<OrderReport> Make(
        Order order, IEnumerable<LegalDuty> duties, LegalDuty duty, ReportMeans means, string heardBy, DateTimeOffset at, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(order);
        var hearer = heardBy?.Trim() ?? string.Empty;
        var earliest = order.UpdatedAt.AddTicks(-(order.UpdatedAt.Ticks % TimeSpan.TicksPerMinute));
        return duty == LegalDuty.Announcement || !duties.Contains(duty) ? EvacuationRefusals.ReportNotDue
            : hearer.Length is 0 or > MaxHeardBy ? EvacuationRefusals.ReportHearer
            : at < earliest || at > now ? EvacuationRefusals.ReportTime
            : new OrderReport(duty, order.Id, order.Version, means, hearer, at);
    }
}

/// <summary>By what means something was reported.</summary>
public enum ReportMeans
{
    /// <summary>電話.</summary>
    Telephone,

    /// <summary>FAX, by line or by 防災行政無線.</summary>
    Fax,

    /// <summary>防災行政無線, spoken.</summary>
    Radio,

    /// <summary>メール.</summary>
    Mail,

    /// <summary>Typed into a system of the prefecture.</summary>
    System,

    /// <summary>By a person who is there.</summary>
    InPerson,
}

/// <summary>Words for <see cref="ReportMeans"/>.</summary>
public static class ReportMeansWords
{
    /// <summary>The word on screens and in the chronology.</summary>
    /// <param name="means">The means.</param>
    /// <returns>Japanese.</returns>
    public static string Word(this ReportMeans means) => means switch
    {
        ReportMeans.Telephone => "電話",
        ReportMeans.Fax => "FAX",
        ReportMeans.Radio => "防災行政無線",
        ReportMeans.Mail => "メール",
        ReportMeans.System => "システム入力",
        ReportMeans.InPerson => "対面",
        _ => throw new ArgumentOutOfRangeException(nameof(means), means, "Not a means."),
    };
}
