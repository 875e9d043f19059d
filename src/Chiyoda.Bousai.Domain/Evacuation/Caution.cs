using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Domain.Evacuation;

/// <summary>What a releaser is asked again about before it goes out: each stands for wrong sends that happened.</summary>
public enum Caution
{
    /// <summary>区内全域: all areas of the ward at once.</summary>
    WholeWard,

    /// <summary>二重発信: the same as was released within <see cref="Cautions.DuplicateWithin"/>; needs words.</summary>
    DuplicateSend,

    /// <summary>解除との食い違い: an area whose order was lifted within <see cref="Cautions.LiftedWithin"/>.</summary>
    ContradictsLift,
}

/// <summary>Which cautions a release meets.</summary>
public static class Cautions
{
    /// <summary>Two same releases closer than this are taken for a slip.</summary>
    public static readonly TimeSpan DuplicateWithin = TimeSpan.FromSeconds(60);

    /// <summary>How long a lift asks again before the same areas get an order.</summary>
    public static readonly TimeSpan LiftedWithin = TimeSpan.FromMinutes(60);

    /// <summary>What has to be asked again.</summary>
    /// <param name="proposal">What is to be released.</param>
    /// <param name="orders">Orders in force, and those that ended within <see cref="LiftedWithin"/>.</param>
    /// <param name="wardAreas">How many areas the ward has.</param>
    /// <param name="at">Now.</param>
    /// <returns>Each at most once; none for acts that end an order.</returns>
    public static IReadOnlyList<Caution> Of(Proposal proposal, IReadOnlyList<Order> orders, int wardAreas, DateTimeOffset at)
    {
        var measure = proposal.Measure;
        if (proposal.Act.Ends())
        {
            return [];
        }

        var found = new List<Caution>();
        if (measure.Areas.Count >= wardAreas)
        {
            found.Add(Caution.WholeWard);
        }

        if (orders.Any(order => order.IsInForce && at - order.UpdatedAt < DuplicateWithin && order.Measure.IsSameAs(measure)))
        {
            found.Add(Caution.DuplicateSend);
        }

        if (orders.Any(order => order.State == OrderState.Lifted && at - order.EndedAt < LiftedWithin
            && order.Measure.SharesKeyWith(measure) && order.Measure.Overlap(measure).Count > 0))
        {
            found.Add(Caution.ContradictsLift);
        }

        return found;
    }

    /// <summary>A caution for a line.</summary>
    /// <param name="caution">The caution.</param>
    /// <returns>The Japanese word.</returns>
    public static string Word(Caution caution) => caution switch
    {
        Caution.WholeWard => "区内全域への発信",
        Caution.DuplicateSend => "同じ内容の再発信",
        Caution.ContradictsLift => "解除した区域への発令",
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
                    _ => EvacuationRefusals.ContradictsLift,
                };
            }
        }

        return null;
    }
}
