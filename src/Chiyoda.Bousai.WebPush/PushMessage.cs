using System.Buffers;
using System.Globalization;

namespace Chiyoda.Bousai.WebPush;

/// <summary>What is sent, how long it is worth delivering, and what it replaces.</summary>
/// <remarks>Immutable and thread-safe; the same message is sent to any number of subscriptions.</remarks>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc8030#section-5">RFC 8030 section 5</seealso>
public sealed class PushMessage
{
    /// <summary>Longest topic in characters (RFC 8030 section 5.4).</summary>
    public const int MaxTopicCharacters = 32;

    /// <summary>The longest validity that every known push service takes; some refuse more.</summary>
    public static readonly TimeSpan MaxTtl = TimeSpan.FromDays(28);

    private static readonly SearchValues<char> TopicCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    /// <summary>Makes a message.</summary>
    /// <param name="payload">0 to <see cref="PushEncryption.MaxPlaintextOctets"/> octets; the caller leaves them unchanged.
    /// An empty one is sent without a body and wakes the service worker with no data.</param>
    /// <param name="ttl">How long a push service keeps the message for a device that cannot be reached, 0 to
    /// <see cref="MaxTtl"/>; fractions of a second are rounded up. Zero reaches only a device that is connected now.</param>
    /// <param name="urgency">How much it matters.</param>
    /// <param name="topic">1 to <see cref="MaxTopicCharacters"/> characters of the base64url alphabet: a message still waiting at
    /// the push service under the same topic is replaced. <c>null</c> replaces nothing.</param>
    /// <exception cref="ArgumentException">A value is outside what is stated.</exception>
    public PushMessage(ReadOnlyMemory<byte> payload, TimeSpan ttl, PushUrgency urgency = PushUrgency.Normal, string? topic = null)
    {
        if (payload.Length > PushEncryption.MaxPlaintextOctets)
        {
            throw new ArgumentException(
                $"A push message carries at most {PushEncryption.MaxPlaintextOctets} octets, not {payload.Length}.", nameof(payload));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(ttl, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ttl, MaxTtl);
        if (topic is not null && !IsTopic(topic))
        {
            throw new ArgumentException(
                $"A topic has 1 to {MaxTopicCharacters} characters of the base64url alphabet.", nameof(topic));
        }

        Payload = payload;
        Ttl = TimeSpan.FromSeconds(Math.Ceiling(ttl.TotalSeconds));
        Urgency = urgency;
        Topic = topic;
        TtlHeader = ((long)Ttl.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        UrgencyHeader = urgency switch
        {
            PushUrgency.VeryLow => "very-low",
            PushUrgency.Low => "low",
            PushUrgency.Normal => "normal",
            PushUrgency.High => "high",
            _ => throw new ArgumentOutOfRangeException(nameof(urgency)),
        };
    }

    /// <summary>The plaintext.</summary>
    public ReadOnlyMemory<byte> Payload { get; }

    /// <summary>How long the message is worth delivering, in whole seconds.</summary>
    public TimeSpan Ttl { get; }

    /// <summary>How much it matters.</summary>
    public PushUrgency Urgency { get; }

    /// <summary>Under which name it replaces an earlier one; <c>null</c> when it replaces nothing.</summary>
    public string? Topic { get; }

    internal string TtlHeader { get; }

    internal string UrgencyHeader { get; }

    /// <summary>Tells whether the text can be a topic.</summary>
    public static bool IsTopic(string? topic) =>
        topic is { Length: > 0 and <= MaxTopicCharacters } && !topic.AsSpan().ContainsAnyExcept(TopicCharacters);
}
