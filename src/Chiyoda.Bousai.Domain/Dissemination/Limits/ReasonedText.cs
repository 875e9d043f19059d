using Chiyoda.Bousai.Domain.Evacuation.Messages;

namespace Chiyoda.Bousai.Domain.Dissemination.Limits;

/// <summary>A text with its reason where the channel has room for it: what holds where, and what to do, never gives way to why.</summary>
public static class ReasonedText
{
    /// <summary>Writes it.</summary>
    /// <typeparam name="T">What the channel is given: one text, or its parts.</typeparam>
    /// <param name="message">The message.</param>
    /// <param name="write">What the channel makes of a body, and whether that fits.</param>
    /// <returns>The text with the reason, or the one without where that alone goes as it should.</returns>
    public static (T Text, LimitVerdict Verdict) Of<T>(RenderedMessage message, Func<string, (T Text, LimitVerdict Verdict)> write)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(write);
        var (plain, reasoned) = (write(message.Body), write(message.BodyWithReason));
        return reasoned.Verdict.State != LimitState.Refused && reasoned.Verdict.State <= plain.Verdict.State ? reasoned : plain;
    }
}
