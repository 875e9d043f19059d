using System.Text;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Dissemination;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Evacuation.Messages;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Infrastructure.Dissemination;
using Chiyoda.Bousai.Infrastructure.Tests.Dissemination;
using Chiyoda.Bousai.Infrastructure.WardPacks;
using Chiyoda.Bousai.WebPush;
using Xunit;

namespace Chiyoda.Bousai.Infrastructure.Tests.WardPacks;

/// <summary>The languages whose sentences are made from parts, and the defects of the official terms that they are made of.</summary>
public sealed class TheShippedTranslationsTests
{
    private static readonly WardPack Pack = WardPackLoader.Load(PackCopy.Shipped).Pack!;

    private static readonly IReadOnlyList<LanguageTemplates> Translations = [.. Pack.Messages.Languages.Values.Where(language => language.IsComposed)];

    /// <summary>The word for 解除 in each translation: what was sent by mistake is never called lifted.</summary>
    private static readonly Dictionary<string, string> Lifted = new()
    {
        ["zh-Hans"] = "解除",
        ["zh-Hant"] = "解除",
        ["ko"] = "해제",
        ["vi"] = "hủy bỏ",
        ["ne"] = "हटाइयो",
        ["tl"] = "inalis",
        ["my"] = "ရုပ်သိမ်း",
        ["id"] = "dicabut",
        ["th"] = "ยกเลิก",
        ["es"] = "levantada",
        ["pt"] = "suspensa",
        ["km"] = "ដកចេញ",
        ["mn"] = "цуцлагдсан",
    };

    [Fact]
    public void SixteenLanguages_SayEverythingThatJapaneseSays()
    {
        Assert.Equal(16, Pack.Ward.Languages.Count);
        Assert.Equal(Pack.Ward.Languages.Order(), Pack.Messages.Languages.Keys.Order());
        Assert.Equal(Lifted.Keys.Order(), Translations.Select(language => language.Language).Order());
        Assert.All(Pack.Messages.Languages.Values, language => Assert.Equal(Pack.Messages.Keys.ToHashSet(), [.. language.Templates.Keys]));
    }

    [Fact]
    public void TheSameActionAtTheSameLevel_IsTheSameVerb_AndAnotherIsAnother() => Assert.All(Translations, language =>
    {
        var calls = language.Templates.Where(pair => !pair.Key.Act.Ends()).ToLookup(
            pair => (pair.Key.Action, Level: pair.Key.Level ?? (pair.Key.Action == EvacuationAction.LeaveNow ? 0 : 4)), pair => pair.Value);

        Assert.All(calls, group => Assert.Single(group.Select(template => template.Actions[0].Source).Distinct()));
        Assert.Equal(calls.Count, calls.Select(group => group.First().Actions[0].Source).Distinct().Count());
        Assert.All(calls.SelectMany(group => group), template =>
        {
            Assert.EndsWith(template.Actions[0].Source, template.Body.Source, StringComparison.Ordinal);
            Assert.EndsWith(template.Actions[0].Source, template.Headline.Source, StringComparison.Ordinal);
        });
    });

    [Fact]
    public void EachHazardAndEachAct_ReadsDifferently() => Assert.All(Translations, language =>
        Assert.Equal(
            language.Templates.Keys.Select(key => (key.Hazard, key.Act, key.Level, key.Action)).Distinct().Count(),
            language.Templates.Values.Select(template => template.Headline.Source).Distinct().Count()));

    [Fact]
    public void WhatWasSentByMistake_IsNeverCalledLifted_AndALiftIs() => Assert.All(Translations, language =>
        Assert.All(language.Templates, pair => Assert.Equal(
            pair.Key.Act == Act.Lift, $"{pair.Value.Title.Source}{pair.Value.Body.Source}".Contains(Lifted[language.Language], StringComparison.Ordinal))));

