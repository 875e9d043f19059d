using Chiyoda.Bousai.Domain.Dissemination;
using Chiyoda.Bousai.Domain.Evacuation.Messages;

namespace Chiyoda.Bousai.Infrastructure.Dissemination;

/// <summary>A way out to named recipients, driven page by page. Only the <see cref="Gateway"/> makes the messages that it takes.</summary>
/// <remarks>Thread-safe. Channels without named recipients (portal, SignalR) are no implementation: they say when they are done,
/// see <see cref="DispatchLedger.CompleteAsync"/>.</remarks>
public interface IChannel
{
    /// <summary>Name on the wire.</summary>
    string Name { get; }

    /// <summary>Messages in flight to one origin, over all pages.</summary>
    int ConcurrencyPerOrigin { get; }

    /// <summary>How long a message is worth trying again, from the start of its dispatch.</summary>
    TimeSpan TryFor { get; }

    /// <summary>Makes the octets that go to everybody who reads one language; the same for the same input.</summary>
    /// <returns>The octets, or <see langword="null"/> when the message does not fit the channel without losing level or area.</returns>
    ReadOnlyMemory<byte>? Render(Outgoing message, RenderedMessage text);

    /// <summary>Reads octets back by other code than wrote them (design rule 11).</summary>
    /// <returns>What they say, or <see langword="null"/> when they cannot be read.</returns>
    EchoedMessage? Read(ReadOnlyMemory<byte> payload);

    /// <summary>Hands one message to one recipient. A failure of the world is a value.</summary>
    Task<DeliveryOutcome> SendAsync(OutgoingMessage message, Recipient recipient, CancellationToken cancellationToken);
}

/// <summary>What the octets of a message say, read back.</summary>
/// <param name="Title">The title, with the exercise mark if there is one.</param>
/// <param name="MessageId">The message it carries.</param>
/// <param name="Areas">The areas it names.</param>
public sealed record EchoedMessage(string Title, Guid MessageId, IReadOnlyList<string> Areas);
