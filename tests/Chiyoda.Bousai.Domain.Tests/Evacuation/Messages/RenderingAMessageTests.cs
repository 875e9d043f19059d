using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Evacuation.Messages;
using Chiyoda.Bousai.Domain.Tests.Areas;
using Xunit;

namespace Chiyoda.Bousai.Domain.Tests.Evacuation.Messages;

public class RenderingAMessageTests
{
    private static readonly DateTimeOffset At = new(2026, 9, 11, 17, 14, 0, TimeSpan.Zero);
    private static readonly MessageCatalog Catalog = new(
        LocalizedText.OfJapanese("見本区"), new Dictionary<string, LanguageTemplates> { ["ja"] = Japanese(60), ["en"] = Japanese(60) with { Language = "en" } });

    [Fact]
    public void AreasThatFit_AreAllNamed()
    {
        var message = Render(Act.Issue, Slots(2));

        Assert.Equal("警戒レベル4 避難指示 見本川", message.Title);
        Assert.Equal("見本区 02:14 町1、町2。高い階へ。", message.Body);
        Assert.Equal(["行き先：一覧を見る"], message.Actions);
    }

    [Fact]
    public void AreasThatDoNotFit_AreCountedNeverDropped()
    {
        var message = Render(Act.Issue, Slots(30));

        Assert.True(message.Body.Length <= 60, message.Body);
        Assert.StartsWith("見本区 02:14 町1、町2、町3、", message.Body, StringComparison.Ordinal);
        var named = message.Body.Split('、').Length;
        Assert.Contains($"ほか{30 - named}地区。高い階へ。", message.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void AreasOfAZone_AreShortenedUnderItsName()
    {
        var message = Render(Act.Issue, Slots(30) with { Zone = LocalizedText.OfJapanese("川沿い") });

        Assert.StartsWith("見本区 02:14 川沿い（町1、", message.Body, StringComparison.Ordinal);
        Assert.Matches("ほか[0-9]+地区）。高い階へ。$", message.Body);
    }

    [Fact]
    public void EvenTooShortALimit_KeepsTheFirstAreaAndTheCount()
    {
        var catalog = new MessageCatalog(LocalizedText.OfJapanese("見本区"), new Dictionary<string, LanguageTemplates> { ["ja"] = Japanese(5) });

        var message = catalog.Render("ja", Hazard.Flood, Act.Issue, 4, EvacuationAction.GoUp, Slots(30));

        Assert.Equal("見本区 02:14 町1ほか29地区。高い階へ。", message.Body);
    }

    [Fact]
    public void ALift_NamesWhatStaysInForce_HighestFirst()
    {
        var message = Render(Act.Lift, Slots(1) with
        {
            Remaining =
            [
                new RemainingOrder(3, LocalizedText.OfJapanese("甲川"), [Town(7)]),
                new RemainingOrder(4, LocalizedText.OfJapanese("乙川"), [Town(8), Town(9)]),
            ],
        });

        Assert.Equal("見本区 02:14 町1の避難指示を解除。続く：警戒レベル4 避難指示 乙川ほか1件。", message.Body);
        Assert.Equal("9/12 02:14 町1。続く：警戒レベル3 高齢者等避難 甲川（町7）、警戒レベル4 避難指示 乙川（町8、町9）。", message.Headline);
    }

    [Fact]
    public void ALiftOfTheLastOrder_SaysThatNothingElseIsInForce() =>
        Assert.EndsWith("ほかに発令なし。", Render(Act.Lift, Slots(1)).Body, StringComparison.Ordinal);

    [Fact]
    public void NamedShelters_StandInTheActions() =>
        Assert.Equal(
            ["行き先：甲小学校、乙小学校"],
            Render(Act.Issue, Slots(1) with { Shelters = [LocalizedText.OfJapanese("甲小学校"), LocalizedText.OfJapanese("乙小学校")] }).Actions);

    [Fact]
    public void AReason_StandsInTheBodyWhereThereIsRoom_AndTakesNoAreaItsPlace()
    {
        var (roomy, full) = (Render(Act.Issue, Slots(1) with { Reason = Reason }), Render(Act.Issue, Slots(30) with { Reason = Reason }));

        Assert.Equal("見本区 02:14 町1。理由：川の水が堤防を越えたため。高い階へ。", roomy.Body);
        Assert.Equal(Render(Act.Issue, Slots(30)).Body, full.Body);
        Assert.Equal(full.Body.Replace("高い階へ", "理由：川の水が堤防を越えたため。高い階へ", StringComparison.Ordinal), full.BodyWithReason);
        Assert.All(new[] { roomy, full }, message => Assert.Contains("理由：川の水が堤防を越えたため。", message.Headline, StringComparison.Ordinal));
        Assert.Equal(full.BodyWithReason + "。", full.EndingWith("。").BodyWithReason);
    }

    [Fact]
    public void WithoutAReason_OrInALanguageThatHasNone_TheTextIsAsBefore()
    {
        var message = Render(Act.Issue, Slots(1));
        var english = Catalog.Render("en", Hazard.Flood, Act.Issue, 4, EvacuationAction.GoUp, Slots(1) with { Reason = Reason });

        Assert.Equal("見本区 02:14 町1。高い階へ。", message.Body);
        Assert.Equal(message.Body, message.BodyWithReason);
        Assert.Equal(Catalog.Render("en", Hazard.Flood, Act.Issue, 4, EvacuationAction.GoUp, Slots(1)), english, Same);
    }

    [Fact]
    public void ACorrection_SaysWhatWasWrong_OrThatSomethingWas()
    {
        var known = Render(Act.Correct, Slots(30) with { Wrong = [MeasureField.Areas, MeasureField.Level] });
        var unknown = Render(Act.Correct, Slots(30));

        Assert.StartsWith("見本区 02:14訂正（地域、段階の誤り）。町1、", known.Body, StringComparison.Ordinal);
        Assert.InRange(known.Body.Length, 1, 60);
        Assert.StartsWith("地域、段階に誤り。町1、", known.Headline, StringComparison.Ordinal);
        Assert.StartsWith("見本区 02:14訂正。町1、", unknown.Body, StringComparison.Ordinal);
        Assert.StartsWith("誤り。町1、", unknown.Headline, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatWasWrong_GivesWayWhereItDoesNotFitBesideOneArea()
    {
        var message = Render(Act.Correct, Slots(30) with { Wrong = Enumerable.Repeat(MeasureField.Areas, 20).ToList() });

        Assert.StartsWith("見本区 02:14訂正。町1、", message.Body, StringComparison.Ordinal);
        Assert.StartsWith("地域、地域、", message.Headline, StringComparison.Ordinal);
    }

    [Fact]
    public void AnUnknownLanguage_FallsBackInTheOrderGiven()
    {
        var message = Catalog.Render(["ne", "en", "ja"], Hazard.Flood, Act.Issue, 4, EvacuationAction.GoUp, Slots(1));

        Assert.Equal("en", message.Language);
    }

    [Theory]
    [InlineData("en", false, "en")]
    [InlineData("en", true, "ja")]
    [InlineData("ne", false, "en,ja")]
    [InlineData("ne", true, "ja")]
    [InlineData("ja", true, "ja")]
    public void UncheckedTexts_AreNotServedWhereCheckedOnesAreDemanded(string wanted, bool checkedOnly, string served) =>
        Assert.Equal(served.Split(','), Catalog.Serve(wanted, checkedOnly));

    [Fact]
    public void WhatIsNotOffered_IsADefectOfTheCaller()
    {
        Assert.False(Catalog.Offers(Hazard.Fire, Act.Issue, null, EvacuationAction.LeaveNow));
        Assert.Throws<InvalidOperationException>(() => Catalog.Render("ja", Hazard.Fire, Act.Issue, null, EvacuationAction.LeaveNow, Slots(1)));
    }

    [Fact]
    public void ALift_IsOfferedWhateverTheActionWas()
    {
        Assert.True(Catalog.Offers(Hazard.Flood, Act.Lift, 4, EvacuationAction.GoUp));
        Assert.True(Catalog.Offers(Hazard.Flood, Act.Lift, 4, EvacuationAction.LeaveNow));
    }

    [Theory]
    [InlineData("{areas", false)]
    [InlineData("areas}", false)]
    [InlineData("{}", false)]
    [InlineData("", true)]
    [InlineData("{areas}に{time}", true)]
    public void Braces_MustPair(string source, bool isText) => Assert.Equal(isText, MessageText.TryParse(source, out _));

    private static LocalizedText Reason { get; } = LocalizedText.OfJapanese("川の水が堤防を越えたため");

    private static bool Same(RenderedMessage one, RenderedMessage other) =>
        (one.Title, one.Body, one.BodyWithReason, one.Headline) == (other.Title, other.Body, other.BodyWithReason, other.Headline);

    private static RenderedMessage Render(Act act, MessageSlots slots) =>
        Catalog.Render("ja", Hazard.Flood, act, 4, EvacuationAction.GoUp, slots);

    private static MessageSlots Slots(int areas) => new()
    {
        Areas = [.. Enumerable.Range(1, areas).Select(Town)],
        Cause = LocalizedText.OfJapanese("見本川"),
        Time = At,
    };

    private static Area Town(int number) => SampleAreas.Named($"{number}", $"町{number}", "マチ", $"Machi {number}");

    private static LanguageTemplates Japanese(int bodyLimit) => new()
    {
        Language = "ja",
        CheckedBy = null,
        LevelNames = new Dictionary<string, string> { ["3"] = "警戒レベル3 高齢者等避難", ["4"] = "警戒レベル4 避難指示", ["5"] = "警戒レベル5 緊急安全確保", ["none"] = "避難指示" },
        Separator = "、",
        More = Text("ほか{count}地区"),
        InZone = Text("{zone}（{areas}）"),
        NoShelter = "一覧を見る",
        NothingRemains = "ほかに発令なし。",
        Remains = Text("続く：{orders}。"),
        RemainingOrder = Text("{order} {cause}（{areas}）"),
        RemainingOrderShort = Text("{order} {cause}"),
        MoreOrders = Text("ほか{count}件"),
        Because = Text("理由：{reason}。"),
        Mistake = new MistakeWords(
            Text("（{fields}の誤り）"), Text("{fields}に誤り。"), "誤り。",
            Enum.GetValues<MeasureField>().ToDictionary(field => field, field => field switch { MeasureField.Areas => "地域", MeasureField.Level => "段階", _ => $"{field}" })),
        TimeFormat = "HH:mm",
        DateTimeFormat = "M/d HH:mm",
        TitleLimit = 30,
        BodyLimit = bodyLimit,
        HeadlineLimit = 200,
        Templates = new[]
        {
            Template(new MessageKey(Hazard.Flood, Act.Issue, 4, EvacuationAction.GoUp), "警戒レベル4 避難指示 {cause}", "{ward} {time} {areas}。{reason}高い階へ。", "{areas}。{reason}", "行き先：{shelters}"),
            Template(new MessageKey(Hazard.Flood, Act.Correct, 4, EvacuationAction.GoUp), "警戒レベル4 避難指示【訂正】", "{ward} {time}訂正{wrong}。{areas}。高い階へ。", "{wrong}{areas}。"),
            Template(new MessageKey(Hazard.Flood, Act.Lift, 4, null), "警戒レベル4 避難指示を解除", "{ward} {time} {areas}の避難指示を解除。{remaining}", "{time} {areas}。{remaining}"),
        }.ToDictionary(template => template.Key),
    };

    private static MessageTemplate Template(MessageKey key, string title, string body, string headline, params string[] actions) =>
        new(key, Text(title), Text(body), Text(headline), [.. actions.Select(Text)]);

    private static MessageText Text(string source)
    {
        Assert.True(MessageText.TryParse(source, out var text));
        return text;
    }
}
