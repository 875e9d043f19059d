using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Evacuation.Documents;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Hub.Pages.Hq;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Chiyoda.Bousai.Infrastructure.Persistence.Chronology;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Features.Evacuation;

/// <summary>
/// The papers about an order: what the law asks for, and what is typed into systems elsewhere. They are written anew from the order each time they are
/// read; what was entered stands in the chronology.
/// </summary>
internal sealed class OrderPapers(BousaiDbContext db, WardPack pack, TimeProvider clock)
{
    /// <param name="orderId">The order.</param>
    /// <param name="version">A version of it; <see langword="null"/> for the present one.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The papers of that version; <see langword="null"/> when there is no such order or version.</returns>
    public async Task<OrderPaperView?> ReadAsync(Guid orderId, int? version, CancellationToken cancellationToken) =>
        await RecordAsync(orderId, version, cancellationToken) is { } found ? await ViewAsync(found.Record, found.PresentVersion, cancellationToken) : null;

    /// <summary>The same for a version that was read.</summary>
    public async Task<OrderPaperView> ViewAsync(OrderRecord record, int presentVersion, CancellationToken cancellationToken)
    {
        var order = record.Order;
        var sheets = new List<TranscriptSheet>();
        foreach (var transcript in pack.Transcripts)
        {
            var last = await LastAsync(transcript.Id, order.Id, cancellationToken);
            sheets.Add(TranscriptSheet.Of(transcript, record, last, clock.GetUtcNow(), isPresent: order.Version == presentVersion));
        }

        var documents = Write(record);
        return new OrderPaperView(
            order.Id, order.Version, presentVersion, documents, sheets, await ReportsAsync(order, documents.Select(document => document.Duty), cancellationToken));
    }

    /// <summary>What the law asks for; nothing of an order whose place another took, since that one has papers of its own.</summary>
    public IReadOnlyList<LegalDocument> Write(OrderRecord record) =>
        record.Order.State == OrderState.Replaced ? [] : pack.LegalTexts?.Write(record) ?? [];

    /// <summary>Notes that the present version was typed into a system elsewhere. Noted once: a second time changes nothing.</summary>
    public async Task<Outcome<TranscriptSheet>> EnterAsync(Guid orderId, string transcriptId, int version, Actor actor, CancellationToken cancellationToken)
    {
        if (await RecordAsync(orderId, version: null, cancellationToken) is not (var record, _))
        {
            return EvacuationRefusals.UnknownOrder;
        }

        if (pack.Transcripts.FirstOrDefault(each => each.Id == transcriptId) is not { } transcript)
        {
            return EvacuationRefusals.UnknownTranscript;
        }

        if (record.Order.Version != version)
        {
            return EvacuationRefusals.StaleVersion;
        }

        if ((await LastAsync(transcriptId, orderId, cancellationToken))?.Image.OrderVersion != version)
        {
            var entry = new TranscriptEntry(transcriptId, orderId, version, transcript.Fill(record));
            await db.CommitAsync([new TranscriptEntered(entry, transcript.Name, actor, clock.GetUtcNow().ToMicroseconds())], cancellationToken);
        }

        return TranscriptSheet.Of(transcript, record, await LastAsync(transcriptId, orderId, cancellationToken), clock.GetUtcNow(), isPresent: true);
    }

    /// <summary>Notes that a version was reported; the task that asks for it is done by it. The same twice changes nothing.</summary>
    public Task<Outcome<OrderReportView>> ReportAsync(
        Guid orderId, int version, LegalDuty duty, ReportMeans means, string heardBy, DateTimeOffset? at, Actor actor, CancellationToken cancellationToken) =>
        db.RepeatAsync<Outcome<OrderReportView>>(
            async () =>
            {
                if (await RecordAsync(orderId, version, cancellationToken) is not (var record, _))
                {
                    return EvacuationRefusals.UnknownOrder;
                }

                var now = clock.GetUtcNow().ToMicroseconds();
                var duties = Write(record).Select(document => document.Duty).ToList();
                if (!OrderReport.Make(record.Order, duties, duty, means, heardBy, at ?? now, now).TryGet(out var report, out var refusal))
                {
                    return refusal;
                }

                if (await ReportsAsync(record.Order, [duty], cancellationToken) is [var last] && last == OrderReportView.Of(at is null ? report with { At = last.At } : report, last.NotedBy))
                {
                    return last;
                }

                await db.CommitAsync([new OrderReported(report, actor, now)], cancellationToken);
                return OrderReportView.Of(report, actor.Name);
            },
            cancellationToken);

    private async Task<IReadOnlyList<OrderReportView>> ReportsAsync(Order order, IEnumerable<LegalDuty> duties, CancellationToken cancellationToken)
    {
        var noted = await Noted.LastAsync<OrderReport>(
            db, OrderReported.EntryKind, [.. duties.Select(duty => OrderReport.SubjectOf(duty, order.Id, order.Version))], cancellationToken);
        return [.. noted.Values.Select(last => OrderReportView.Of(last.Image, last.By))];
    }

    /// <summary>A version of an order with what it rests on: the present one, or an earlier one as the chronology kept it.</summary>
    public async Task<(OrderRecord Record, int PresentVersion)?> RecordAsync(Guid orderId, int? version, CancellationToken cancellationToken)
    {
        if (await db.Orders.AsNoTracking().FirstOrDefaultAsync(each => each.Id == orderId, cancellationToken) is not { } present)
        {
            return null;
        }

        var order = version is null || version == present.Version ? present : await VersionAsync(orderId, version.Value, cancellationToken);
        return order is null ? null : (RecordOf(order, await DecisionsBehind.ReadAsync(db, [order], cancellationToken)), present.Version);
    }