    [Fact]
    public async Task EveryMessage_FitsAPush_InOneKilobyteWhereALetterIsOneOrTwoOctets()
    {
        await using var world = await TellingWorld.StartAsync();
        var release = OrderRelease.Of(world.NewReleased(areas: [Pack.Areas.Keys.First().Value]), Guid.NewGuid(), 1);
        var everywhere = OrderRelease.Of(world.NewReleased(areas: [.. Pack.Areas.Keys.Select(code => code.Value)]), Guid.NewGuid(), 1);
        var channel = world.Get<IChannel>();
        var texts = new OrderTexts(Pack, HubMode.Exercise);

        Assert.All(Pack.Messages.Languages.Values.SelectMany(language => language.Templates.Keys.Select(key => (language.Language, key))), each =>
        {
            var message = Render(each.Language, each.key);
            var payload = channel.Render(release, message)!.Value;

            // Readings and the letters of South and Southeast Asia take three octets each, and an end names what remains.
            var limit = each.Language is "ja" or "en" or "zh-Hans" or "zh-Hant" or "ko" or "vi" or "tl" or "id" or "es" or "pt" ? 1_024 : each.key.Act.Ends() ? 1_792 : 1_536;
            Assert.True(payload.Length <= limit, $"{each.Language} {each.key}: {payload.Length}");
            message = texts.MarkedAsExercise(message);
            var widest = Encoding.UTF8.GetString(channel.Render(everywhere, message)!.Value.Span);
            Assert.Contains(message.Title.Replace("\"", "\\\"", StringComparison.Ordinal), widest, StringComparison.Ordinal);
            Assert.InRange(Encoding.UTF8.GetByteCount(widest), 1, PushEncryption.MaxPlaintextOctets);
        });
    }

    [Fact]
    public void Live_NeverServesAnUncheckedText()
    {
        var live = new OrderTexts(Pack, HubMode.Live);
        var measure = new Measure(Hazard.Flood, "830304004400", "神田川", 4, EvacuationAction.GoUp, Audience.Everyone, [Pack.Areas.Keys.First().Value], "基準");

        Assert.All(Pack.Ward.Languages, language => Assert.Equal("ja", live.Render(language, Act.Issue, measure, At, []).Language));
        Assert.All(Pack.Ward.Languages, language => Assert.Equal(
            "ja", Pack.Relays.Serve(Pack.Relays.Rules["kanda-river"], language, checkedOnly: true)));
        Assert.Equal(["ja"], live.Languages);
    }

    [Fact]
    public void Live_FallsBackToEasyJapaneseWithTheEnglishTitle_WhereThoseAreChecked()
    {
        var catalog = new MessageCatalog(Pack.Ward.Name, Pack.Messages.Languages.ToDictionary(
            pair => pair.Key, pair => pair.Value.IsComposed ? pair.Value : pair.Value with { CheckedBy = "確認者" }));
        var key = new MessageKey(Hazard.Flood, Act.Issue, 4, EvacuationAction.GoUp);

        var served = catalog.Serve("my", checkedOnly: true);
        var message = catalog.Render(served, key.Hazard, key.Act, key.Level, key.Action!.Value, Slots(Pack.Areas.Values.Take(1)));

        Assert.Equal(["ja-easy", "en", "ja"], served);
        Assert.Equal("ja-easy", message.Language);
        Assert.EndsWith("\nAlert Level 4 Evacuation Order: Kanda River flood", message.Body, StringComparison.Ordinal);
        Assert.Equal(["my"], catalog.Serve("my", checkedOnly: false));
    }

    [Fact]
    public void AnExercise_SaysThatATranslationIsUnchecked_AndWhatADrillIsCalled()
    {
        var texts = new OrderTexts(Pack, HubMode.Exercise);

        Assert.All(Translations, language =>
        {
            var message = texts.MarkedAsExercise(Render(language.Language, language.Templates.Keys.First()));
            Assert.StartsWith($"【訓練】{language.Drill}: ", message.Title, StringComparison.Ordinal);
            Assert.EndsWith(Gateway.UncheckedMark, message.Body, StringComparison.Ordinal);
        });
        Assert.DoesNotContain(Gateway.UncheckedMark, texts.MarkedAsExercise(Render("ja", Pack.Messages.Keys.First())).Body, StringComparison.Ordinal);
    }

    [Fact]
    public void MissingParts_AreNamedAllAtOnce()
    {
        using var copy = new PackCopy();
        copy.Replace("messages/ko/orders.json", "\"go-up/3\":", "\"go-up/9\":");
        copy.Replace("messages/ko/orders.json", "\"landslide\":", "\"landslip\":");
        copy.Replace("messages/my/orders.json", "\"ignore\":", "\"ignored\":");

        var problems = copy.Load().Problems;

        Assert.Superset(
            new HashSet<(string, string)> { ("messages/ko/orders.json", "go-up/3"), ("messages/ko/orders.json", "landslide"), ("messages/my/orders.json", "ignore") },
            problems.Where(problem => problem.Rule == PackRules.MissingField).Select(problem => (problem.File, problem.Value)).ToHashSet());
        Assert.Equal(
            new HashSet<string> { "go-up/9", "landslip", "ignored" },
            [.. problems.Where(problem => problem.Rule == PackRules.UnknownField).Select(problem => problem.Value)]);
    }

