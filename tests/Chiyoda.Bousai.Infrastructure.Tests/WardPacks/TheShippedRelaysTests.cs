using Chiyoda.Bousai.Domain.Relays;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Infrastructure.WardPacks;
using Xunit;

namespace Chiyoda.Bousai.Infrastructure.Tests.WardPacks;

/// <summary>The rules by which the shipped pack relays, and their words.</summary>
public sealed class TheShippedRelaysTests
{
    private static readonly DateTimeOffset At = new(2026, 9, 11, 2, 14, 0, TimeSpan.FromHours(9));

    private static readonly WardPack Pack = WardPackLoader.Load(PackCopy.Shipped).Pack!;

    public static IEnumerable<TheoryDataRow<string>> Rules() => Pack.Relays.Rules.Keys.Select(id => new TheoryDataRow<string>(id));

    [Theory]
    [MemberData(nameof(Rules))]
    public void EveryChangeOfEveryGrade_SaysTheSameInEveryLanguage(string id)
    {
        var rule = Pack.Relays.Rules[id];

        Assert.Equal(Pack.Ward.Languages.Order(), rule.Wordings.Keys.Order());
        foreach (var (change, grade) in Cases(rule))
        {
            Assert.All(rule.Wordings, pair =>
            {
                var said = pair.Value.Say(pair.Key, change, grade, grade, At);
                Assert.StartsWith(pair.Key == "en" ? "JMA announcement" : "気象庁発表", said.Title, StringComparison.Ordinal);
                Assert.StartsWith(pair.Key == "en" ? "JMA announcement" : "気象庁発表", said.Body, StringComparison.Ordinal);
                Assert.Contains("2:14", said.Body, StringComparison.Ordinal);
                Assert.Contains(pair.Value.Place, said.Body, StringComparison.Ordinal);
                Assert.Contains(pair.Value.Kinds[grade], said.Title, StringComparison.Ordinal);
                Assert.Contains(pair.Value.Kinds[grade], said.Body, StringComparison.Ordinal);
                Assert.Empty(said.Actions);
            });
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void AKindWithALevel_NamesItsNumber_InEveryLanguage(string id)
    {
        var rule = Pack.Relays.Rules[id];
        Assert.All(rule.Wordings.Values, wording => Assert.All(
            rule.Scale.Words.Where(word => word.Key.StartsWith("level-", StringComparison.Ordinal)),
            word => Assert.Contains(wording.Kinds[word.Value].Where(char.IsDigit), digit => (int)char.GetNumericValue(digit) == word.Key[^1] - '0')));
    }

    [Fact]
    public void TheVersion_ChangesWithTheContentAlone()
    {
        var again = WardPackLoader.Load(PackCopy.Shipped).Pack!;
        Assert.Equal(Pack.Relays.Rules.Values.Select(rule => rule.Version), again.Relays.Rules.Values.Select(rule => rule.Version));
        Assert.Distinct(Pack.Relays.Rules.Values.Select(rule => rule.Version));

        using var vouched = new PackCopy();
        vouched.Replace("relays/kanda-river.json", "\"verifiedBy\": null,\n  \"verifiedOn\": null,\n  \"validUntil\": null", "\"verifiedBy\": \"防災課\",\n  \"verifiedOn\": \"2026-01-01\",\n  \"validUntil\": \"2027-01-01\"");
        Assert.Equal(Pack.Relays.Rules["kanda-river"].Version, vouched.Load().Pack!.Relays.Rules["kanda-river"].Version);

        using var changed = new PackCopy();
        changed.Replace("relays/kanda-river.json", "\"tellForMinutes\": 60", "\"tellForMinutes\": 61");
        Assert.NotEqual(Pack.Relays.Rules["kanda-river"].Version, changed.Load().Pack!.Relays.Rules["kanda-river"].Version);
        Assert.Equal(Pack.Relays.Rules["arakawa"].Version, changed.Load().Pack!.Relays.Rules["arakawa"].Version);
    }

    [Theory]
    [InlineData("en", true, null, "ja")]
    [InlineData("en", false, null, "en")]
    [InlineData("ko", false, null, "ko")]
    [InlineData("fr", false, null, "ja-easy")]
    [InlineData("ko", true, "en", "en")]
    [InlineData("ja-easy", true, "ja-easy", "ja-easy")]
    public void LiveServesCheckedWordsOnly(string wanted, bool checkedOnly, string? @checked, string expected)
    {
        var rule = Pack.Relays.Rules["kanda-river"];
        var book = Pack.Relays with { CheckedBy = @checked is null ? Pack.Relays.CheckedBy : new Dictionary<string, string?> { [@checked] = "防災課" } };

        Assert.Equal(expected, book.Serve(rule, wanted, checkedOnly));
    }

    private static IEnumerable<(RelayChange Change, int Grade)> Cases(RelayRule rule) =>
        rule.Wordings["ja"].Texts.Keys.SelectMany(change => rule.Scale.Words.Values.Select(grade => (change, grade)));
}
