using System.Diagnostics.CodeAnalysis;

namespace Chiyoda.Bousai.Infrastructure.Dissemination;

/// <summary>A passage, or why the channel must be held.</summary>
public sealed class GatewayAnswer
{
    private GatewayAnswer(Passage? passage, string? refusal)
    {
        Passage = passage;
        Refusal = refusal;
    }

    public Passage? Passage { get; }

    /// <summary>Why nothing may be sent, in Japanese; <see langword="null"/> exactly when there is a passage.</summary>
    public string? Refusal { get; }

    [MemberNotNullWhen(true, nameof(Passage))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsOpen => Passage is not null;

    internal static GatewayAnswer Pass(Passage passage) => new(passage, null);

    internal static GatewayAnswer Refuse(string reason) => new(null, reason);
}

/// <summary>The way out for one page: messages that passed, one per language. Only the gateway makes one.</summary>
public sealed class Passage
{
    private readonly IChannel _channel;
    private readonly IReadOnlyDictionary<string, OutgoingMessage> _messages;

    internal Passage(IChannel channel, IReadOnlyDictionary<string, OutgoingMessage> messages)
    {
        _channel = channel;
        _messages = messages;
    }

    public Task<DeliveryOutcome> SendAsync(Recipient recipient, CancellationToken cancellationToken) =>
        _channel.SendAsync(_messages[recipient.Subscription.Language], recipient, cancellationToken);
}