    [Fact]
    public void AFileIsNotChecked_WhileOneOfItsPartsIsNot()
    {
        using var copy = new PackCopy();
        copy.Replace("messages/ko/orders.json", "\"checkedBy\": null,\n  \"checkedOn\": null", "\"checkedBy\": \"확인자\",\n  \"checkedOn\": \"2026-01-01\"");

        Assert.Contains(copy.Load().Problems, problem => problem.Rule == PackRules.PartUnchecked);
    }

    [Fact]
    public void Defect1_KoreanHasTwoWordsForTheAlertLevel_AsTheDictionaryGivesThem()
    {
        var korean = Pack.Messages.Languages["ko"];

        Assert.StartsWith("경계 레벨 3", korean.OrderName(3), StringComparison.Ordinal);
        Assert.StartsWith("경보 레벨 4", korean.OrderName(4), StringComparison.Ordinal);
        Assert.StartsWith("경보 레벨 5", korean.OrderName(5), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh-Hans", "警戒水准")]
    [InlineData("zh-Hant", "警戒水準")]
    [InlineData("id", "skala kecil")]
    [InlineData("id", "skala besar")]
    [InlineData("ne", "ओभरफ्लो")]
    public void Defects2_3_5_WordsThatMislead_AreNotUsed(string language, string word) =>
        Assert.All(Directory.GetFiles(Path.Combine(PackCopy.Shipped, "messages", language)), file =>
            Assert.DoesNotContain(word, File.ReadAllText(file), StringComparison.Ordinal));

    [Theory]
    [InlineData("zh-Hans")]
    [InlineData("zh-Hant")]
    public void Defect4_TheNarrowerChineseWord_StandsBesideTheJapaneseOne(string language) =>
        Assert.All(Pack.Messages.Languages[language].Templates.Where(pair => pair.Key.Hazard == Hazard.Landslide && pair.Key.Act == Act.Issue), pair =>
            Assert.Contains("土石流（土砂災害）", pair.Value.Title.Source, StringComparison.Ordinal));

    [Fact]
    public void Defect6_AngleBrackets_ArePlainTextInTheMessage() =>
        Assert.Contains("고조<바다의 물이 늘어남>", Render("ko", new MessageKey(Hazard.StormSurge, Act.Issue, 4, EvacuationAction.GoUp)).Title, StringComparison.Ordinal);

    [Fact]
    public void Defect9_LevelFour_IsAnUrgentWarningInEnglish()
    {
        var rule = Pack.Relays.Rules["kanda-river"];

        Assert.Contains("Urgent Warning", rule.Wordings["en"].Kinds[4], StringComparison.Ordinal);
        Assert.DoesNotContain("Danger Warning", rule.Wordings["en"].Kinds[4], StringComparison.Ordinal);
    }

    [Fact]
    public void ATermThatNoAuthorityTranslated_StandsInEnglishAndJapanese() =>
        Assert.All(Translations.Where(language => language.Language is "my" or "th" or "es" or "km" or "mn"), language =>
            Assert.Contains("Evacuation Order (避難指示)", language.OrderName(4), StringComparison.Ordinal));

    private static DateTimeOffset At { get; } = new(2026, 12, 30, 23, 59, 0, TimeSpan.FromHours(9));

    private static RenderedMessage Render(string language, MessageKey key) => Pack.Messages.Render(
        language, key.Hazard, key.Act, key.Level, key.Action ?? EvacuationAction.GoUp,
        Slots(Pack.Areas.Values.OrderByDescending(area => area.Romaji.Length)));

    private static MessageSlots Slots(IEnumerable<Domain.Areas.Area> areas) => new()
    {
        Areas = [.. areas],
        Zone = null,
        Cause = Pack.Causes["830304004400"].Name,
        Time = At,
        PreviousLevel = 5,
        Remaining = [new RemainingOrder(4, Pack.Causes["830304004400"].Name, [Pack.Areas.Values.First()])],
    };
}
