using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using Chiyoda.Bousai.Infrastructure.Feeds;
using Chiyoda.Bousai.Telegrams.Atom;
using Polly;
using Polly.Timeout;

namespace Chiyoda.Bousai.Hub.Features.Feeds.Polling;

/// <summary>Asks one address, whatever is at its other end: bounded in time, in octets on the wire and in octets unpacked. It never throws for what a remote does.</summary>
internal sealed class FeedClient(IHttpClientFactory clients)
{
    public const string Name = "feeds";

    /// <param name="address">Where.</param>
    /// <param name="known">Validators of what was read last; <see langword="null"/> to take whatever is there.</param>
    /// <param name="most">Octets that the body may have, packed or not.</param>
    /// <param name="patience">From question to last octet.</param>
    /// <param name="cancellationToken">The hub ends.</param>
    public async Task<FeedAnswer> AskAsync(Uri address, PolledAddress? known, int most, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        bound.CancelAfter(patience);
        var wire = new WireCount();
        try
        {
            using var request = Request(address, known);
            using var answer = await clients.CreateClient(Name).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, bound.Token);
            return await TakeAsync(answer, known, most, wire, bound.Token);
        }
        catch (Exception fault) when (fault is OperationCanceledException or TimeoutRejectedException && !cancellationToken.IsCancellationRequested)
        {
            return FeedAnswer.Failed(FeedFaults.TimedOut, wire.Octets);
        }
        catch (InvalidDataException)
        {
            return FeedAnswer.Failed(FeedFaults.Packing, wire.Octets);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or ExecutionRejectedException)
        {
            return FeedAnswer.Failed(IsUnreachable(fault) ? FeedFaults.Unreachable : FeedFaults.CutShort, wire.Octets);
        }
    }

    private static bool IsUnreachable(Exception fault) => fault is HttpRequestException
    {
        HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
    };

    private static HttpRequestMessage Request(Uri address, PolledAddress? known)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));
        if (known is { ETag.Length: > 0 })
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", known.ETag);
        }

        if (known is { LastModified.Length: > 0 })
        {
            request.Headers.TryAddWithoutValidation("If-Modified-Since", known.LastModified);
        }

        return request;
    }

    private static async Task<FeedAnswer> TakeAsync(HttpResponseMessage answer, PolledAddress? known, int most, WireCount wire, CancellationToken cancellationToken)
    {
        if (answer.StatusCode == HttpStatusCode.NotModified)
        {
            // Whoever was asked without a validator cannot say that nothing has changed.
            return known is { ETag.Length: > 0 } or { LastModified.Length: > 0 }
                ? new FeedAnswer(null, known.ETag, known.LastModified, 0, string.Empty)
                : FeedAnswer.Failed(FeedFaults.OfStatus(304));
        }

        if ((int)answer.StatusCode is >= 300 and < 400)
        {
            return FeedAnswer.Failed(FeedFaults.Redirected);
        }

        if (answer.StatusCode != HttpStatusCode.OK)
        {
            return FeedAnswer.Failed(FeedFaults.OfStatus((int)answer.StatusCode));
        }

        if (answer.Content.Headers.ContentLength > most)
        {
            return FeedAnswer.Failed(AtomRefusals.TooLarge.Code);
        }

        var isPacked = answer.Content.Headers.ContentEncoding.SingleOrDefault() is "gzip";
        if (!isPacked && answer.Content.Headers.ContentEncoding.Count > 0)
        {
            return FeedAnswer.Failed(FeedFaults.Packing);
        }

        await using var raw = new CountedStream(await answer.Content.ReadAsStreamAsync(cancellationToken), wire);
        await using var body = isPacked ? new GZipStream(raw, CompressionMode.Decompress) : (Stream)raw;
        var octets = await ReadAsync(body, most, cancellationToken);
        return octets is null
            ? FeedAnswer.Failed(AtomRefusals.TooLarge.Code, wire.Octets)
            : new FeedAnswer(octets, TagOf(answer), TimeOf(answer), wire.Octets, string.Empty);
    }

    private static string TagOf(HttpResponseMessage answer) => answer.Headers.ETag?.ToString() is { Length: <= 256 } tag ? tag : string.Empty;

    private static string TimeOf(HttpResponseMessage answer) => answer.Content.Headers.LastModified?.ToString("R", CultureInfo.InvariantCulture) ?? string.Empty;

    /// <returns><see langword="null"/> when there is more than may be.</returns>
    private static async Task<byte[]?> ReadAsync(Stream body, int most, CancellationToken cancellationToken)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[32 * 1024];
        int read;
        while ((read = await body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (kept.Length + read > most)
            {
                return null;
            }

            kept.Write(buffer, 0, read);
        }

        return kept.ToArray();
    }

    private sealed class WireCount
    {
        public long Octets { get; set; }
    }

    /// <summary>Counts what comes over the wire.</summary>
    private sealed class CountedStream(Stream inner, WireCount wire) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await inner.ReadAsync(buffer, cancellationToken);
            wire.Octets += read;
            return read;
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = inner.Read(buffer, offset, count);
            wire.Octets += read;
            return read;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
