using System.Buffers.Text;
using System.Security.Cryptography;
using Chiyoda.Bousai.Domain.Dissemination;
using Chiyoda.Bousai.Domain.Evacuation.Messages;
using Chiyoda.Bousai.WebPush;
using Microsoft.Extensions.Options;

namespace Chiyoda.Bousai.Infrastructure.Dissemination.Push;

/// <summary>Web push to subscribed devices.</summary>
public sealed class WebPushChannel(PushSender sender, PushSecrets secrets, IOptions<PushOptions> options) : IChannel
{
    /// <summary>From this level on a device with a low battery is woken too.</summary>
    private const int WakingLevel = 4;

    private const int TopicOctets = 18;

    public string Name => ChannelNames.WebPush;

    public int ConcurrencyPerOrigin => options.Value.ConcurrencyPerOrigin;

    public TimeSpan TryFor => options.Value.TimeToLive;

    public ReadOnlyMemory<byte>? Render(Release release, RenderedMessage text) => PushPayload.Write(release, text, options.Value.PublicUrl);

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
            options.Value.TimeToLive,
            (message.Release.Measure.Level ?? WakingLevel) >= WakingLevel ? PushUrgency.High : PushUrgency.Normal,
            TopicOf(message.Release.OrderId));
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

    /// <summary>One topic per order: what is newer replaces what still waits at the push service.</summary>
    public static string TopicOf(Guid orderId)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(orderId.ToByteArray(bigEndian: true), hash);
        return Base64Url.EncodeToString(hash[..TopicOctets]);
    }
}
