using Chiyoda.Bousai.Domain.Shelters;

namespace Chiyoda.Bousai.Domain.Evacuation.Consequences;

/// <summary>One place of refuge, judged for the present hazard and areas.</summary>
/// <param name="Id">Id in the register.</param>
/// <param name="Name">Name in Japanese.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Area">The 町丁目 it stands in.</param>
/// <param name="Standing">Whether people may be sent there, or why not.</param>
/// <param name="CapacityPersons">Capacity; <see langword="null"/> when unknown.</param>
/// <param name="Report">What was last reported of it; <see langword="null"/> when nobody has: unknown, not closed.</param>
public sealed record ShelterChoice(
    string Id, string Name, ShelterKind Kind, string Area, ShelterStanding Standing, int? CapacityPersons, ShelterReport? Report);

/// <summary>Whether people may be sent to a place in the present hazard (design §6).</summary>
public enum ShelterStanding
{
    /// <summary>Known to be fit for the hazard and outside every endangered area.</summary>
    Recommended,

    /// <summary>福祉避難所, fit and outside: opened in a second stage, never told to everybody.</summary>
    SecondStage,

    /// <summary>It stands in an area of this measure, or in a zone of the hazard.</summary>
    InDanger,

    /// <summary>Nobody has said whether it is fit for the hazard: never recommended.</summary>
    FitnessUnknown,

    /// <summary>It is not fit for the hazard.</summary>
    Unfit,

    /// <summary>The register does not cover today.</summary>
    NotValidToday,
}
