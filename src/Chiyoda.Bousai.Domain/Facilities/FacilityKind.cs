namespace Chiyoda.Bousai.Domain.Facilities;

/// <summary>What a facility is to those who call it. The first three are 地下街等 (水防法15条の2), the others 要配慮者利用施設 (15条の3).</summary>
public enum FacilityKind
{
    /// <summary>地下街.</summary>
    UndergroundMall,

    /// <summary>駅: platforms and passages below the ground.</summary>
    Station,

    /// <summary>地下階のある建物: halls, car parks, basements that many people use.</summary>
    UndergroundSpace,

    /// <summary>社会福祉施設.</summary>
    Care,

    /// <summary>学校・幼稚園・保育施設.</summary>
    School,

    /// <summary>医療施設.</summary>
    Medical,
}

/// <summary>Questions that the kind answers.</summary>
public static class FacilityKinds
{
    /// <summary>Whether people in it are below the ground.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns><see langword="true"/> for 地下街等.</returns>
    public static bool IsUnderground(this FacilityKind kind) =>
        kind is FacilityKind.UndergroundMall or FacilityKind.Station or FacilityKind.UndergroundSpace;

    /// <summary>The Japanese word.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>As it stands in lists and in the chronology.</returns>
    public static string Word(this FacilityKind kind) => kind switch
    {
        FacilityKind.UndergroundMall => "地下街",
        FacilityKind.Station => "駅",
        FacilityKind.UndergroundSpace => "地下のある施設",
        FacilityKind.Care => "社会福祉施設",
        FacilityKind.School => "学校・保育施設",
        FacilityKind.Medical => "医療施設",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
