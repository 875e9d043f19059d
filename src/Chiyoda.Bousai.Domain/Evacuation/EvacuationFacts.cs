using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Dissemination;

namespace Chiyoda.Bousai.Domain.Evacuation;

/// <summary>A fact about a proposal; the after-image is the whole proposal.</summary>
/// <param name="Proposal">The proposal after the step.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="OccurredAt">When.</param>
public abstract record ProposalFact(Proposal Proposal, Actor Actor, DateTimeOffset OccurredAt) : Fact(Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override Guid SubjectId => Proposal.Id;

    /// <inheritdoc/>
    public override object AfterImage => Proposal;

    /// <summary>What it is about, for a line: level and kind, cause and number of areas.</summary>
    protected string About
    {
        get
        {
            var measure = Proposal.Measure;
            var cause = measure.CauseName.Length == 0 ? string.Empty : measure.CauseName + " ";
            var act = Proposal.Act == Act.Lift ? " 解除" : string.Empty;
            return $"{cause}{OrderKinds.Spoken(measure.Level)}{act}（{measure.Areas.Count}町丁目）";
        }
    }
}

/// <summary>A rule proposed.</summary>
/// <inheritdoc cref="ProposalFact"/>
public sealed record Proposed(Proposal Proposal, Actor Actor, DateTimeOffset OccurredAt) : ProposalFact(Proposal, Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override string Kind => "evacuation.proposed";

    /// <inheritdoc/>
    public override string Summary => $"案を作成: {About}";
}

/// <summary>A person submitted.</summary>
/// <inheritdoc cref="ProposalFact"/>
public sealed record Submitted(Proposal Proposal, Actor Actor, DateTimeOffset OccurredAt) : ProposalFact(Proposal, Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override string Kind => "evacuation.submitted";

    /// <inheritdoc/>
    public override string Summary => $"提出: {About}";
}

/// <summary>A decision was recorded.</summary>
/// <inheritdoc cref="ProposalFact"/>
public sealed record Decided(Proposal Proposal, Actor Actor, DateTimeOffset OccurredAt) : ProposalFact(Proposal, Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override string Kind => "evacuation.decided";

    /// <inheritdoc/>
    public override string Summary =>
        $"決裁: {About} {Proposal.Decision!.Office}（{Word(Proposal.Decision.Means)} {Proposal.Decision.At.Clock()}、聞取り {Proposal.Decision.HeardBy}）";

    private static string Word(DecisionMeans means) => means switch
    {
        DecisionMeans.Screen => "画面",
        DecisionMeans.Telephone => "電話",
        DecisionMeans.Radio => "無線",
        _ => "会議",
    };
}

/// <summary>Sent back.</summary>
/// <inheritdoc cref="ProposalFact"/>
public sealed record Returned(Proposal Proposal, Actor Actor, DateTimeOffset OccurredAt) : ProposalFact(Proposal, Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override string Kind => "evacuation.returned";

    /// <inheritdoc/>
    public override string Summary => $"差戻し: {About} 理由: {Proposal.Note}";
}

/// <summary>Decided not to do it.</summary>
/// <inheritdoc cref="ProposalFact"/>
public sealed record Rejected(Proposal Proposal, Actor Actor, DateTimeOffset OccurredAt) : ProposalFact(Proposal, Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override string Kind => "evacuation.rejected";

    /// <inheritdoc/>
    public override string Summary => $"不採用: {About} 理由: {Proposal.Note}";
}

/// <summary>A draft lost its ground.</summary>
/// <inheritdoc cref="ProposalFact"/>
public sealed record Discarded(Proposal Proposal, Actor Actor, DateTimeOffset OccurredAt) : ProposalFact(Proposal, Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override string Kind => "evacuation.discarded";

    /// <inheritdoc/>
    public override string Summary => $"廃案: {About} 理由: {Proposal.Note}";
}

/// <summary>A person asked to lift an order; the proposal is submitted with it.</summary>
/// <inheritdoc cref="ProposalFact"/>
public sealed record LiftAsked(Proposal Proposal, Actor Actor, DateTimeOffset OccurredAt) : ProposalFact(Proposal, Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override string Kind => "evacuation.lift-asked";

    /// <inheritdoc/>
    public override string Summary => $"解除の案を提出: {About} 理由: {Proposal.Note}";
}

/// <summary>An order changed by a release; the after-image is the whole order.</summary>
/// <param name="Order">The order after the act.</param>
/// <param name="Release">What leaves the house.</param>
/// <param name="Actor">The releaser.</param>
/// <param name="OccurredAt">When.</param>
public abstract record OrderFact(Order Order, Release Release, Actor Actor, DateTimeOffset OccurredAt) : Fact(Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override Guid SubjectId => Order.Id;

    /// <inheritdoc/>
    public override object AfterImage => Order;

    /// <inheritdoc/>
    public override Visibility Visibility => Visibility.Public;

    /// <summary>Cause, level and kind for a line.</summary>
    protected string About =>
        $"{(Order.Measure.CauseName.Length == 0 ? string.Empty : Order.Measure.CauseName + " ")}{OrderKinds.Spoken(Order.Measure.Level)}";
}

/// <summary>An order was issued, or raised.</summary>
/// <inheritdoc cref="OrderFact"/>
public sealed record OrderIssued(Order Order, Release Release, Actor Actor, DateTimeOffset OccurredAt)
    : OrderFact(Order, Release, Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override string Kind => "evacuation.order-issued";

    /// <inheritdoc/>
    public override string Summary => $"発令: {About}（{Order.Measure.Areas.Count}町丁目）";
}

/// <summary>An order was lifted.</summary>
/// <inheritdoc cref="OrderFact"/>
public sealed record OrderLifted(Order Order, Release Release, Actor Actor, DateTimeOffset OccurredAt)
    : OrderFact(Order, Release, Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override string Kind => "evacuation.order-lifted";

    /// <inheritdoc/>
    public override string Summary => $"解除: {About}（{Order.Measure.Areas.Count}町丁目）";
}

/// <summary>Areas of an order went over to a newer one for the same hazard and cause.</summary>
/// <param name="Order">The order that gave them up.</param>
/// <param name="Actor">The releaser.</param>
/// <param name="OccurredAt">When.</param>
public sealed record OrderGaveUpAreas(Order Order, Actor Actor, DateTimeOffset OccurredAt) : Fact(Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override string Kind => "evacuation.order-gave-up-areas";

    /// <inheritdoc/>
    public override Guid SubjectId => Order.Id;

    /// <inheritdoc/>
    public override object AfterImage => Order;

    /// <inheritdoc/>
    public override Visibility Visibility => Visibility.Public;

    /// <inheritdoc/>
    public override string Summary => Order.IsInForce
        ? $"区域の一部が新しい避難情報へ移行: {OrderKinds.Spoken(Order.Measure.Level)}（残り{Order.Measure.Areas.Count}町丁目）"
        : $"新しい避難情報へ移行: {OrderKinds.Spoken(Order.Measure.Level)}";
}