    /// <summary>The same for an order that was read, with the decisions behind it.</summary>
    public OrderRecord RecordOf(Order order, IReadOnlyDictionary<Guid, Proposal> decisions)
    {
        var ground = decisions.GetValueOrDefault(order.DecisionId);

        // An order that gave areas up to another changed by that other's decision: for its own papers that is an update.
        var act = ground is null || (order.IsInForce && order.UpdatedAt > ground.ReleasedAt) ? (order.Version == 1 ? Act.Issue : Act.Update) : ground.Act;
        return new OrderRecord(
            order, act, ground?.Before,
            [.. order.Measure.Areas.Select(code => pack.Areas.GetValueOrDefault(new AreaCode(code))).OfType<Area>()], ground?.Decision,
            new MeasureWords(order.Measure.Hazard.Word(), order.Measure.Action.Word(), order.Measure.Audience.Word()));
    }

    /// <summary>Each entry of an order is one of its versions, with the whole order in it.</summary>
    private async Task<Order?> VersionAsync(Guid orderId, int version, CancellationToken cancellationToken)
    {
        if (version < 1)
        {
            return null;
        }

        var octets = await db.Chronology.AsNoTracking()
            .Where(entry => entry.SubjectId == orderId)
            .OrderBy(entry => entry.Sequence)
            .Skip(version - 1).Take(1)
            .Join(db.EntryPayloads.AsNoTracking(), entry => entry.Sequence, payload => payload.Sequence, (entry, payload) => payload.Octets)
            .FirstOrDefaultAsync(cancellationToken);
        return octets is not null && Noted.Image<OrderImage>(octets) is { } image && image.Version == version ? Order.Of(image) : null;
    }

    private async Task<Noted<TranscriptEntry>?> LastAsync(string transcriptId, Guid orderId, CancellationToken cancellationToken)
    {
        var subject = TranscriptEntry.SubjectOf(transcriptId, orderId);
        return (await Noted.LastAsync<TranscriptEntry>(db, TranscriptEntered.EntryKind, [subject], cancellationToken)).GetValueOrDefault(subject);
    }
}

/// <summary>The papers of one version of an order.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Version">Its version.</param>
/// <param name="PresentVersion">The version that it has now.</param>
/// <param name="Documents">What the law asks for.</param>
/// <param name="Transcripts">What is typed into systems elsewhere.</param>
/// <param name="Reports">What was reported of this version, the last of each duty.</param>
public sealed record OrderPaperView(
    Guid OrderId, int Version, int PresentVersion, IReadOnlyList<LegalDocument> Documents, IReadOnlyList<TranscriptSheet> Transcripts, IReadOnlyList<OrderReportView> Reports);

/// <summary>A report or information that was made.</summary>
/// <param name="Duty">Which.</param>
/// <param name="Version">The version that it was about.</param>
/// <param name="Means">By what means.</param>
/// <param name="HeardBy">Who took it.</param>
/// <param name="At">When it was made.</param>
/// <param name="NotedBy">Who noted it.</param>
public sealed record OrderReportView(LegalDuty Duty, int Version, ReportMeans Means, string HeardBy, DateTimeOffset At, string NotedBy)
{
    internal static OrderReportView Of(OrderReport report, string notedBy) =>
        new(report.Duty, report.OrderVersion, report.Means, report.HeardBy, report.At, notedBy);
}

/// <summary>A sheet with its state.</summary>
/// <param name="Id">The sheet.</param>
/// <param name="Name">The system that it is typed into.</param>
/// <param name="Basis">Where its fields come from.</param>
/// <param name="Rows">The fields in their order.</param>
/// <param name="DueAt">Until when it is to be typed.</param>
/// <param name="EnteredVersion">The version that was typed last; null while none was.</param>
/// <param name="EnteredAt">When.</param>
/// <param name="EnteredBy">By whom.</param>
/// <param name="IsEntered">Whether the present version was typed.</param>
/// <param name="IsLate">Whether it is due and was not.</param>
public sealed record TranscriptSheet(
    string Id, string Name, string Basis, IReadOnlyList<TranscriptSheet.Row> Rows, DateTimeOffset DueAt, int? EnteredVersion, DateTimeOffset? EnteredAt, string? EnteredBy,
    bool IsEntered, bool IsLate)
{
    // Only the version that the order has now is typed, and may be late.
    internal static TranscriptSheet Of(Transcript transcript, OrderRecord record, Noted<TranscriptEntry>? last, DateTimeOffset now, bool isPresent)
    {
        var dueAt = record.Order.UpdatedAt + transcript.LateAfter;
        var isEntered = last?.Image.OrderVersion == record.Order.Version;
        return new TranscriptSheet(
            transcript.Id, transcript.Name, transcript.Basis,
            [.. transcript.Fill(record).Select(row => new Row(row.Label, row.Text, row.Text == TranscriptRow.Unknown, isPresent ? Differing(row, last) : null))],
            dueAt, last?.Image.OrderVersion, last?.At, last?.By, isEntered, isPresent && !isEntered && now >= dueAt);
    }

    private static string? Differing(TranscriptRow row, Noted<TranscriptEntry>? last) =>
        last?.Image.Rows.FirstOrDefault(before => before.Label == row.Label) is { } before && before.Text != row.Text ? before.Text : null;

    /// <param name="Label">The field's label there.</param>
    /// <param name="Text">What to type.</param>
    /// <param name="IsUnknown">Nobody knows it: it is neither 0 nor empty.</param>
    /// <param name="Previous">What was typed last, where it differs; null where it does not, or nothing was typed.</param>
    public sealed record Row(string Label, string Text, bool IsUnknown, string? Previous);
}
