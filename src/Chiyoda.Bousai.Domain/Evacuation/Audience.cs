namespace Chiyoda.Bousai.Domain.Evacuation;

/// <summary>Whom in the areas an order addresses.</summary>
public enum Audience
{
    /// <summary>All persons in the areas.</summary>
    Everyone,

    /// <summary>高齢者等: the elderly and others who need time.</summary>
    ElderlyAndSlow,

    /// <summary>People underground: malls, stations, basements.</summary>
    Underground,

    /// <summary>Named facilities only.</summary>
    NamedFacilities,
}

/// <summary>Whom the messages of an order speak to.</summary>
public static class AudienceRules
{
    /// <summary>Whom an order of a level addresses unless somebody chooses otherwise.</summary>
    /// <param name="level">警戒レベル, or <see langword="null"/>.</param>
    /// <returns>高齢者等 at level 3, otherwise everyone.</returns>
    public static Audience Usual(int? level) => level == 3 ? Audience.ElderlyAndSlow : Audience.Everyone;

    /// <summary>Whether the messages for a level and an action say what an audience has to do. Everybody in the areas reads them.</summary>
    /// <param name="audience">The audience.</param>
    /// <param name="level">警戒レベル, or <see langword="null"/>.</param>
    /// <param name="action">What people are to do.</param>
    /// <returns>Level 3 speaks to 高齢者等; every other order to everyone, and going up to people underground.</returns>
    public static bool IsSpokenTo(this Audience audience, int? level, EvacuationAction action) => level == 3
        ? audience == Usual(level)
        : audience == Audience.Everyone || (audience == Audience.Underground && action == EvacuationAction.GoUp);
}
