using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Evacuation.Criteria;
using Chiyoda.Bousai.Domain.Evacuation.Messages;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Infrastructure.WardPacks;
using Xunit;

namespace Chiyoda.Bousai.Infrastructure.Tests.WardPacks;

/// <summary>
/// What people are called to do is the same in every written language, over all hazards, acts and levels: one action has its phrases in each, and no
/// text has a phrase of another action. The translations are made from one sentence per action (<see cref="TheShippedTranslationsTests"/>).
/// </summary>
public sealed class TheSameVerbInEveryLanguageTests
{
    private static readonly WardPack Pack = WardPackLoader.Load(PackCopy.Shipped).Pack!;

    private static readonly Dictionary<(EvacuationAction Action, string Language), string[]> Phrases = new()
    {
        [(EvacuationAction.GoUp, "ja")] = ["高い階へ", "いちばん高い所へ"],
        [(EvacuationAction.GoUp, "ja-easy")] = ["上（うえ）の かいへ", "いちばん 上（うえ）へ"],
        [(EvacuationAction.GoUp, "en")] = ["to higher floors", "to a higher floor", "to the highest place in the building"],
        [(EvacuationAction.LeaveNow, "ja")] = ["浸水しない区域へ", "浸水していない高い場所へ立ち退いて", "この区域から"],
        [(EvacuationAction.LeaveNow, "ja-easy")] =
        [
            "水が こない ところへ", "水の ない たかい ところへ にげて", "つよく なる まえに にげて", "つよく なる まえに、みんな にげて", "ここから すぐに にげて", "けむりの こない ほうへ すぐに にげて",
        ],
        [(EvacuationAction.LeaveNow, "en")] = ["leave for ground that will not flood", "evacuate to higher ground", "Evacuate from this area"],
        [(EvacuationAction.MoveFromSlope, "ja")] = ["がけから離れ", "がけと反対側"],
        [(EvacuationAction.MoveFromSlope, "ja-easy")] = ["がけから はなれて", "がけと はんたいの"],
        [(EvacuationAction.MoveFromSlope, "en")] = ["away from the slope", "Everyone near a slope: evacuate away from it"],
        [(EvacuationAction.LeaveRiver, "ja")] = ["川とその岸から、今すぐ離れて"],
        [(EvacuationAction.LeaveRiver, "ja-easy")] = ["川（かわ）から すぐに はなれて"],
        [(EvacuationAction.LeaveRiver, "en")] = ["Move away from the rivers and their banks"],
        [(EvacuationAction.StayInPlace, "ja")] = ["にとどまって"],
        [(EvacuationAction.StayInPlace, "ja-easy")] = ["たてものに いて", "たてものの 中（なか）に いて"],
        [(EvacuationAction.StayInPlace, "en")] = ["Stay in the strong building", "Stay inside the building"],
    };

    public static IEnumerable<TheoryDataRow<string>> Keys() =>
        Pack.Messages.Keys.Where(key => key.Action is not null).Select(key => new TheoryDataRow<string>(key.ToString()));

    [Fact]
    public void EveryActionThatCanBeSaid_IsInTheTable_InEveryWrittenLanguage() => Assert.Equal(
        Pack.Messages.Keys.Select(key => key.Action).OfType<EvacuationAction>().Distinct()
            .SelectMany(action => Pack.Messages.Languages.Values.Where(language => !language.IsComposed), (action, language) => (action, language.Language)).ToHashSet(),
        [.. Phrases.Keys]);

    [Theory]
    [MemberData(nameof(Keys))]
    public void TheVerbIsThatOfTheAction_AndNoOther(string name)
    {
        var key = Pack.Messages.Keys.Single(key => key.ToString() == name);
        var reason = Pack.Reasons.FirstOrDefault(reason => reason.Hazard == key.Hazard)?.Text;

        Assert.All(Phrases.Keys.Select(pair => pair.Language).Distinct(), language =>
        {
            var message = Pack.Messages.Render(language, key.Hazard, key.Act, key.Level, key.Action!.Value, new MessageSlots
            {
                Areas = [.. Pack.Areas.Values.Take(1)],
                Cause = LocalizedText.OfJapanese("見本"),
                Time = new DateTimeOffset(2026, 9, 12, 2, 14, 0, TimeSpan.FromHours(9)),
                PreviousLevel = 5,
                Reason = reason,
            });

            Assert.All(new[] { message.Body, message.BodyWithReason, message.Headline }, text => Assert.Equal([key.Action.Value], CalledFor(text, language)));
        });
    }

    [Fact]
    public void AReason_CallsForNothing() => Assert.All(
        Pack.Reasons.Select(reason => reason.Text)
            .Concat(Pack.Criteria.Select(criterion => criterion.Proposes).OfType<ProposedOrder>().Select(order => order.Reason))
            .SelectMany(reason => reason.Texts),
        pair => Assert.Empty(CalledFor(pair.Value, pair.Key)));

    [Fact]
    public void AnEnd_CallsForNothing() => Assert.All(
        Pack.Messages.Languages.Values.SelectMany(language => language.Templates.Where(pair => pair.Key.Act.Ends()), (language, pair) => (language.Language, pair.Value)),
        each => Assert.Empty(CalledFor(each.Value.Title.Source + each.Value.Body.Source + each.Value.Headline.Source, each.Language)));

    private static EvacuationAction[] CalledFor(string text, string language) =>
    [
        .. Phrases.Where(pair => pair.Key.Language == language && pair.Value.Any(phrase => text.Contains(phrase, StringComparison.Ordinal)))
            .Select(pair => pair.Key.Action),
    ];
}
