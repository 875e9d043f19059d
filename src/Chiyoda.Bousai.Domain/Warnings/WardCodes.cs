namespace Chiyoda.Bousai.Domain.Warnings;

/// <summary>The codes by which issuers name this municipality; read from the ward pack. Telegrams are matched by these alone, never by name or prefecture.</summary>
public sealed record WardCodes
{
    /// <summary>JMA class20 codes (市町村等), seven digits.</summary>
    public required IReadOnlySet<string> Class20 { get; init; }

    /// <summary>JMA prefecture forecast area (府県予報区) that contains the ward; tells whose telegrams carry its full state.</summary>
    public required string Office { get; init; }

    /// <summary>Codes of the sub-prefecture layers above the ward (class10, class15): for VPHW and VPBS where they name no municipality.</summary>
    public required IReadOnlySet<string> Class10And15 { get; init; }

    /// <summary>Flood-forecast area codes (指定河川洪水予報 予報区域, twelve digits) that concern the ward: the allow-list.</summary>
    public required IReadOnlySet<string> FloodForecastAreas { get; init; }

    /// <summary>Seismic city codes; a code set of its own although the digits may equal class20.</summary>
    public required IReadOnlySet<string> SeismicCities { get; init; }

    /// <summary>Seismic area codes (細分区域).</summary>
    public required IReadOnlySet<string> SeismicAreas { get; init; }

    /// <summary>Tsunami forecast regions (津波予報区): name by code, for the one source that writes no codes.</summary>
    public required IReadOnlyDictionary<string, string> TsunamiRegions { get; init; }
}
