using Chiyoda.Bousai.Domain.Evacuation.Messages;

namespace Chiyoda.Bousai.Domain.Dissemination.Limits;

/// <summary>What is said on LINE: the message with every area by name, or where that is too long the one that names some of them.</summary>
public static class LineText
{
    /// <summary>Writes it.</summary>
    /// <param name="message">The message.</param>
    /// <returns>Title, what holds where, and what to do, a line each.</returns>
    public static string Of(RenderedMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        string With(string said) => string.Join('\n', [message.Title, said, .. message.Actions.Select(line => $"・{line}")]);
        var whole = With(message.Headline);
        return ChannelLimits.Line(whole).State == LimitState.Refused ? With(message.Body) : whole;
    }
}
