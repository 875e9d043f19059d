using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Domain.Evacuation;

/// <summary>What each act may change of an order: one act does one thing, so that nobody lifts by updating.</summary>
public static class ChangeRules
{
    /// <summary>Why a change cannot be asked.</summary>
    /// <param name="act">The act; not an issue.</param>
    /// <param name="before">What the order holds.</param>
    /// <param name="after">What is asked; for a lift or a void what ends.</param>
    /// <param name="isInForce">Whether the order is; a correction of its end may leave it as it was.</param>
    /// <returns><see langword="null"/> when it can be, or <c>evacuation.other-key</c>, <c>evacuation.areas-missing</c>,
    /// <c>evacuation.areas-outside</c>, <c>evacuation.level-not-lower</c>, <c>evacuation.level-changes</c>,
    /// <c>evacuation.areas-given-up</c>, <c>evacuation.nothing-changes</c>.</returns>
    public static Refusal? Refuse(Act act, Measure before, Measure after, bool isInForce = true)
    {
        if (!before.SharesKeyWith(after))
        {
            return EvacuationRefusals.OtherKey;
        }

        if (after.Areas.Count == 0)
        {
            return EvacuationRefusals.AreasMissing;
        }

        var isInside = !after.Areas.Except(before.Areas, StringComparer.Ordinal).Any();
        var keepsAll = !before.Areas.Except(after.Areas, StringComparer.Ordinal).Any();
        return act switch
        {
            Act.Lift or Act.Lower when !isInside => EvacuationRefusals.AreasOutside,
            Act.Lower when !(after.Level < before.Level) => EvacuationRefusals.LevelNotLower,
            Act.Update when after.Level != before.Level => EvacuationRefusals.LevelChanges,
            Act.Update when !keepsAll => EvacuationRefusals.AreasGivenUp,
            Act.Update or Act.Correct when isInForce && after.IsSameAs(before) => EvacuationRefusals.NothingChanges,
            Act.Lift or Act.Void when !after.IsSameAs(before with { Areas = after.Areas }) || (act == Act.Void && !keepsAll) =>
                throw new ArgumentException("What ends is what was in force.", nameof(after)),
            Act.Issue => throw new ArgumentOutOfRangeException(nameof(act), act, "An issue changes no order."),
            _ => null,
        };
    }
}
