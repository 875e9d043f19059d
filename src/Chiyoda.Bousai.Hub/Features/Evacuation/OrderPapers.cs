using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Evacuation.Documents;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Hub.Features.Chronology;
using Chiyoda.Bousai.Hub.Pages.Hq;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Features.Evacuation;

/// <summary>
/// The papers about an order: what the law asks for, and what is typed into systems elsewhere. They are written anew from the order each time they are
/// read; what was entered stands in the chronology.
/// </summary>
internal sealed class OrderPapers(BousaiDbContext db, WardPack pack, TimeProvider clock)
{
    /// <returns>The papers of the present version; <see langword="null"/> when there is no such order.</returns>
    public async Task<OrderPaperView?> ReadAsync(Guid orderId, CancellationToken cancellationToken)
    {
        if (await RecordAsync(orderId, cancellationToken) is not { } record)
        {
            return null;
        }

        var sheets = new List<TranscriptSheet>();
        foreach (var transcript in pack.Transcripts)
        {
            sheets.Add(TranscriptSheet.Of(transcript, record, await LastAsync(transcript.Id, orderId, cancellationToken), clock.GetUtcNow()));
        }

        return new OrderPaperView(orderId, record.Order.Version, Write(record), sheets);
    }

    /// <summary>What the law asks for; nothing of an order whose place another took, since that one has papers of its own.</summary>
    public IReadOnlyList<LegalDocument> Write(OrderRecord record) =>
        record.Order.State == OrderState.Replaced ? [] : pack.LegalTexts?.Write(record) ?? [];

    /// <summary>Notes that the present version was typed into a system elsewhere. Noted once: a second time changes nothing.</summary>
    public async Task<Outcome<TranscriptSheet>> EnterAsync(Guid orderId, string transcriptId, int version, Actor actor, CancellationToken cancellationToken)
    {
        if (await RecordAsync(orderId, cancellationToken) is not { } record)
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

        return TranscriptSheet.Of(transcript, record, await LastAsync(transcriptId, orderId, cancellationToken), clock.GetUtcNow());
    }

    /// <summary>The present version of an order with what it rests on.</summary>
    public async Task<OrderRecord?> RecordAsync(Guid orderId, CancellationToken cancellationToken)
    {
        if (await db.Orders.AsNoTracking().FirstOrDefaultAsync(each => each.Id == orderId, cancellationToken) is not { } order)
        {
            return null;
        }

        return RecordOf(order, await DecisionsBehind.ReadAsync(db, [order], cancellationToken));
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

    private async Task<Noted<TranscriptEntry>?> LastAsync(string transcriptId, Guid orderId, CancellationToken cancellationToken)
    {
        var subject = TranscriptEntry.SubjectOf(transcriptId, orderId);
        return (await Noted.LastAsync<TranscriptEntry>(db, TranscriptEntered.EntryKind, [subject], cancellationToken)).GetValueOrDefault(subject);
    }
}

/// <summary>The papers of one version of an order.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Version">Its version.</param>
/// <param name="Documents">What the law asks for.</param>
/// <param name="Transcripts">What is typed into systems elsewhere.</param>
public sealed record OrderPaperView(Guid OrderId, int Version, IReadOnlyList<LegalDocument> Documents, IReadOnlyList<TranscriptSheet> Transcripts);

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
    internal static TranscriptSheet Of(Transcript transcript, OrderRecord record, Noted<TranscriptEntry>? last, DateTimeOffset now)
    {
        var dueAt = record.Order.UpdatedAt + transcript.LateAfter;
        var isEntered = last?.Image.OrderVersion == record.Order.Version;
        return new TranscriptSheet(
            transcript.Id, transcript.Name, transcript.Basis,
            [.. transcript.Fill(record).Select(row => new Row(row.Label, row.Text, row.Text == TranscriptRow.Unknown, Differing(row, last)))],
            dueAt, last?.Image.OrderVersion, last?.At, last?.By, isEntered, !isEntered && now >= dueAt);
    }

    private static string? Differing(TranscriptRow row, Noted<TranscriptEntry>? last) =>
        last?.Image.Rows.FirstOrDefault(before => before.Label == row.Label) is { } before && before.Text != row.Text ? before.Text : null;

    /// <param name="Label">The field's label there.</param>
    /// <param name="Text">What to type.</param>
    /// <param name="IsUnknown">Nobody knows it: it is neither 0 nor empty.</param>
    /// <param name="Previous">What was typed last, where it differs; null where it does not, or nothing was typed.</param>
    public sealed record Row(string Label, string Text, bool IsUnknown, string? Previous);
}
