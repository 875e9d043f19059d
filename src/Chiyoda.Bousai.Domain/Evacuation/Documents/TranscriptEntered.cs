using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Domain.Evacuation.Documents;

/// <summary>Somebody typed a version of an order into the system elsewhere.</summary>
/// <param name="Entry">What was typed.</param>
/// <param name="Name">Name of that system.</param>
/// <param name="Actor">Who.</param>
/// <param name="OccurredAt">When.</param>
public sealed record TranscriptEntered(TranscriptEntry Entry, string Name, Actor Actor, DateTimeOffset OccurredAt) : Fact(Actor, OccurredAt)
{
    /// <summary>The kind of the entry.</summary>
    public const string EntryKind = "evacuation.transcript-entered";

    /// <inheritdoc/>
    public override string Kind => EntryKind;

    /// <summary>The sheet of this order, not the order: each entry of an order is one of its versions.</summary>
    public override Guid SubjectId => Entry.Subject;

    /// <inheritdoc/>
    public override object AfterImage => Entry;

    /// <inheritdoc/>
    public override string Summary => $"転記済: {Name} 第{Entry.OrderVersion}版（{string.Join('・', Entry.Rows.Take(2).Select(row => row.Text))}）";
}

/// <summary>What was typed, whole, so that the next entry can show what differs.</summary>
/// <param name="TranscriptId">The sheet.</param>
/// <param name="OrderId">The order.</param>
/// <param name="OrderVersion">Its version.</param>
/// <param name="Rows">Every field.</param>
public sealed record TranscriptEntry(string TranscriptId, Guid OrderId, int OrderVersion, IReadOnlyList<TranscriptRow> Rows)
{
    /// <summary>Under what the chronology keeps it.</summary>
    public Guid Subject => SubjectOf(TranscriptId, OrderId);

    /// <summary>One subject per sheet and order, the same on every node.</summary>
    /// <param name="transcriptId">The sheet.</param>
    /// <param name="orderId">The order.</param>
    /// <returns>An identity made from both.</returns>
    public static Guid SubjectOf(string transcriptId, Guid orderId) => DerivedId.Of($"{transcriptId}/{orderId:D}");
}
