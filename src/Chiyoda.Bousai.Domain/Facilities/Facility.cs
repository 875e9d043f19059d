using System.Globalization;
using Chiyoda.Bousai.Domain.Areas;

namespace Chiyoda.Bousai.Domain.Facilities;

/// <summary>A place that headquarters calls before the water comes, as the register has it. An absent contact is unknown, and shown as such.</summary>
public sealed record Facility
{
    /// <summary>Id in the register; calls keep it.</summary>
    public required string Id { get; init; }

    /// <summary>What it is.</summary>
    public required FacilityKind Kind { get; init; }

    /// <summary>Name in Japanese.</summary>
    public required string Name { get; init; }

    /// <summary>The 町丁目 it stands in.</summary>
    public required AreaCode Area { get; init; }

    /// <summary>Ids of zones that it belongs to although its 町丁目 may not: a passage reaches further than its address.</summary>
    public required IReadOnlyList<string> Zones { get; init; }

    /// <summary>Lowest floor that people use, below the ground from -1 down; <see langword="null"/> when unknown. There is no floor 0.</summary>
    public required int? LowestFloor { get; init; }

    /// <summary>Telephone by day; <see langword="null"/> when not registered.</summary>
    public required string? DayTelephone { get; init; }

    /// <summary>Telephone by night and on holidays; <see langword="null"/> when not registered.</summary>
    public required string? NightTelephone { get; init; }

    /// <summary>Fax; <see langword="null"/> when not registered.</summary>
    public required string? Fax { get; init; }

    /// <summary>Mail; <see langword="null"/> when not registered.</summary>
    public required string? Mail { get; init; }

    /// <summary>Who runs it (管理者); <see langword="null"/> when unknown.</summary>
    public required string? Owner { get; init; }

    /// <summary>When people are in it, in words; <see langword="null"/> when unknown.</summary>
    public required string? Hours { get; init; }

    /// <summary>Where the row comes from.</summary>
    public required string Source { get; init; }

    /// <summary>Remarks for staff; empty when none.</summary>
    public required string Note { get; init; }

    /// <summary>Whether somebody can be called at all.</summary>
    public bool HasNoTelephone => DayTelephone is null && NightTelephone is null;

    /// <summary>Whether people may be below the ground in it: by its kind or its floors.</summary>
    public bool IsUnderground => Kind.IsUnderground() || LowestFloor < 0;

    /// <summary>The lowest floor as staff say it.</summary>
    public string FloorWord => LowestFloor switch
    {
        null => "未登録",
        < 0 => string.Create(CultureInfo.InvariantCulture, $"地下{-LowestFloor}階"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{LowestFloor}階"),
    };

    /// <summary>Never a number or an address: what is logged or thrown names the facility alone.</summary>
    /// <returns>Its id.</returns>
    public override string ToString() => Id;
}
