using Chiyoda.Bousai.Domain.Warnings;

namespace Chiyoda.Bousai.Telegrams.Jma;

/// <summary>Whether an area is the ward's: the code counts in its own code set only.</summary>
internal static class WardAreas
{
    public static bool IsMunicipality(WarningArea area, WardCodes ward) =>
        area.CodeSet == CodeSets.Municipality && ward.Class20.Contains(area.Code);

    public static bool IsRegion(WarningArea area, WardCodes ward) =>
        area.CodeSet == CodeSets.WeatherRegion && ward.Class10And15.Contains(area.Code);

    public static bool IsFloodForecastArea(WarningArea area, WardCodes ward) =>
        area.CodeSet == CodeSets.FloodForecastArea && ward.FloodForecastAreas.Contains(area.Code);
}
