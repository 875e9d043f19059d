using Xunit;

namespace Chiyoda.Bousai.Infrastructure.Tests.WardPacks;

/// <summary>What a ward in the middle of Tokyo does not have, but another municipality may.</summary>
public sealed class ACityWithManyChomeTests
{
    private const string FirstArea = "霞が関一丁目,霞が関,1,";

    [Theory]
    [InlineData("霞が関十丁目,霞が関,10,")]
    [InlineData("霞が関十一丁目,霞が関,11,")]
    [InlineData("霞が関二十丁目,霞が関,20,")]
    [InlineData("霞が関四十二丁目,霞が関,42,")]
    public void ChomePastTen_IsSound(string name)
    {
        using var copy = new PackCopy();
        copy.Replace("areas/areas.csv", FirstArea, name);

        Assert.Empty(copy.Load().Problems);
    }

    [Fact]
    public void MunicipalityWithoutCoastAndWithoutForecastRivers_IsSound()
    {
        using var copy = new PackCopy();
        copy.Replace("ward.json", "\"tsunamiRegions\": [{ \"code\": \"312\", \"name\": \"東京湾内湾\" }]", "\"tsunamiRegions\": []");
        copy.Replace("ward.json", "\"VPWW57\", ", string.Empty);
        foreach (var river in new[] { "kanda-river", "arakawa" })
        {
            File.Delete(copy.PathOf($"criteria/{river}.json"));
            File.Delete(copy.PathOf($"zones/{river}.json"));
            File.Delete(copy.PathOf($"relays/{river}.json"));
        }

        copy.Replace("facilities.csv", "kanda-river", string.Empty);
        copy.Replace("ward.json", "\"floodForecastAreas\": [\"830304004400\", \"830304000100\"]", "\"floodForecastAreas\": []");

        Assert.Empty(copy.Load().Problems);
    }
}
