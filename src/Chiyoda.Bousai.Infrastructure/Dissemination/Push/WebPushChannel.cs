using System.Buffers.Text;
using System.Security.Cryptography;
using Chiyoda.Bousai.Domain.Dissemination;
using Chiyoda.Bousai.Domain.Evacuation.Messages;
using Chiyoda.Bousai.WebPush;
using Microsoft.Extensions.Options;

namespace Chiyoda.Bousai.Infrastructure.Dissemination.Push;

/// <summary>Web push to subscribed devices.</summary>
public sealed class WebPushChannel(PushSender sender, PushSecrets secrets, IOptions<PushOptions> options, TimeProvider clock) : IChannel
{
    private static readonly TimeSpan LeastTimeToLive = TimeSpan.FromSeconds(1);

    private const int TopicOctets = 18;

    public string Name => ChannelNames.WebPush;

    public int ConcurrencyPerOrigin => options.Value.ConcurrencyPerOrigin;

    public TimeSpan TryFor => options.Value.TimeToLive;

    public ReadOnlyMemory<byte>? Render(Outgoing message, RenderedMessage text) => PushPayload.Write(message, text, options.Value.PublicUrl);

    public EchoedMessage? Read(ReadOnlyMemory<byte> payload) => PushPayload.Read(payload);

    public async Task<DeliveryOutcome> SendAsync(OutgoingMessage message, Recipient recipient, CancellationToken cancellationToken)
    {
        var device = recipient.Subscription;
        if (!PushSubscription.TryParse(device.Endpoint, device.P256dh, device.Auth, out var subscription, out var refusal))
        {
            return new DeliveryOutcome(DeliveryMark.Rejected, Reason: $"subscription unusable: {refusal}");
        }

        var token = secrets.Receipts.Write(new ReceiptPlace(recipient.DispatchId, recipient.Page, recipient.Index));
        var push = new PushMessage(
            PushPayload.For(message.Payload.Span, token),
            TimeToLive(message.Outgoing),
            message.Outgoing.Wakes ? PushUrgency.High : PushUrgency.Normal,
            TopicOf(message.Outgoing.TopicId));
        return await sender.SendAsync(subscription, push, cancellationToken) switch
        {
            PushOutcome.Delivered => new DeliveryOutcome(DeliveryMark.Accepted),
            PushOutcome.Gone => new DeliveryOutcome(DeliveryMark.Gone),
            PushOutcome.Throttled throttled => new DeliveryOutcome(DeliveryMark.Throttled, throttled.Until, "throttled"),
            PushOutcome.Rejected rejected => new DeliveryOutcome(DeliveryMark.Rejected, Reason: rejected.Reason),
            PushOutcome.Unreachable unreachable => new DeliveryOutcome(DeliveryMark.Unreachable, Reason: unreachable.Reason),
            var other => throw new InvalidOperationException($"Unknown outcome {other.GetType().Name}."),
        };
    }

    /// <summary>A push service keeps a message no longer than what it says holds.</summary>
    private TimeSpan TimeToLive(Outgoing message)
    {
        var most = options.Value.TimeToLive;
        return message.ValidUntil - clock.GetUtcNow() is not { } left || left >= most ? most : left > LeastTimeToLive ? left : LeastTimeToLive;
    }

    /// <summary>One topic per order or relayed event: what is newer replaces what still waits at the push service.</summary>
    public static string TopicOf(Guid topicId)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(topicId.ToByteArray(bigEndian: true), hash);
        return Base64Url.EncodeToString(hash[..TopicOctets]);
    }
}
