using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Telegrams.Jma;
using Chiyoda.Bousai.Telegrams.Jma.Volcanoes;

namespace Chiyoda.Bousai.Telegrams.Tests.Jma.Volcanoes;

/// <summary>Golden facts of volcano telegrams, read by a person.</summary>
public sealed class ReadingVolcanoTelegramsTests
{
    private static readonly TimeSpan Japan = TimeSpan.FromHours(9);

    [Fact]
    public void RaisedAlertLevel_IsOfTheVolcano_AndTheWarningOfItsMunicipalities()
    {
        var facts = Read("official_samples/45_01_01_200522_VFVO50.xml");

        var volcano = facts.Items[0];
        Assert.Equal((3, "引上げ", new WarningArea(CodeSets.Volcano, "306", "浅間山")), (volcano.Level, volcano.Kind.Condition, volcano.Area));
        Assert.Contains(facts.Items, item => item is { Level: null, Kind: { Name: "火口周辺警報", Code: "02", Condition: "発表" }, Area: { CodeSet: CodeSets.Municipality, Code: "1042500" } });
        Assert.All(facts.Texts, text => Assert.NotEmpty(text));
        Assert.Empty(facts.AshFall);
    }

    [Fact]
    public void PlumeThatCouldNotBeSeen_HasNoHeight()
    {
        var facts = Read("official_samples/43_01_01_200522_VFVO52.xml");

        Assert.Equal(new DateTimeOffset(2020, 5, 22, 14, 45, 0, Japan), Assert.Single(facts.Items).EruptedAt);
        Assert.Equal(new VolcanoPlume(null, "流向不明", ""), facts.Plume);
    }

    [Fact]
    public void AshFall_HasItsTimeKindsAndMunicipalities()
    {
        var facts = Read("official_samples/66_01_02_210514_VFVO54.xml");

        Assert.Equal((2200, "直上"), (facts.Plume!.AboveCraterMeters, facts.Plume.Direction));
        Assert.Equal("南岳山頂火口", facts.Items[0].Crater);
        var period = Assert.Single(facts.AshFall);
        Assert.Equal((new DateTimeOffset(2021, 5, 14, 12, 31, 0, Japan), new DateTimeOffset(2021, 5, 14, 13, 31, 0, Japan)), (period.StartsAt, period.EndsAt));
        Assert.Contains(period.Falls, fall => fall is { Kind.Name: "やや多量の降灰", Kind.Code: "72" } && fall.Areas.Any(area => area.Code == "4620100"));
        Assert.Contains(period.Falls, fall => fall is { Kind.Code: "75", DistanceKilometers: 2 });
    }

    [Fact]
    public void EruptionNotice_NamesVolcanoAndMunicipalities_AndItsCancellationStatesNothing()
    {
        var facts = Read("official_samples/67_01_01_140927_VFVO56.xml");

        Assert.Equal(new DateTimeOffset(2014, 9, 27, 11, 53, 0, Japan), facts.Items[0].EruptedAt);
        Assert.Equal("噴火", facts.Items[0].Kind.Name);
        Assert.Contains(facts.Items, item => item.Area.Code == "2042900");
        var cancelled = Assert.Single(IndexRow.All, row => row["file"].EndsWith("VFVO56.xml", StringComparison.Ordinal) && row["info_type"] == "取消");
        Assert.Empty(Read(cancelled["file"]).Items);
    }

    private static VolcanoFacts Read(string file) => Assert.IsType<VolcanoFacts>(SharedData.Telegram(file).Facts);
}
