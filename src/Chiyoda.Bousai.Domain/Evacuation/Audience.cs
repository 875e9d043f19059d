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
