using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Domain.Evacuation;

namespace Chiyoda.Bousai.Domain.Shelters;

/// <summary>
/// A place as the register has it: where it is and what it is good for. Whether it is open, and how many are in it, is
/// reported by people and stands elsewhere.
/// </summary>
public sealed record RegisteredShelter
{
    /// <summary>Id in the register, kept as it came.</summary>
    public required string Id { get; init; }

    /// <summary>What it is for.</summary>
    public required ShelterKind Kind { get; init; }

    /// <summary>Name in Japanese.</summary>
    public required string Name { get; init; }

    /// <summary>Reading in katakana; <see langword="null"/> when unknown.</summary>
    public required string? Kana { get; init; }

    /// <summary>Name in letters; <see langword="null"/> when unknown.</summary>
    public required string? EnglishName { get; init; }

    /// <summary>Address in Japanese, without prefecture.</summary>
    public required string Address { get; init; }

    /// <summary>The 町丁目 it stands in.</summary>
    public required AreaCode Area { get; init; }

    /// <summary>Where it is; <see langword="null"/> when unknown: then it is listed, not drawn, and no distance is told.</summary>
    public required GeoPoint? Location { get; init; }

    /// <summary>Telephone for the public; <see langword="null"/> when unknown.</summary>
    public required string? Telephone { get; init; }

    /// <summary>Capacity, persons; <see langword="null"/> when unknown. On what area per person it rests is stated by the register, or nowhere.</summary>
    public required int? CapacityPersons { get; init; }

    /// <summary>Per hazard whether the place is fit for it; a hazard that is absent is unknown, and an unknown one is never recommended (design §6).</summary>
    public required IReadOnlyDictionary<Hazard, bool> FitFor { get; init; }

    /// <summary>First day of validity, in Japan; <see langword="null"/> when unknown.</summary>
    public required DateOnly? ValidFrom { get; init; }

    /// <summary>Last day of validity, in Japan; <see langword="null"/> when no end is known.</summary>
    public required DateOnly? ValidUntil { get; init; }

    /// <summary>Where the row comes from.</summary>
    public required string Source { get; init; }

    /// <summary>Remarks for staff; empty when none.</summary>
    public required string Note { get; init; }

    /// <summary>Its name in the languages that the register has.</summary>
    public LocalizedText Names => EnglishName is { } english
        ? new LocalizedText(new Dictionary<string, string>(StringComparer.Ordinal) { [LocalizedText.Japanese] = Name, ["en"] = english })
        : LocalizedText.OfJapanese(Name);

    /// <summary>Whether the register covers a day.</summary>
    /// <param name="day">A day in Japan.</param>
    /// <returns><see langword="true"/> inside the validity, both ends included; an unknown end is open.</returns>
    public bool IsValidOn(DateOnly day) => (ValidFrom ?? day) <= day && day <= (ValidUntil ?? day);

    /// <summary>Whether people may be sent here in this hazard: known to be fit, and a place of refuge of the first stage.</summary>
    /// <param name="hazard">The present hazard.</param>
    /// <returns><see langword="false"/> when unfit or unknown, for welfare shelters, commuters' sites and bases.</returns>
    public bool IsRecommendableFor(Hazard hazard) =>
        Kind is ShelterKind.Shelter or ShelterKind.EmergencySite && FitFor.TryGetValue(hazard, out var isFit) && isFit;
}
