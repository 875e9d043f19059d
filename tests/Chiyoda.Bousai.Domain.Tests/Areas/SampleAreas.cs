using Chiyoda.Bousai.Domain.Areas;

namespace Chiyoda.Bousai.Domain.Tests.Areas;

internal static class SampleAreas
{
    public static Area At(string code, double longitude, double latitude) =>
        Named(code, $"町{code}", "マチ", $"Machi {code}") with { Centroid = new GeoPoint(longitude, latitude) };

    public static Area Named(string code, string name, string kana, string romaji) => new()
    {
        Code = new AreaCode(code),
        Name = name,
        Town = name,
        Chome = null,
        Kana = kana,
        Romaji = romaji,
        Centroid = default,
        ResidentsPersons = null,
        DayPopulationPersons = null,
        ElderlyPersons = null,
    };
}
