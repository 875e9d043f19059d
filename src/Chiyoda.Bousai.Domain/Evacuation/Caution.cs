using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Domain.Evacuation;

/// <summary>What a releaser is asked again about before it goes out: each stands for wrong sends that happened.</summary>
public enum Caution
{
    /// <summary>区内全域: all areas of the ward at once, or nearly all.</summary>
    WholeWard,

    /// <summary>二重発信: the same as was released within <see cref="Cautions.DuplicateWithin"/>; needs words.</summary>
    DuplicateSend,

    /// <summary>解除との食い違い: an area whose order was lifted within <see cref="Cautions.LiftedWithin"/>.</summary>
    ContradictsLift,

    /// <summary>古い決裁: decided longer than <see cref="Cautions.DecisionHolds"/> ago, or an order for the same was changed since.</summary>
    OldDecision,

    /// <summary>それまでの発令も消える: what is voided, or loses areas by a correction, had changed or taken over an order that stood before it.</summary>
    VoidsWhatStood,
}

/// <summary>Which cautions a release meets.</summary>
public static class Cautions
{
    /// <summary>Two same releases closer than this are taken for a slip.</summary>
    public static readonly TimeSpan DuplicateWithin = TimeSpan.FromSeconds(60);

    /// <summary>How long a lift asks again before the same areas get an order.</summary>
    public static readonly TimeSpan LiftedWithin = TimeSpan.FromMinutes(60);

    /// <summary>How long a decision is taken for one on what is now.</summary>
    public static readonly TimeSpan DecisionHolds = TimeSpan.FromMinutes(60);

    /// <summary>From when on ended orders matter to <see cref="Of"/>.</summary>
    /// <param name="changed">The order that is changed; <see langword="null"/> for an issue.</param>
    /// <param name="at">Now.</param>
    /// <returns>The earlier of an hour ago and the beginning of that order.</returns>
    public static DateTimeOffset Since(Order? changed, DateTimeOffset at) =>
        changed?.IssuedAt is { } began && began < at - LiftedWithin ? began : at - LiftedWithin;

    /// <summary>What has to be asked again.</summary>
    /// <param name="proposal">What is to be released.</param>
    /// <param name="orders">Orders in force, and those that ended since <see cref="Since"/>.</param>
    /// <param name="wardAreas">How many areas the ward has.</param>
    /// <param name="at">Now.</param>
    /// <returns>Each at most once; of acts that end an order only <see cref="Caution.OldDecision"/> and <see cref="Caution.VoidsWhatStood"/>.</returns>
    public static IReadOnlyList<Caution> Of(Proposal proposal, IReadOnlyList<Order> orders, int wardAreas, DateTimeOffset at)
    {
        var measure = proposal.Measure;
        var found = new List<Caution>();
        if (proposal.Decision is { } decision && (at - decision.At > DecisionHolds || IsOvertaken(proposal, decision, orders)))
        {
            found.Add(Caution.OldDecision);
        }

        if (TakesAwayByCorrecting(proposal) && StoodBefore(proposal, orders))
        {
            found.Add(Caution.VoidsWhatStood);
        }

        if (proposal.Act.Ends())
        {
            return found;
        }

        if (measure.Areas.Count * 10 >= wardAreas * 9)
        {
            found.Add(Caution.WholeWard);
        }

        if (orders.Any(order => order.IsInForce && at - order.UpdatedAt < DuplicateWithin && order.Measure.IsSameAs(measure)))
        {
            found.Add(Caution.DuplicateSend);
        }

        if (orders.Any(order => order.State == OrderState.Lifted && order.Id != proposal.OrderId && at - order.EndedAt < LiftedWithin
            && order.Measure.SharesKeyWith(measure) && order.Measure.Overlap(measure).Count > 0))
        {
            found.Add(Caution.ContradictsLift);
        }

        return found;
    }

    private static bool TakesAwayByCorrecting(Proposal proposal) => proposal.Act == Act.Void
        || (proposal.Act == Act.Correct && proposal.Before!.Areas.Except(proposal.Measure.Areas, StringComparer.Ordinal).Any());

    /// <summary>A raise, an update, a part that was lowered, or areas taken over: what held before would not come back. An order of the
    /// same key that changed since may have given areas up: better asked once too often.</summary>
    private static bool StoodBefore(Proposal proposal, IReadOnlyList<Order> orders) =>
        proposal.OrderVersion > 1
        || (orders.FirstOrDefault(order => order.Id == proposal.OrderId) is { } changed
            && (changed.FollowsId is not null
                || orders.Any(order => order.IssuedAt < changed.IssuedAt && order.UpdatedAt >= changed.IssuedAt && order.Measure.SharesKeyWith(changed.Measure))));

    /// <summary>Changes of an order name its version; an issue does not, so it could undo in silence what was decided after it.</summary>
    private static bool IsOvertaken(Proposal proposal, Decision decision, IReadOnlyList<Order> orders) =>
        proposal.Act == Act.Issue && orders.Any(order =>
            (order.EndedAt ?? order.UpdatedAt) > decision.RecordedAt && order.Measure.SharesKeyWith(proposal.Measure) && order.Measure.Overlap(proposal.Measure).Count > 0);

    /// <summary>A caution for a line.</summary>
    /// <param name="caution">The caution.</param>
    /// <returns>The Japanese word.</returns>
    public static string Word(Caution caution) => caution switch
    {
        Caution.WholeWard => "区内全域への発信",
        Caution.DuplicateSend => "同じ内容の再発信",
        Caution.ContradictsLift => "解除した区域への発令",
        Caution.OldDecision => "古い決裁による発信",
        Caution.VoidsWhatStood => "以前の発令も消える取消し・訂正",
        _ => throw new ArgumentOutOfRangeException(nameof(caution), caution, "Not a caution."),
    };

    /// <summary>The first caution that the releaser has not answered.</summary>
    /// <param name="found">What was found.</param>
    /// <param name="confirmed">What the releaser confirmed having seen.</param>
    /// <param name="words">The releaser's words.</param>
    /// <returns>The refusal that asks, or <see langword="null"/> when all are answered.</returns>
    public static Refusal? Ask(IReadOnlyList<Caution> found, IReadOnlyCollection<Caution> confirmed, string words)
    {
        foreach (var caution in found)
        {
            var isAnswered = confirmed.Contains(caution) && (caution != Caution.DuplicateSend || !string.IsNullOrWhiteSpace(words));
            if (!isAnswered)
            {
                return caution switch
                {
                    Caution.WholeWard => EvacuationRefusals.WholeWard,
                    Caution.DuplicateSend => EvacuationRefusals.DuplicateSend,
                    Caution.ContradictsLift => EvacuationRefusals.ContradictsLift,
                    Caution.OldDecision => EvacuationRefusals.OldDecision,
                    _ => EvacuationRefusals.VoidsWhatStood,
                };
            }
        }

        return null;
    }
}
