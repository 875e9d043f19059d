using System.Collections.Concurrent;
using System.Text.Json;
using Chiyoda.Bousai.Domain.Dissemination;
using Chiyoda.Bousai.Domain.Evacuation.Messages;
using Chiyoda.Bousai.Infrastructure.Dissemination;

namespace Chiyoda.Bousai.Infrastructure.Tests.Dissemination;

/// <summary>A channel that answers as the test says and keeps count of what each recipient was sent.</summary>
internal sealed class ScriptedChannel(Func<Recipient, Task<DeliveryOutcome>>? answer = null) : IChannel
{
    private readonly ConcurrentDictionary<long, int> _sent = new();
    private int _inFlight;
    private int _mostInFlight;

    public string Name => TellingWorld.Channel;

    public int ConcurrencyPerOrigin { get; init; } = 16;

    public TimeSpan TryFor { get; init; } = TimeSpan.FromHours(1);

    /// <summary>What the renderer does to the areas; a sound one leaves them alone.</summary>
    public Func<IReadOnlyList<string>, IEnumerable<string>> Areas { get; init; } = areas => areas;

    /// <summary>Times that each subscription key was sent to.</summary>
    public IReadOnlyDictionary<long, int> Sent => _sent;

    public int MostInFlight => _mostInFlight;

    public string? LastTitle { get; private set; }

    public ReadOnlyMemory<byte>? Render(Outgoing message, RenderedMessage text)
    {
        LastTitle = text.Title;
        return JsonSerializer.SerializeToUtf8Bytes(new EchoedMessage(text.Title, message.MessageId, [.. Areas(message.Areas)]));
    }

    public EchoedMessage? Read(ReadOnlyMemory<byte> payload) => JsonSerializer.Deserialize<EchoedMessage>(payload.Span);

    public async Task<DeliveryOutcome> SendAsync(OutgoingMessage message, Recipient recipient, CancellationToken cancellationToken)
    {
        var now = Interlocked.Increment(ref _inFlight);
        int most;
        while (now > (most = Volatile.Read(ref _mostInFlight)) && Interlocked.CompareExchange(ref _mostInFlight, now, most) != most)
        {
        }

        try
        {
            _sent.AddOrUpdate(recipient.Subscription.Key, 1, (_, times) => times + 1);
            return answer is null ? new DeliveryOutcome(DeliveryMark.Accepted) : await answer(recipient);
        }
        finally
        {
            Interlocked.Decrement(ref _inFlight);
        }
    }
}
