using System.Text.Json;
using Chiyoda.Bousai.Domain.Areas;
using Xunit;

namespace Chiyoda.Bousai.Domain.Tests.Areas;

public class NamingAnAreaTests
{
    private static readonly Area Iidabashi = SampleAreas.Named("13101001001", "飯田橋一丁目", "イイダバシイッチョウメ", "Iidabashi 1-chome");

    [Theory]
    [InlineData("ja", "飯田橋一丁目")]
    [InlineData("ja-easy", "飯田橋一丁目（いいだばしいっちょうめ）")]
    [InlineData("en", "Iidabashi 1-chome")]
    [InlineData("ne", "Iidabashi 1-chome")]
    public void EachLanguage_HasTheNameItsReadersKnow(string language, string expected) =>
        Assert.Equal(expected, Iidabashi.NameIn(language));

    [Fact]
    public void AnAreaCode_IsAPlainStringInJson_AsValueAndAsKey()
    {
        var counts = new Dictionary<AreaCode, AreaCode> { [Iidabashi.Code] = Iidabashi.Code };

        var json = JsonSerializer.Serialize(counts);

        Assert.Equal("""{"13101001001":"13101001001"}""", json);
        Assert.Equal(counts, JsonSerializer.Deserialize<Dictionary<AreaCode, AreaCode>>(json));
    }

    [Fact]
    public void ANameWithoutTheLanguage_StaysJapanese()
    {
        var name = new LocalizedText(new Dictionary<string, string> { ["ja"] = "神田川", ["en"] = "Kanda River" });

        Assert.Equal("Kanda River", name.In("en"));
        Assert.Equal("神田川", name.In("ko"));
    }
}
