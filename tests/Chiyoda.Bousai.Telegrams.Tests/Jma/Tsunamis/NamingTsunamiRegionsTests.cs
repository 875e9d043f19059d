using Chiyoda.Bousai.Telegrams.Jma.Tsunamis;
using Chiyoda.Bousai.Telegrams.P2PQuake;

namespace Chiyoda.Bousai.Telegrams.Tests.Jma.Tsunamis;

/// <summary>One source names tsunami regions in words alone: what it says of the ward, and whether it says anything of it.</summary>
public sealed class NamingTsunamiRegionsTests
{
    /// <summary>The table was taken from telegrams; each region of each telegram must agree with it.</summary>
    [Fact]
    public void EveryRegionOfEveryTelegram_IsInTheTable()
    {
        var regions = IndexRow.All.Where(row => row["control_title"].StartsWith("津波", StringComparison.Ordinal))
            .SelectMany(row => SharedData.Telegram(row["file"]).Facts is TsunamiFacts facts ? facts.Areas.Select(area => area.Region) : []).Distinct().ToList();

        Assert.Equal(66, regions.Select(region => region.Code).Distinct(StringComparer.Ordinal).Count());
        Assert.All(regions, region => Assert.True(TsunamiRegionNames.IsKnown(region.Name), region.Name));
        Assert.All(regions.Where(region => region.Name != "奄美諸島・トカラ列島"), region => Assert.True(TsunamiRegionNames.Agree(region.Code, region.Name), region.Name));
    }

    [Theory]
    [InlineData("312", "東京湾内湾", true)]
    [InlineData("310", "千葉県九十九里･外房", true)]
    [InlineData("312", "東京湾内海", false)]
    [InlineData("312", "相模湾・三浦半島", false)]
    [InlineData("999", "相模湾・三浦半島", false)]
    [InlineData("999", "新しい予報区", true)]
    public void CodeAndName_AgreeByTheTable(string code, string name, bool agree) => Assert.Equal(agree, TsunamiRegionNames.Agree(code, name));

    [Theory]
    [InlineData("東京湾内湾", "named")]
    [InlineData(" 東京湾内湾/相模湾・三浦半島", "named")]
    [InlineData("相模湾・三浦半島", "not named")]
    [InlineData("相模湾･三浦半島/奄美諸島・トカラ列島", "not named")]
    [InlineData("相模湾・三浦半島/東京湾", "unclear")]
    [InlineData("東京湾内湾/東京湾", "named")]
    [InlineData("相模湾・三浦半島/", "unclear")]
    [InlineData(null, "unclear")]
    public void WardsRegion_IsNotNamedOnlyWhenEveryNameIsUnderstood(string? names, string expected)
    {
        var cut = P2PTsunamiForWard.Of(new P2PTsunami(false, [.. names?.Split('/').Select(name => new P2PTsunamiArea(name, "Watch")) ?? []]), Wards.Chiyoda);

        Assert.Equal(expected, cut switch { { Named.Count: 1 } => "named", { NotNamed: ["東京湾内湾"] } => "not named", { Unclear: ["東京湾内湾"] } => "unclear", _ => "nothing" });
        Assert.Equal(1, cut.Named.Count + cut.NotNamed.Count + cut.Unclear.Count);
    }

    [Fact]
    public void LiftedForecast_AndAWardInland_SayNothingOfARegion()
    {
        var lifted = P2PTsunamiForWard.Of(new P2PTsunami(true, []), Wards.Chiyoda);
        var inland = P2PTsunamiForWard.Of(new P2PTsunami(false, [new P2PTsunamiArea("高知県", "Watch")]), Wards.Other());

        Assert.Equal((0, 0, 0), (lifted.Named.Count, lifted.NotNamed.Count, lifted.Unclear.Count));
        Assert.Equal((0, 0, 0, 1), (inland.Named.Count, inland.NotNamed.Count, inland.Unclear.Count, inland.Others.Count));
    }
}
