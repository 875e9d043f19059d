using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Domain.Dissemination.Limits;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Evacuation.Messages;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Infrastructure.WardPacks;
using Xunit;

namespace Chiyoda.Bousai.Infrastructure.Tests.WardPacks;

/// <summary>Every shipped message for the largest zone of its hazard, with three other orders in force, held against what each channel takes.</summary>
public class EveryTextInEveryChannelTests
{
    private static readonly WardPack Pack = WardPackLoader.Load(PackCopy.Shipped).Pack!;

    public static IEnumerable<TheoryDataRow<string>> Keys() => Pack.Messages.Keys.Select(key => new TheoryDataRow<string>(key.ToString()));

    [Theory]
    [MemberData(nameof(Keys))]
    public void JapaneseText_GoesByEveryChannel(string name)
    {
        var key = Pack.Messages.Keys.Single(key => key.ToString() == name);
        var message = Render("ja", key);

        Assert.All(new[] { false, true }, isExercise => AssertGoes(ChannelLimits.EmergencyMail(
            EmergencyMailTitle.Of(key.Act, key.Level, isExercise), message.Body)));
        AssertGoes(ChannelLimits.Sms($"{message.Title} {message.Body}"));
        AssertGoes(ChannelLimits.X($"{message.Title}\n{message.Body}"));
        Assert.All(new[] { message, message with { Title = $"【訓練】{message.Title}" } }, told => AssertGoes(
            ChannelLimits.Loudspeaker(Spoken(told))));
        AssertGoes(ChannelLimits.Line(LineText.Of(message)));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void EveryLanguage_GoesBySmsAndLine(string name)
    {
        var key = Pack.Messages.Keys.Single(key => key.ToString() == name);

        Assert.All(Pack.Ward.Languages, language =>
        {
            var message = Render(language, key);
            AssertGoes(ChannelLimits.Sms($"{message.Title} {message.Body}"));
            AssertGoes(ChannelLimits.Line(LineText.Of(message)));
        });
    }

    /// <summary>With the longest sentence of the list, and with as long a one as may be typed: a channel takes it, or goes without it.</summary>
    [Theory]
    [MemberData(nameof(Keys))]
    public void AReason_StopsNoChannel_AndStandsInEveryLongOne(string name)
    {
        var key = Pack.Messages.Keys.Single(key => key.ToString() == name);
        var listed = Pack.Reasons.Where(reason => reason.Hazard == key.Hazard).Select(reason => reason.Text).MaxBy(text => text.Ja.Length);
        Assert.All(new[] { listed, LocalizedText.OfJapanese(new string('水', 200)) }.OfType<LocalizedText>(), reason => Assert.All(Pack.Ward.Languages, language =>
        {
            var (message, plain) = (Render(language, key, reason), Render(language, key));
            AssertGoes(ReasonedText.Of(message, body => Judged($"{message.Title} {body}", ChannelLimits.Sms)).Verdict);
            AssertGoes(ChannelLimits.Line(LineText.Of(message)));
            Assert.InRange(message.Body.Length, 1, Math.Max(plain.Body.Length, Pack.Messages.Languages[language].BodyLimit));
            var says = !key.Act.Ends() && key.Act != Act.Lower && Pack.Messages.Languages[language].Because is not null && reason.Texts.TryGetValue(language, out var text) ? text : null;
            Assert.Equal(says is not null, message.Headline != plain.Headline);
            if (says is not null)
            {
                Assert.Contains(says, LineText.Of(message), StringComparison.Ordinal);
                Assert.Contains(says, message.BodyWithReason, StringComparison.Ordinal);
                Assert.Equal(plain.Headline, message.Headline.Replace(Pack.Messages.Languages[language].Because!.Fill(_ => says), string.Empty, StringComparison.Ordinal));
            }
            else
            {
                Assert.Equal((plain.Body, plain.Headline, plain.Body), (message.Body, message.Headline, message.BodyWithReason));
            }

            if (language == "ja")
            {
                AssertGoes(ReasonedText.Of(message, body => (body, ChannelLimits.EmergencyMail(EmergencyMailTitle.Of(key.Act, key.Level, true), body))).Verdict);
                AssertGoes(ReasonedText.Of(message, body => Judged($"{message.Title}\n{body}", ChannelLimits.X)).Verdict);
                AssertGoes(ReasonedText.Of(message, body => Judged(Spoken(message with { Body = body }), ChannelLimits.Loudspeaker)).Verdict);
            }
        }));
    }

    /// <summary>Attention, who, where, why, what to do (伝達文の型): the reason stands before the call.</summary>
    [Fact]
    public void TheLoudspeakerAndTheEmergencyMail_SayWhy_BeforeWhatToDo()
    {
        var key = new MessageKey(Hazard.Flood, Act.Issue, 4, EvacuationAction.GoUp);
        var message = Render("ja", key, Pack.Reasons.Single(reason => reason.Text.Ja.Contains("氾濫危険水位", StringComparison.Ordinal)).Text);

        var spoken = ReasonedText.Of(message, body => Judged(Spoken(message with { Body = body }), ChannelLimits.Loudspeaker)).Text;
        var mail = ReasonedText.Of(message, body => (body, ChannelLimits.EmergencyMail(EmergencyMailTitle.Of(key.Act, key.Level, false), body))).Text;

        const string WhyThenWhat = "理由：川の水位が氾濫危険水位に達し、氾濫するおそれが高まったため。.*高い階へ立ち退いてください。";
        Assert.Matches(WhyThenWhat + "$", mail);
        Assert.Matches("警戒レベル4 避難指示を発令しました。" + WhyThenWhat + "\n", spoken);
        Assert.Equal(message.Body, ReasonedText.Of(message, body => (body, ChannelLimits.Sms(body == message.Body ? body : new string('長', 700)))).Text);

        // What is too long in any case is not made longer.
        Assert.Equal(message.Body, ReasonedText.Of(message, body => (body, ChannelLimits.Sms(new string('長', 700) + body))).Text);
    }

    private static string Spoken(RenderedMessage message) => LoudspeakerText.Of(message, Pack.Messages.Languages["ja"].Loudspeaker, Pack.Ward.Name.In("ja"));

    private static (string Text, LimitVerdict Verdict) Judged(string text, Func<string, LimitVerdict> judge) => (text, judge(text));

    private static void AssertGoes(LimitVerdict verdict) =>
        Assert.True(verdict.State != LimitState.Refused, string.Join('、', verdict.Measures.Select(measure => $"{measure.What} {measure.Count}/{measure.Limit}").Concat(verdict.Findings)));

    private static RenderedMessage Render(string language, MessageKey key, LocalizedText? reason = null)
    {
        var zone = Pack.Zones.Values.Where(zone => zone.Hazard == key.Hazard).MaxBy(zone => zone.Areas.Count);
        var areas = zone is null ? [.. Pack.Areas.Values] : Pack.AreasOf(zone.Id);
        return Pack.Messages.Render(language, key.Hazard, key.Act, key.Level, key.Action ?? EvacuationAction.LeaveNow, new MessageSlots
        {
            Areas = areas,
            Zone = zone?.Name,
            Cause = zone is null ? LocalizedText.OfJapanese("地下街での火災") : Pack.Causes[zone.Cause].Name,
            Time = new DateTimeOffset(2026, 12, 31, 12, 14, 0, TimeSpan.FromHours(9)),
            PreviousLevel = 5,
            Reason = reason,
            Remaining =
            [
                .. new[] { 4, 3, 3 }.Select(level => new RemainingOrder(level, Pack.Causes.Values.First().Name, areas)),
            ],
        });
    }
}
