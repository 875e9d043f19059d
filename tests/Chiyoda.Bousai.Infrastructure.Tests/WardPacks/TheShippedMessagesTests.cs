using System.Text.RegularExpressions;
using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Evacuation.Messages;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Infrastructure.WardPacks;
using Xunit;

namespace Chiyoda.Bousai.Infrastructure.Tests.WardPacks;

public partial class TheShippedMessagesTests
{
    private static readonly WardPack Pack = WardPackLoader.Load(PackCopy.Shipped).Pack!;

    public static IEnumerable<TheoryDataRow<string>> Keys() => Pack.Messages.Keys.Select(key => new TheoryDataRow<string>(key.ToString()));

    [Theory]
    [MemberData(nameof(Keys))]
    public void AllLanguages_CarryTheSameLevelPlaceTimeAndCause(string name)
    {
        var key = Pack.Messages.Keys.Single(key => key.ToString() == name);

        var messages = Pack.Ward.Languages.ToDictionary(language => language, language => Render(language, key));

        Assert.All(messages, pair =>
        {
            Assert.Equal(pair.Key, pair.Value.Language);
            Assert.Contains("2:14", pair.Value.Body, StringComparison.Ordinal);
            Assert.Contains("2:14", pair.Value.Headline, StringComparison.Ordinal);
            Assert.Contains(Pack.Areas.Values.First().NameIn(pair.Key), pair.Value.Body, StringComparison.Ordinal);
            Assert.Contains(Pack.Ward.Name.In(pair.Key), pair.Value.Body, StringComparison.Ordinal);
            Assert.Equal(key.Level is { } level ? [level] : [], pair.Value.Title.Where(char.IsDigit).Select(digit => (int)char.GetNumericValue(digit)));
            Assert.InRange(pair.Value.Title.TakeWhile(letter => !char.IsDigit(letter)).Count(), 0, key.Level is null || key.Act == Act.Void ? int.MaxValue : 40);
            Assert.Contains(OrderKinds.For(key.Level).Word(), pair.Key == "ja-easy" ? Plain(pair.Value.Headline) : pair.Value.Headline, StringComparison.Ordinal);
        });
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void AllLanguages_NameTheSameSlotsInTheSameField(string name)
    {
        var key = Pack.Messages.Keys.Single(key => key.ToString() == name);
        var japanese = Slots(Pack.Messages.Languages["ja"].Templates[key]);

        Assert.All(Pack.Messages.Languages.Values.Where(language => !language.IsComposed), language => Assert.Equal(japanese, Slots(language.Templates[key])));
        Assert.All(Pack.Messages.Languages.Values.Where(language => language.IsComposed), language => Assert.Equal(Merged(japanese), Merged(Slots(language.Templates[key]))));

        // A translation has fewer lines of action, and none of their slots less; reasons and what was wrong are said where an authority has the words.
        static string[] Merged(string[] slots) => [slots[0], string.Join(',', slots[1].Split(',').Except(["reason", "wrong"])), string.Join(',', slots[2..].SelectMany(line => line.Split(',', StringSplitOptions.RemoveEmptyEntries)).Distinct().Order(StringComparer.Ordinal))];

        static string[] Slots(MessageTemplate template) =>
        [
            string.Join(',', template.Title.Slots.Order(StringComparer.Ordinal)),
            string.Join(',', template.Body.Slots.Order(StringComparer.Ordinal)),
            .. template.Actions.Select(line => string.Join(',', line.Slots.Order(StringComparer.Ordinal))),
        ];
    }

    [Fact]
    public void LevelFourOfTheKandaRiver_ReadsAsALockScreenShowsIt()
    {
        var zone = Pack.Zones["kanda-river"];

        var message = Pack.Messages.Render("ja", Hazard.Flood, Act.Issue, 4, EvacuationAction.GoUp, new MessageSlots
        {
            Areas = Pack.AreasOf(zone.Id),
            Zone = zone.Name,
            Cause = Pack.Causes[zone.Cause].Name,
            Time = new DateTimeOffset(2026, 9, 12, 2, 14, 0, TimeSpan.FromHours(9)),
        });

        Assert.Equal("警戒レベル4 避難指示 神田川の洪水", message.Title);
        Assert.Equal(
            "千代田区 2:14発令。神田川沿いの低い土地（飯田橋三丁目、飯田橋四丁目、岩本町三丁目、神田相生町、神田淡路町二丁目、神田和泉町ほか20地区）。神田川があふれるおそれ。地下や低い階にいる人は全員、今すぐ高い階へ立ち退いてください。",
            message.Body);
        Assert.Equal(3, message.Actions.Count);
    }

    [Fact]
    public void EveryLevelThatMayBeIssued_MayBeLiftedAndCorrected() =>
        Assert.All(Pack.Messages.Keys.Where(key => key.Act == Act.Issue).ToList(), key =>
        {
            Assert.True(Pack.Messages.Offers(key.Hazard, Act.Lift, key.Level, key.Action!.Value));
            Assert.True(Pack.Messages.Offers(key.Hazard, Act.Correct, key.Level, key.Action!.Value));
            Assert.True(key.Level is null or 5 || Pack.Messages.Offers(key.Hazard, Act.Lower, key.Level, key.Action!.Value));
        });

    [Fact]
    public void NoLanguage_IsCheckedAsShipped() =>
        Assert.All(Pack.Messages.Languages.Values, language => Assert.Null(language.CheckedBy));

    private static RenderedMessage Render(string language, MessageKey key) => Pack.Messages.Render(
        language, key.Hazard, key.Act, key.Level, key.Action ?? EvacuationAction.GoUp, new MessageSlots
        {
            Areas = [.. Pack.Areas.Values.Take(1)],
            Cause = LocalizedText.OfJapanese("見本"),
            Time = new DateTimeOffset(2026, 9, 12, 2, 14, 0, TimeSpan.FromHours(9)),
            PreviousLevel = 5,
        });

    private static string Plain(string text) => Readings().Replace(text, string.Empty);

    [GeneratedRegex("（[\\p{IsHiragana}ー]+）")]
    private static partial Regex Readings();
}
