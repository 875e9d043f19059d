using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Domain.Dissemination;

/// <summary>A fact about a dispatch; the after-image is its statement.</summary>
/// <param name="Statement">The dispatch after the step.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="OccurredAt">When.</param>
public abstract record DispatchFact(DispatchStatement Statement, Actor Actor, DateTimeOffset OccurredAt) : Fact(Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override Guid SubjectId => Statement.DispatchId;

    /// <inheritdoc/>
    public override object AfterImage => Statement;

    /// <summary>The channel's word.</summary>
    protected string Channel => ChannelNames.Word(Statement.Channel);
}

/// <summary>Every recipient of a dispatch has an outcome; single outcomes are not entries, their totals are.</summary>
/// <inheritdoc cref="DispatchFact"/>
public sealed record DispatchCompleted(DispatchStatement Statement, DateTimeOffset OccurredAt)
    : DispatchFact(Statement, Actor.Hub, OccurredAt)
{
    /// <inheritdoc/>
    public override string Kind => "dissemination.completed";

    /// <inheritdoc/>
    public override string Summary
    {
        get
        {
            var counts = Statement.Counts;
            return $"配信完了: {Channel} 宛先{counts.Recipients} 受付{counts.Accepted} 失効{counts.Gone} 失敗{counts.Failed}";
        }
    }
}

/// <summary>A dispatch was stopped until a person looks.</summary>
/// <inheritdoc cref="DispatchFact"/>
public sealed record DispatchHeld(DispatchStatement Statement, DateTimeOffset OccurredAt)
    : DispatchFact(Statement, Actor.Hub, OccurredAt)
{
    /// <inheritdoc/>
    public override string Kind => "dissemination.held";

    /// <inheritdoc/>
    public override string Summary => $"配信を保留: {Channel} 理由: {Statement.Reason}";
}

/// <summary>A person let a held dispatch go on.</summary>
/// <inheritdoc cref="DispatchFact"/>
public sealed record DispatchResumed(DispatchStatement Statement, Actor Actor, DateTimeOffset OccurredAt)
    : DispatchFact(Statement, Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override string Kind => "dissemination.resumed";

    /// <inheritdoc/>
    public override string Summary => $"保留した配信を再開: {Channel}";
}

/// <summary>Something that nobody decided and released reached for a channel, and was refused (design rule 1).</summary>
/// <param name="DecisionId">The decision it claimed.</param>
/// <param name="OrderId">The order it claimed.</param>
/// <param name="ChannelName">The channel it reached for.</param>
/// <param name="OccurredAt">When.</param>
public sealed record OrphanSendRefused(Guid DecisionId, Guid OrderId, string ChannelName, DateTimeOffset OccurredAt)
    : Fact(Actor.Hub, OccurredAt)
{
    /// <summary>Kind of its entry.</summary>
    public const string EntryKind = "dissemination.orphan-refused";

    /// <inheritdoc/>
    public override string Kind => EntryKind;

    /// <inheritdoc/>
    public override Guid SubjectId => DecisionId;

    /// <inheritdoc/>
    public override object AfterImage => new { DecisionId, OrderId, Channel = ChannelName };

    /// <inheritdoc/>
    public override string Summary =>
        $"異常: 決裁・発信の記録がない配信を止めました（{ChannelNames.Word(ChannelName)}）";
}
