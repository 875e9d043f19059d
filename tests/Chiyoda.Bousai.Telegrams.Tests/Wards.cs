using Chiyoda.Bousai.Domain.Warnings;

namespace Chiyoda.Bousai.Telegrams.Tests;

/// <summary>
/// Codes of municipalities. Chiyoda's are from a Tokyo VPWW58 of 2026-05-28 (class10, class15, class20), from VXSE53
/// samples (seismic area and city) and from JMA's table of flood-forecast areas (神田川, 荒川).
/// </summary>
internal static class Wards
{
    public const string Kanda = "830304004400";
    public const string Arakawa = "830304000100";

    public static WardCodes Chiyoda { get; } = new()
    {
        Class20 = new HashSet<string> { "1310100" },
        Office = "130000",
        Class10And15 = new HashSet<string> { "130010", "130011" },
        FloodForecastAreas = new HashSet<string> { Kanda, Arakawa },
        SeismicCities = new HashSet<string> { "1310100" },
        SeismicAreas = new HashSet<string> { "350" },
        TsunamiRegions = new Dictionary<string, string> { ["312"] = "東京湾内湾" },
    };

    /// <summary>Any other place, to see a telegram from there.</summary>
    public static WardCodes Other(
        string[]? class20 = null, string[]? regions = null, string[]? floods = null, string[]? tsunami = null, string[]? seismic = null) => new()
        {
            Class20 = new HashSet<string>(class20 ?? []),
            Office = "000000",
            Class10And15 = new HashSet<string>(regions ?? []),
            FloodForecastAreas = new HashSet<string>(floods ?? []),
            SeismicCities = new HashSet<string>(class20 ?? []),
            SeismicAreas = new HashSet<string>(seismic ?? []),
            TsunamiRegions = (tsunami ?? []).ToDictionary(code => code, code => $"予報区{code}"),
        };
}
