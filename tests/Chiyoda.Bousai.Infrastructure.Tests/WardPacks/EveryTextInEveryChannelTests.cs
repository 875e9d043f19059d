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
            ChannelLimits.Loudspeaker(LoudspeakerText.Of(told, Pack.Messages.Languages["ja"].Loudspeaker, Pack.Ward.Name.In("ja")))));
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

    private static void AssertGoes(LimitVerdict verdict) =>
        Assert.True(verdict.State != LimitState.Refused, string.Join('、', verdict.Measures.Select(measure => $"{measure.What} {measure.Count}/{measure.Limit}").Concat(verdict.Findings)));

    private static RenderedMessage Render(string language, MessageKey key)
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
            Remaining =
            [
                .. new[] { 4, 3, 3 }.Select(level => new RemainingOrder(level, Pack.Causes.Values.First().Name, areas)),
            ],
        });
    }
}
