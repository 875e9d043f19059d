using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Evacuation.Criteria;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Infrastructure.Dissemination;
using Chiyoda.Bousai.Infrastructure.WardPacks;
using Xunit;

namespace Chiyoda.Bousai.Infrastructure.Tests.WardPacks;

/// <summary>Why, in the languages in which somebody wrote it, and in no other.</summary>
public sealed class TheShippedReasonsTests
{
    private static readonly string[] Written = ["ja", "ja-easy", "en"];

    private static readonly WardPack Pack = WardPackLoader.Load(PackCopy.Shipped).Pack!;

    private static readonly OrderTexts Texts = new(Pack, HubMode.Exercise);

    [Fact]
    public void EveryReason_StandsInTheThreeWrittenLanguages_AndReadsDifferently()
    {
        var reasons = Pack.Reasons.Select(reason => reason.Text)
            .Concat(Pack.Criteria.Select(criterion => criterion.Proposes).OfType<ProposedOrder>().Select(order => order.Reason)).ToList();

        Assert.True(reasons.Count > 25, $"only {reasons.Count}");
        Assert.All(reasons, reason => Assert.Equal(Written.Length, Written.Select(reason.In).Distinct().Count()));
        Assert.All(reasons, reason => Assert.DoesNotContain('{', string.Concat(Written.Select(reason.In))));
        Assert.All(Written, language => Assert.Equal(Pack.Reasons.Count, Pack.Reasons.Select(reason => reason.Text.In(language)).Distinct().Count()));
        Assert.Equal(Written.Order(), Pack.Messages.Languages.Values.Where(language => language.Because is not null).Select(language => language.Language).Order());
    }

    [Fact]
    public void AProposalByACriterion_SaysWhyInAllThree()
    {
        var criterion = Pack.Criteria.Single(criterion => criterion.Id == "kanda-river-4");
        var measure = new CriteriaFinding(criterion.Cause, criterion.ZoneId, [new CriterionResult(criterion, true, "", "", null, null, null)]).Propose(Pack.Zones[criterion.ZoneId])!;

        Assert.Equal(
            ["理由：神田川が氾濫するおそれが高まったため。", "りゆう：神田川（かんだがわ）の みずが あふれる かもしれません。", "Reason: The Kanda River is likely to overflow. "],
            Written.Select(language => Said(measure, language)));
        Assert.Equal(string.Empty, Said(measure, "ko"));
    }

    [Theory]
    [InlineData("川の水が護岸や堤防を越えたため", "川の水が護岸や堤防を越えたため", "Water has come over the river wall or levee")]
    [InlineData("川の水が護岸や堤防を越えたため。", "川の水が護岸や堤防を越えたため", "Water has come over the river wall or levee")]
    [InlineData("川の水が護岸や堤防を越えたため。和泉橋で確認", "川の水が護岸や堤防を越えたため。和泉橋で確認", "Water has come over the river wall or levee")]
    [InlineData("川の水が護岸や堤防を越えたためらしい", "川の水が護岸や堤防を越えたためらしい", null)]
    [InlineData("和泉橋で{確認}\n川", "和泉橋で｛確認｝ 川", null)]
    [InlineData("がけ崩れが発生したため", "がけ崩れが発生したため", null)]
    [InlineData("", null, null)]
    public void WhatIsTypedInJapanese_IsSaidInJapaneseAlone(string reason, string? japanese, string? english)
    {
        var measure = Flood(reason);

        Assert.Equal(japanese is null ? string.Empty : $"理由：{japanese}。", Said(measure, "ja"));
        Assert.Equal(english is null ? string.Empty : $"Reason: {english}. ", Said(measure, "en"));
        Assert.All(Pack.Ward.Languages.Except(Written), language => Assert.Equal(string.Empty, Said(measure, language)));
    }

    /// <summary>The reasons that may be chosen say why it is dangerous: beside «lifted» they would contradict it.</summary>
    [Fact]
    public void ALowering_SaysNoReason_NeitherWhyItWasHigherNorOneOfItsOwn()
    {
        var high = Flood("川の水が護岸や堤防を越えたため");
        var low = high with { Level = 3, Audience = Audience.ElderlyAndSlow };
        (string Body, string BodyWithReason, string Headline) Said(string language, Measure measure, bool withReason)
        {
            var message = Texts.Render(language, Act.Lower, measure, At, [], high, withReason);
            return (message.Body, message.BodyWithReason, message.Headline);
        }

        Assert.All(Pack.Ward.Languages, language => Assert.All(
            new[] { low, low with { Reason = "川の水位が上がり、氾濫するおそれがあるため" } },
            measure => Assert.Equal(Said(language, measure, withReason: false), Said(language, measure, withReason: true))));
    }

    [Fact]
    public void ACorrection_SaysWhatWasWrong_InTheWrittenLanguages_AndThatSomethingWasInTheOthers()
    {
        var wrong = Flood("川の水が護岸や堤防を越えたため") with { Areas = [.. Pack.Areas.Keys.Take(2).Select(code => code.Value)] };
        var right = wrong with { Areas = [wrong.Areas[0]], Level = 3, Audience = Audience.ElderlyAndSlow };
        string Headline(string language) => Texts.Render(language, Act.Correct, right, At, [], wrong).Headline;

        Assert.StartsWith("先に伝えた避難情報の対象地域、警戒レベル、対象の人に誤りがありました。", Headline("ja"), StringComparison.Ordinal);
        Assert.StartsWith("まえの お知（し）らせは、場所（ばしょ）、けいかいレベル、にげる 人（ひと）が まちがって いました。", Headline("ja-easy"), StringComparison.Ordinal);
        Assert.StartsWith("The previous message was wrong about: areas, alert level, who is addressed. ", Headline("en"), StringComparison.Ordinal);
        Assert.StartsWith("정정. ", Headline("ko"), StringComparison.Ordinal);
        Assert.StartsWith("先に伝えた避難情報（発令・解除など）に誤りがありました。", Texts.Render("ja", Act.Correct, right, At, [], right).Headline, StringComparison.Ordinal);
        string Body(string language) => Texts.Render(language, Act.Correct, right, At, [], wrong).Body;
        Assert.Contains("訂正（対象地域、警戒レベル、対象の人の誤り）。対象は", Body("ja"), StringComparison.Ordinal);
        Assert.Contains(" correction of areas, alert level, who is addressed. In force for ", Body("en"), StringComparison.Ordinal);
        Assert.Contains("まえの お知（し）らせの 場所（ばしょ）、けいかいレベル、にげる 人（ひと）は まちがいです。いまの ばしょは ", Body("ja-easy"), StringComparison.Ordinal);
    }

    private static DateTimeOffset At { get; } = new(2026, 9, 12, 2, 14, 0, TimeSpan.FromHours(9));

    private static Measure Flood(string reason) =>
        new(Hazard.Flood, "830304004400", "神田川", 4, EvacuationAction.GoUp, Audience.Everyone, [Pack.Areas.Keys.First().Value], reason);

    /// <summary>What a text has more by its reason.</summary>
    private static string Said(Measure measure, string language)
    {
        var with = Texts.Render(language, Act.Issue, measure, At, []);
        var without = Texts.Render(language, Act.Issue, measure, At, [], withReason: false);
        Assert.Equal(with.Headline.Length - without.Headline.Length, with.BodyWithReason.Length - without.BodyWithReason.Length);
        var start = with.Headline.Zip(without.Headline).TakeWhile(pair => pair.First == pair.Second).Count();
        return with.Headline.Substring(start, with.Headline.Length - without.Headline.Length);
    }
}
