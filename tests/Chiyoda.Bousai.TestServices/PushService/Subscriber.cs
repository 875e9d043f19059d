using System.Threading.Channels;

namespace Chiyoda.Bousai.TestServices.PushService;

/// <summary>A subscriber without a browser: has an endpoint and keys, and reads what arrives.</summary>
/// <remarks>Cheap enough for a hundred thousand, with shared keys.</remarks>
public sealed class Subscriber : IDeviceLink
{
    private readonly Channel<StoredMessage> _inbox =
        Channel.CreateUnbounded<StoredMessage>(new UnboundedChannelOptions { SingleReader = true });

    private int _received;

    internal Subscriber(PushEndpoint endpoint, SubscriberKeys keys)
    {
        Endpoint = endpoint;
        Keys = keys;
        Connect();
    }

    public PushEndpoint Endpoint { get; }

    public SubscriberKeys Keys { get; }

    public Uri Url => Endpoint.Url;

    /// <summary>How many messages arrived, read or not.</summary>
    public int Received => Volatile.Read(ref _received);

    /// <summary>Goes out of reach: messages wait at the push service.</summary>
    public void Disconnect() => Endpoint.Disconnect(this);

    /// <summary>Comes back into reach and takes what has waited.</summary>
    public void Connect() => Endpoint.Connect(this);

    /// <summary>The next message, decrypted.</summary>
    /// <exception cref="TimeoutException">None came in time.</exception>
    /// <exception cref="InvalidDataException">A browser would have dropped it.</exception>
    public async Task<ReceivedPush> NextAsync(TimeSpan timeout)
    {
        using var limit = new CancellationTokenSource(timeout);
        try
        {
            var message = await _inbox.Reader.ReadAsync(limit.Token);
            var payload = message.Body.Length == 0 ? [] : Keys.Decrypt(message.Body);
            return new ReceivedPush(payload, message.Ttl, message.Urgency, message.Topic, message.Protocol);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"No push message within {timeout.TotalSeconds:0.#} s.");
        }
    }

    void IDeviceLink.Post(PushEndpoint endpoint, StoredMessage message)
    {
        Interlocked.Increment(ref _received);
        _inbox.Writer.TryWrite(message);
        endpoint.Confirm(message.Id);
    }
}
