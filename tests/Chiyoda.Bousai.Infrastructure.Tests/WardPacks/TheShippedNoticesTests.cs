using Chiyoda.Bousai.Domain.Notices;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Infrastructure.WardPacks;
using Xunit;

namespace Chiyoda.Bousai.Infrastructure.Tests.WardPacks;

/// <summary>The templates that are shipped, and what a person may make of them.</summary>
public sealed class TheShippedNoticesTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 11, 14, 0, 0, TimeSpan.FromHours(9));

    private static readonly WardPack Pack = Load();

    public static TheoryData<string> Templates => [.. Pack.Notices.Templates.Keys];

    [Fact]
    public void TheUsualOnes_AreThere() => Assert.Superset(
        new HashSet<NoticeCategory>(Enum.GetValues<NoticeCategory>()), Pack.Notices.Templates.Values.Select(template => template.Category).ToHashSet());

    [Theory]
    [MemberData(nameof(Templates))]
    public void EachTemplate_IsSaidInEveryLanguage_WithTheSameWordsFilledIn(string template)
    {
        Assert.True(Write(template, "試験会場").TryGet(out var content, out var refusal), refusal?.Code);

        Assert.Equal(Pack.Ward.Languages.Order(StringComparer.Ordinal), content.Texts.Select(text => text.Language).Order(StringComparer.Ordinal));
        var slots = Pack.Notices.Templates[template].Slots.Count;
        // A translation says it twice: in English and in Japanese.
        Assert.All(content.Texts, text => Assert.Equal(Pack.Notices.Languages[text.Language].IsComposed ? 2 * slots : slots, Count($"{text.Title} {text.Body}", "試験会場")));
        foreach (var act in Enum.GetValues<NoticeAct>())
        {
            var told = Pack.Notices.Tell(act, content, "場所の誤り");
            Assert.Equal(content.Texts.Count, told.Count);
            Assert.StartsWith("区のお知らせ", told[0].Title, StringComparison.Ordinal);
            Assert.All(told, text => Assert.Contains(NoticeText.TimeSlot, text.Body, StringComparison.Ordinal));
            Assert.Null(OrderWords.FindIn($"{told[0].Title} {told[0].Body}"));
        }
    }

    [Fact]
    public void ARegisteredPlace_IsCalledByItsEnglishNameInEnglish()
    {
        Assert.True(Write("shelter-opening", "麹町小学校").TryGet(out var content, out _));

        Assert.Contains("Kojimachi Elementary School", NoticeText.For(content.Texts, "en").Body, StringComparison.Ordinal);
        Assert.Contains("麹町小学校", NoticeText.For(content.Texts, "ja").Body, StringComparison.Ordinal);
    }

    /// <summary>An opening is 避難所 in six languages, rain is 大雨 in all; a closing, a tsunami and an earthquake have no word that says no more and no less.</summary>
    [Fact]
    public void ATranslation_OpensWithTheOfficialWord_BesideTheJapaneseOne_AndBorrowsItsSentencesVisibly()
    {
        var composed = Pack.Notices.Languages.Values.Where(language => language.IsComposed).ToList();

        Assert.Equal(Pack.Messages.Languages.Values.Where(language => language.IsComposed).Select(language => language.Language).Order(), composed.Select(language => language.Language).Order());
        Assert.All(composed, language => Assert.All(language.Templates, pair =>
        {
            var (en, ja) = (Pack.Notices.Languages["en"].Templates[pair.Key], Pack.Notices.Languages["ja"].Templates[pair.Key]);
            Assert.Equal($"{en.Body.Source}\n{ja.Body.Source}", pair.Value.Body.Source);
            Assert.Contains(en.Title.Source, pair.Value.Title.Source, StringComparison.Ordinal);
        }));
        string[] With(string template, string word) =>
            [.. composed.Where(language => language.Templates[template].Title.Source.Contains($"（{word}）: ", StringComparison.Ordinal)).Select(language => language.Language).Order()];
        Assert.Equal(["es", "id", "ko", "pt", "vi", "zh-Hans"], With("shelter-opening", "避難所"));
        Assert.Equal(13, With("underground-rain", "大雨").Length);
        Assert.All(composed, language => Assert.All(new[] { "shelter-closing", "tsunami-rivers", "stay-where-you-are" }, id => Assert.Equal(
            $"{Pack.Notices.Languages["en"].Templates[id].Title.Source}（{Pack.Notices.Languages["ja"].Templates[id].Title.Source}）", language.Templates[id].Title.Source)));
        Assert.Equal("City notice（区のお知らせ）: {title}", Pack.Notices.Languages["vi"].Acts[NoticeAct.Issue].Title.Source);
        Assert.Equal("Train service suspended（運休のお知らせ）", Pack.Notices.Languages["vi"].Templates["line-suspended"].Title.Source);
    }

    [Fact]
    public void ATranslation_IsServedInLive_OnlyWhenItsWordsAndTheSentencesThatItBorrowsAreChecked()
    {
        using var copy = new PackCopy();
        void Check(string language) => File.WriteAllText(
            copy.PathOf($"messages/{language}/notices.json"),
            File.ReadAllText(copy.PathOf($"messages/{language}/notices.json")).Replace("\"checkedBy\": null", "\"checkedBy\": \"確認者\"", StringComparison.Ordinal)
                .Replace("\"checkedOn\": null", "\"checkedOn\": \"2026-01-01\"", StringComparison.Ordinal));
        string[] Served() => copy.Load().TryGet(out var pack)
            ? [.. pack.Notices.Write("underground-rain", new Dictionary<string, string>(), checkedOnly: true).Select(text => text.Language)]
            : throw new InvalidOperationException("The pack is not whole.");

        Check("ko");
        Assert.Equal(["ja"], Served());
        Check("en");
        Assert.Equal(["ja", "en", "ko"], Served());
        copy.Replace("messages/ko/notices.json", "\"checkedBy\": \"確認者\" }", "\"checkedBy\": null }");
        Assert.Contains(copy.Load().Problems, problem => problem.Rule == PackRules.PartUnchecked);
    }

    [Fact]
    public void InLive_OnlyCheckedLanguagesAreWritten()
    {
        Assert.True(Write("exercise", "試験", checkedOnly: true).TryGet(out var content, out _));

        Assert.Equal(["ja"], content.Texts.Select(text => text.Language));
        Assert.Equal("ja", NoticeText.For(content.Texts, "en").Language);
    }

    [Fact]
    public void ALanguageWithoutTheFile_IsServedByWhatStandsInForIt()
    {
        using var copy = new PackCopy();
        File.Delete(copy.PathOf("messages/en/notices.json"));
        Assert.True(copy.Load().TryGet(out var pack));

        Assert.Equal("区のお知らせ", pack.Notices.PageIn("en", checkedOnly: false).Heading);
        Assert.Equal(["ja", "ja-easy"], pack.Notices.Write("exercise", new Dictionary<string, string> { ["day"] = "明日", ["what"] = "放送" }, checkedOnly: false).Select(text => text.Language));
    }

    [Theory]
    [InlineData("no-such", "x", "13101001001", 60, "notices.unknown-template")]
    [InlineData("exercise", " ", "13101001001", 60, "notices.slot-missing")]
    [InlineData("exercise", "五十一字を超える長い言葉。五十一字を超える長い言葉。五十一字を超える長い言葉。五十一字を超える長い言葉。", "13101001001", 60, "notices.slot-too-long")]
    [InlineData("exercise", "x", "", 60, "notices.areas-missing")]
    [InlineData("exercise", "x", "13199999999", 60, "notices.unknown-area")]
    [InlineData("exercise", "x", "13101001001", 14, "notices.valid-too-short")]
    [InlineData("exercise", "x", "13101001001", 20_161, "notices.valid-too-long")]
    [InlineData("exercise", "レベル４の避難", "13101001001", 60, "notices.order-words")]
    public void WhatIsUnsound_IsRefusedByName(string template, string value, string area, int minutes, string code)
    {
        var slots = new Dictionary<string, string> { ["day"] = value, ["what"] = value };

        var written = NoticeRules.Write(new NoticeDraft(template, slots, area.Length == 0 ? [] : [area], Now.AddMinutes(minutes)), Pack, checkedOnly: false, Now);

        Assert.False(written.TryGet(out _, out var refusal));
        Assert.Equal(code, refusal.Code);
    }

    [Fact]
    public void ABlankThatTheTemplateDoesNotHave_IsRefused() => Assert.Equal(
        "notices.unknown-slot",
        NoticeRules.Write(new NoticeDraft("stay-where-you-are", new Dictionary<string, string> { ["place"] = "x" }, ["*"], Now.AddHours(1)), Pack, false, Now).TryGet(out _, out var refusal) ? "" : refusal.Code);

    [Fact]
    public void WhatIsTyped_IsOneLine_AndCannotStandForABlank()
    {
        Assert.True(Write("line-suspended", "東西線\r\n{time}\u202e全線").TryGet(out var content, out _));

        Assert.Equal("東西線 ｛time｝ 全線", content.Slots["line"]);
    }

    private static Domain.Common.Outcome<NoticeContent> Write(string template, string value, bool checkedOnly = false) => NoticeRules.Write(
        new NoticeDraft(template, Pack.Notices.Templates[template].Slots.ToDictionary(slot => slot.Name, _ => value, StringComparer.Ordinal), ["*"], Now.AddHours(6)), Pack, checkedOnly, Now);

    private static int Count(string text, string word) => (text.Length - text.Replace(word, string.Empty, StringComparison.Ordinal).Length) / word.Length;

    private static WardPack Load()
    {
        using var copy = new PackCopy();
        return copy.Load().TryGet(out var pack) ? pack : throw new InvalidOperationException("The shipped pack is not whole.");
    }
}
