using Chiyoda.Bousai.Domain.Evacuation.Messages;

namespace Chiyoda.Bousai.Domain.Dissemination.Limits;

/// <summary>What is read out by 防災行政無線: who speaks, the message, the message again as far as a minute allows, and who spoke.</summary>
public static class LoudspeakerText
{
    /// <summary>Writes it.</summary>
    /// <param name="message">The message in Japanese.</param>
    /// <param name="frame">What stands around it; <see langword="null"/> when the ward wrote none: then the message stands alone.</param>
    /// <param name="ward">The name of the ward.</param>
    /// <returns>A line per breath: the headline, which is a spoken sentence, or the body where that is longer than a minute. Where twice is longer only the
    /// title is repeated, and where that is too long nothing.</returns>
    public static string Of(RenderedMessage message, LoudspeakerFrame? frame, string ward)
    {
        ArgumentNullException.ThrowIfNull(message);
        var title = $"{message.Title}。";
        string Framed(params string[] said) =>
            string.Join('\n', frame is null ? said : [frame.Opening.Fill(_ => ward), .. said, frame.Closing.Fill(_ => ward)]);
        string[] once = FitsAMinute(Framed(title, message.Headline)) ? [title, message.Headline] : [title, message.Body];
        if (frame is null)
        {
            return Framed(once);
        }

        return new[] { Framed([.. once, frame.Again, .. once]), Framed([.. once, frame.Again, title]) }.FirstOrDefault(FitsAMinute) ?? Framed(once);
    }

    private static bool FitsAMinute(string text) => ChannelLimits.Loudspeaker(text).Measures.All(measure => measure.OverBy == 0);
}
