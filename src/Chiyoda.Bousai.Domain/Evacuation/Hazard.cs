namespace Chiyoda.Bousai.Domain.Evacuation;

/// <summary>What people must be kept safe from. Level 3–5 exists for the first four only (避難情報に関するガイドライン).</summary>
public enum Hazard
{
    /// <summary>洪水: a river overflows or breaches.</summary>
    Flood,

    /// <summary>内水氾濫: rain that cannot drain.</summary>
    InlandFlood,

    /// <summary>高潮.</summary>
    StormSurge,

    /// <summary>土砂災害.</summary>
    Landslide,

    /// <summary>津波. An order has no level.</summary>
    Tsunami,

    /// <summary>地震. An order has no level and rests on a field report.</summary>
    Earthquake,

    /// <summary>大規模な火事.</summary>
    Fire,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>Questions that the kind of hazard answers.</summary>
public static class HazardRules
{
    /// <summary>Whether orders for this hazard carry a 警戒レベル.</summary>
    /// <param name="hazard">The hazard.</param>
    /// <returns><see langword="true"/> for flood, inland flood, storm surge and landslide.</returns>
    public static bool HasLevel(this Hazard hazard) =>
        hazard is Hazard.Flood or Hazard.InlandFlood or Hazard.StormSurge or Hazard.Landslide;
}
