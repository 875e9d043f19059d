using Chiyoda.Bousai.Domain.Dissemination.Limits;
using Chiyoda.Bousai.Domain.Evacuation.Messages;
using Xunit;

namespace Chiyoda.Bousai.Domain.Tests.Dissemination;

/// <summary>What is read out by 防災行政無線: the ward first and last, the message twice as far as a minute allows.</summary>
public class ReadingOutTests
{
    private static readonly LoudspeakerFrame Frame = new(Text("こちらは、{ward}です。"), "繰り返します。", Text("こちらは、{ward}です。"));

    [Fact]
    public void AShortMessage_IsSaidTwice() => Assert.Equal(
        "こちらは、試験区です。\n題。\n文。\n繰り返します。\n題。\n文。\nこちらは、試験区です。", LoudspeakerText.Of(Message("題", "文。"), Frame, "試験区"));

    [Theory]
    [InlineData(137, 2, 2)]
    [InlineData(138, 1, 2)]
    [InlineData(275, 1, 1)]
    public void ALongOne_RepeatsItsTitle_AndAtLastNothing_ToStayWithinAMinute(int body, int bodies, int titles)
    {
        var text = LoudspeakerText.Of(Message("題", new string('文', body)), Frame, "試験区");

        Assert.Equal(LimitState.Fits, ChannelLimits.Loudspeaker(text).State);
        Assert.Equal((bodies * body, titles), (text.Count(c => c == '文'), text.Count(c => c == '題')));
        Assert.Equal(titles == 2, text.Contains("繰り返します", StringComparison.Ordinal));
        Assert.StartsWith("こちらは、試験区です。", text, StringComparison.Ordinal);
        Assert.EndsWith("こちらは、試験区です。", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(281, '見')]
    [InlineData(282, '文')]
    public void TheHeadlineIsSaid_AndTheBodyWhereThatTakesOverAMinute(int headline, char said)
    {
        var text = LoudspeakerText.Of(Message("題", "文。") with { Headline = new string('見', headline) }, Frame, "試験区");

        Assert.Equal(LimitState.Fits, ChannelLimits.Loudspeaker(text).State);
        Assert.Equal(said, Assert.Single("見文", word => text.Contains(word, StringComparison.Ordinal)));
    }

    [Fact]
    public void WithoutAFrame_TheMessageStandsAlone() => Assert.Equal("題。\n文。", LoudspeakerText.Of(Message("題", "文。"), null, "試験区"));

    private static RenderedMessage Message(string title, string body) => new("ja", title, body, body, []);

    private static MessageText Text(string source) => MessageText.TryParse(source, out var text) ? text : throw new ArgumentException(source);
}
