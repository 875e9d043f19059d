using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Evacuation.Consequences;
using Chiyoda.Bousai.Domain.WardPacks;

namespace Chiyoda.Bousai.Domain.Evacuation;

/// <summary>What a person may draw up: only what the ward has, what the law knows and what can be said.</summary>
public static class MeasureRules
{
    /// <summary>Why a measure cannot stand.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="act">The act that it is for; its message must exist.</param>
    /// <param name="pack">The ward pack.</param>
    /// <param name="today">The day in Japan: registers have a validity.</param>
    /// <returns><see langword="null"/> when it can, or <c>evacuation.level-unsound</c>, <c>evacuation.areas-missing</c>,
    /// <c>evacuation.unknown-area</c>, <c>evacuation.unknown-cause</c>, <c>evacuation.unsayable</c>, <c>evacuation.audience-unspoken</c>, <c>evacuation.reason-missing</c>,
    /// <c>evacuation.shelter-unsound</c>; an act that ends an order is not held up by a shelter or an audience.</returns>
    public static Refusal? Refuse(Measure measure, Act act, WardPack pack, DateOnly today)
    {
        var hasSoundLevel = measure.Hazard.HasLevel() ? measure.Level is 3 or 4 or 5 : measure.Level is null;
        return !hasSoundLevel ? EvacuationRefusals.LevelUnsound
            : measure.Areas.Count == 0 ? EvacuationRefusals.AreasMissing
            : measure.Areas.Any(area => !pack.Areas.ContainsKey(new AreaCode(area))) ? EvacuationRefusals.UnknownArea
            : !KnowsCause(measure, pack) ? EvacuationRefusals.UnknownCause
            : !pack.Messages.Offers(measure.Hazard, act, measure.Level, measure.Action) ? EvacuationRefusals.Unsayable
            : !act.Ends() && !measure.Audience.IsSpokenTo(measure.Level, measure.Action) ? EvacuationRefusals.AudienceUnspoken
            : string.IsNullOrWhiteSpace(measure.Reason) ? EvacuationRefusals.ReasonMissing
            : !act.Ends() && measure.Shelters.Count > 0 && !AreRecommended(measure, pack, today) ? EvacuationRefusals.ShelterUnsound
            : null;
    }

    /// <summary>A measure as the pack writes it: areas once each in ordinal order, the cause by its name.</summary>
    /// <param name="hazard">The hazard.</param>
    /// <param name="cause">Id of the cause in the pack, or empty; for <see cref="Hazard.Other"/> what it is, in Japanese.</param>
    /// <param name="level">3–5, or <see langword="null"/>.</param>
    /// <param name="action">What people do.</param>
    /// <param name="audience">Who is addressed.</param>
    /// <param name="areas">Codes in any order.</param>
    /// <param name="reason">Why, for the public.</param>
    /// <param name="shelters">Ids of shelters in any order.</param>
    /// <param name="pack">The ward pack.</param>
    /// <returns>The measure; whether it can stand is <see cref="Refuse"/>'s.</returns>
    public static Measure Write(
        Hazard hazard, string cause, int? level, EvacuationAction action, Audience audience, IEnumerable<string> areas, string reason, IEnumerable<string> shelters,
        WardPack pack)
    {
        // What a person names is the order key: the same name typed otherwise is the same cause.
        var key = hazard == Hazard.Other ? TypedLine.Name(cause) : cause;
        return new Measure(
            hazard, key, pack.Causes.TryGetValue(key, out var known) ? known.Name.Ja : hazard == Hazard.Other ? key : string.Empty, level, action, audience,
            [.. areas.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], reason.Trim())
        {
            Shelters = [.. shelters.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        };
    }

    private static bool AreRecommended(Measure measure, WardPack pack, DateOnly today)
    {
        var recommended = ShelterJudge.Recommended(measure.Hazard, measure.Areas, pack, today).Select(shelter => shelter.Id).ToHashSet(StringComparer.Ordinal);
        return measure.Shelters.All(recommended.Contains);
    }

    /// <summary>A hazard with causes in the pack needs one of them: the order key would otherwise fall apart.</summary>
    private static bool KnowsCause(Measure measure, WardPack pack) => measure.Hazard == Hazard.Other
        ? measure.Cause.Length > 0
        : measure.Cause.Length == 0
        ? !pack.Causes.Values.Any(cause => cause.Hazard == measure.Hazard)
        : pack.Causes.TryGetValue(measure.Cause, out var cause) && cause.Hazard == measure.Hazard;
}
