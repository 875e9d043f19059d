using System.Net;
using System.Net.Http.Headers;

namespace Chiyoda.Bousai.WebPush;

/// <summary>Encrypts a message for one subscription, posts it to its push service, and says what became of it.</summary>
/// <remarks>
/// Thread-safe; one instance serves the whole program and any number of messages at a time. A call makes one request:
/// repeating, slowing down and dropping subscriptions are the caller's, who sees the whole fan-out. Nothing is logged
/// here, and no trace is started, because an endpoint's path is a secret.
/// </remarks>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc8030#section-5">RFC 8030 section 5</seealso>
public sealed class PushSender : IDisposable
{
    private readonly PushSenderOptions _options;
    private readonly EndpointPolicy _policy;
    private readonly VapidSigner _signer;
    private readonly TimeProvider _clock;
    private readonly HttpMessageInvoker _http;

    /// <summary>Makes a sender with connections of its own.</summary>
    /// <param name="options">Must be without <see cref="PushSenderOptions.FindProblems">problems</see>; not changed afterwards.</param>
    /// <param name="keys">The pair the subscriptions are tied to; not disposed by the sender.</param>
    /// <param name="clock">Dates tokens and pauses, and counts time-outs.</param>
    /// <exception cref="ArgumentException">A setting is wrong; the message names each.</exception>
    public PushSender(PushSenderOptions options, VapidKeys keys, TimeProvider clock)
        : this(options, keys, clock, CreateHandler(options))
    {
    }

    /// <summary>Makes a sender over a given handler, which it disposes.</summary>
    /// <param name="options">As above.</param>
    /// <param name="keys">As above.</param>
    /// <param name="clock">As above.</param>
    /// <param name="handler">One that <see cref="CreateHandler"/> made, or a handler wrapped around it. Any other connects
    /// without judging addresses.</param>
    /// <exception cref="ArgumentException">A setting is wrong; the message names each.</exception>
    public PushSender(PushSenderOptions options, VapidKeys keys, TimeProvider clock, HttpMessageHandler handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        _policy = new EndpointPolicy(options);
        _options = options;
        _signer = new VapidSigner(keys, options.Subject, clock);
        _clock = clock;
        _http = new HttpMessageInvoker(handler, disposeHandler: true);
    }

    /// <summary>
    /// Makes the handler that messages go through: no redirects, cookies, proxies or traces; addresses are judged as each
    /// connection is opened; connections are kept, watched, and replaced often enough to follow the name server.
    /// </summary>
    /// <param name="options">As for the sender.</param>
    /// <exception cref="ArgumentException">A setting is wrong; the message names each.</exception>
    public static SocketsHttpHandler CreateHandler(PushSenderOptions options) =>
        CreateGuardedHandler(options, new GuardedConnector(new EndpointPolicy(options)));

    /// <summary>Sends one message to one subscription.</summary>
    /// <param name="subscription">For whom.</param>
    /// <param name="message">What.</param>
    /// <param name="cancellationToken">Ends the call; whether the push service took the message is then unknown.</param>
    /// <returns>What became of it. A failure of network or push service is a value, never an exception.</returns>
    /// <exception cref="OperationCanceledException">The caller cancelled; a time-out is
    /// <see cref="PushOutcome.Unreachable"/>.</exception>
    public async Task<PushOutcome> SendAsync(PushSubscription subscription, PushMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        ArgumentNullException.ThrowIfNull(message);
        cancellationToken.ThrowIfCancellationRequested();
        if (_policy.Check(subscription.Endpoint) is { } refusal)
        {
            return Refused(refusal);
        }

        using var request = CreateRequest(subscription, message);
        using var timeout = new CancellationTokenSource(_options.RequestTimeout, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            using var response = await _http.SendAsync(request, either.Token);
            return await PushAnswer.ReadAsync(response, subscription, _options, _clock.GetUtcNow(), either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new PushOutcome.Unreachable("no answer in time");
        }
        catch (HttpRequestException e) when (e.InnerException is EndpointRefusedException refused)
        {
            return Refused(refused.Refusal);
        }
        catch (HttpRequestException e)
        {
            return new PushOutcome.Unreachable($"no answer: {e.HttpRequestError}");
        }
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    internal static SocketsHttpHandler CreateGuardedHandler(PushSenderOptions options, GuardedConnector connector) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ActivityHeadersPropagator = null,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectCallback = connector.ConnectAsync,
        ConnectTimeout = options.ConnectTimeout,
        MaxConnectionsPerServer = options.MaxConnectionsPerOrigin,
        EnableMultipleHttp2Connections = true,
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(15),
        KeepAlivePingDelay = TimeSpan.FromSeconds(30),
        KeepAlivePingTimeout = TimeSpan.FromSeconds(5),
        MaxResponseHeadersLength = 16,
        MaxResponseDrainSize = 16 * 1024,
        ResponseDrainTimeout = TimeSpan.FromSeconds(1),
    };

    private HttpRequestMessage CreateRequest(PushSubscription subscription, PushMessage message)
    {
        var url = _policy.Resolve(subscription.Endpoint);
        var isTls = url.Scheme == Uri.UriSchemeHttps;
        var request = new HttpRequestMessage(HttpMethod.Post, url)
        {
            // Without TLS there is nothing that would agree on HTTP/2 (RFC 9113 section 3.2).
            Version = isTls ? HttpVersion.Version20 : HttpVersion.Version11,
            VersionPolicy = isTls ? HttpVersionPolicy.RequestVersionOrLower : HttpVersionPolicy.RequestVersionExact,
            Content = CreateContent(subscription, message),
        };
        request.Headers.TryAddWithoutValidation("TTL", message.TtlHeader);
        request.Headers.TryAddWithoutValidation("Urgency", message.UrgencyHeader);
        if (message.Topic is not null)
        {
            request.Headers.TryAddWithoutValidation("Topic", message.Topic);
        }

        request.Headers.TryAddWithoutValidation("Authorization", _signer.AuthorizeOrigin(subscription.Origin));
        return request;
    }

    private static ByteArrayContent CreateContent(PushSubscription subscription, PushMessage message)
    {
        if (message.Payload.IsEmpty)
        {
            return new ByteArrayContent([]);
        }

        var content = new ByteArrayContent(PushEncryption.Encrypt(subscription, message.Payload.Span));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        content.Headers.ContentEncoding.Add("aes128gcm");
        return content;
    }

    private static PushOutcome.Rejected Refused(EndpointRefusal refusal) => new(null, $"endpoint refused: {refusal}");
}
