using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Chiyoda.Bousai.TestServices.FeedServer;

/// <summary>
/// JMA's feed server on 127.0.0.1, as far as a client can tell: short lists of ten minutes that are renewed each minute, long ones that are renewed at the
/// full hour, validators, telegrams; and faults by word. It lives by the clock that it is given.
/// </summary>
public sealed class LocalFeedServer : IAsyncDisposable
{
    private const string Lists = "/developer/xml/feed/";
    private const string Telegrams = "/developer/xml/data/";

    private static readonly TimeSpan ShortHolds = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LongHolds = TimeSpan.FromDays(5);
    private static readonly Lazy<byte[]> Bomb = new(MakeBomb);

    private readonly WebApplication _app;
    private readonly TimeProvider _clock;
    private readonly ConcurrentQueue<PublishedTelegram> _telegrams = new();
    private readonly ConcurrentQueue<FeedRequest> _requests = new();
    private readonly ConcurrentDictionary<string, (FeedFault Fault, int Times)> _faults = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<WebSocket, byte> _listeners = new();
    private readonly ConcurrentDictionary<string, byte> _waiting = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte[]> _documents = new(StringComparer.Ordinal);

    private LocalFeedServer(WebApplication app, TimeProvider clock)
    {
        (_app, _clock) = (app, clock);
        app.UseWebSockets();
        app.Run(AnswerAsync);
    }

    /// <summary>The folder of the lists.</summary>
    public Uri Base { get; private set; } = new("http://127.0.0.1");

    /// <summary>How far the server's clock is ahead of everybody else's.</summary>
    public TimeSpan Skew { get; set; }

    /// <summary>A WebSocket that <see cref="TellAsync"/> speaks to.</summary>
    public Uri Socket => new($"ws://{Base.Authority}/ws");

    /// <summary>Connections that are open on <see cref="Socket"/>.</summary>
    public int Listeners => _listeners.Count;

    public IReadOnlyList<FeedRequest> Requests => [.. _requests];

    private DateTimeOffset Now => _clock.GetUtcNow() + Skew;

    public static async Task<LocalFeedServer> StartAsync(TimeProvider clock)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddLogging();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var server = new LocalFeedServer(builder.Build(), clock);
        await server._app.StartAsync();
        server.Base = new Uri(new Uri(server._app.Urls.First()), Lists);
        return server;
    }

    /// <summary>Publishes a telegram in a list.</summary>
    /// <param name="list">For example <c>extra</c>.</param>
    /// <param name="file">Its name on the server.</param>
    /// <param name="octets">Title, office and headline are taken from it where it has them.</param>
    /// <param name="at">When; <see langword="null"/> = now.</param>
    public Uri Publish(string list, string file, byte[] octets, DateTimeOffset? at = null)
    {
        var (title, office, headline) = ("電文", "気象庁", string.Empty);
        try
        {
            var report = XDocument.Load(new MemoryStream(octets)).Root!.Descendants().ToLookup(element => element.Name.LocalName);
            (title, office, headline) = (report["Title"].First().Value, report["PublishingOffice"].First().Value, report["Headline"].First().Value);
        }
        catch (Exception odd) when (odd is System.Xml.XmlException or InvalidOperationException)
        {
            // Not a telegram: it is listed all the same.
        }

        _telegrams.Enqueue(new PublishedTelegram(list, Telegrams + file, title, office, headline, at ?? Now, octets));
        return new Uri(Base, Telegrams + file);
    }

    /// <summary>Answers an address with another body, for what is no list of telegrams.</summary>
    public Uri Put(string path, byte[] octets)
    {
        _documents[path] = octets;
        return new Uri(Base, path);
    }

    /// <summary>Sends a message of text to everybody who listens.</summary>
    public Task TellAsync(byte[] octets) => Task.WhenAll(_listeners.Keys.Select(socket =>
        socket.SendAsync(octets, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None)));

    /// <summary>Cuts every connection on <see cref="Socket"/>.</summary>
    public void HangUp()
    {
        foreach (var socket in _listeners.Keys)
        {
            socket.Abort();
        }
    }

    /// <summary>Lets the answers of an address go wrong.</summary>
    /// <param name="path">A list (<c>extra</c>), a file of a telegram, or a path.</param>
    /// <param name="fault">How.</param>
    /// <param name="times">How often, from now on.</param>
    public void Fail(string path, FeedFault fault, int times = int.MaxValue) => _faults[PathOf(path)] = (fault, times);

    public void Heal(string path) => _faults.TryRemove(PathOf(path), out _);

    /// <summary>Whether somebody waits for an answer of an address that does not come.</summary>
    public bool IsWaiting(string path) => _waiting.ContainsKey(PathOf(path));

    /// <summary>How often an address was asked.</summary>
    public int Asked(string path) => _requests.Count(request => request.Path == PathOf(path));

    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _app.StopAsync(patience.Token);
        await _app.DisposeAsync();
    }

    private static string PathOf(string path) => path.StartsWith('/') ? path : path.Contains('.', StringComparison.Ordinal) ? Telegrams + path : $"{Lists}{path}.xml";

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "/";
        if (context.WebSockets.IsWebSocketRequest)
        {
            await ListenAsync(context);
            return;
        }

        var fault = TakeFault(path);
        var body = _documents.TryGetValue(path, out var document) ? document
            : path.StartsWith(Lists, StringComparison.Ordinal) ? ListOf(path[Lists.Length..], fault)
            : _telegrams.FirstOrDefault(telegram => telegram.Path == path)?.Octets;
        try
        {
            await AnswerAsync(context, body, fault);
        }
        finally
        {
            _requests.Enqueue(new FeedRequest(path, context.Response.StatusCode, context.Request.Headers.IfNoneMatch.ToString(), context.Request.Headers.UserAgent.ToString()));
        }
    }

    private async Task AnswerAsync(HttpContext context, byte[]? body, FeedFault? fault)
    {
        var answer = context.Response;
        switch (fault)
        {
            case FeedFault.Status status:
                answer.StatusCode = status.Code;
                return;
            case FeedFault.AlwaysUnchanged:
                answer.StatusCode = StatusCodes.Status304NotModified;
                return;
            case FeedFault.Silent:
                _waiting[context.Request.Path.Value ?? "/"] = 0;
                await Task.Delay(TimeSpan.FromMinutes(1), context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                _waiting.TryRemove(context.Request.Path.Value ?? "/", out _);
                context.Abort();
                return;
            case FeedFault.RedirectToItself:
                answer.Redirect(context.Request.Path);
                return;
            case FeedFault.RedirectTo other:
                answer.Redirect(other.Address.AbsoluteUri);
                return;
            case FeedFault.PackedBomb:
                answer.Headers.ContentEncoding = "gzip";
                await answer.Body.WriteAsync(Bomb.Value);
                return;
            case FeedFault.NotPacked:
                answer.Headers.ContentEncoding = "gzip";
                await answer.Body.WriteAsync(body);
                return;
            case FeedFault.Endless:
                await WriteEndlesslyAsync(context);
                return;
            case FeedFault.Body other:
                await answer.Body.WriteAsync(other.Octets);
                return;
        }

        if (body is null)
        {
            answer.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(body))[..16]}\"";
        answer.Headers.ETag = tag;
        if (fault is null && context.Request.Headers.IfNoneMatch == tag)
        {
            answer.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        answer.ContentType = "application/xml";
        switch (fault)
        {
            case FeedFault.HalfBody:
                await answer.Body.WriteAsync(body.AsMemory(0, body.Length / 2));
                await answer.Body.FlushAsync();
                context.Abort();
                return;
            case FeedFault.LengthTooSmall:
                answer.ContentLength = body.Length / 2;
                await answer.Body.WriteAsync(body.AsMemory(0, body.Length / 2));
                return;
            case FeedFault.LengthTooGreat:
                answer.ContentLength = body.Length * 2L;
                await answer.Body.WriteAsync(body);
                await answer.Body.FlushAsync();
                context.Abort();
                return;
        }

        if (context.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.Ordinal))
        {
            answer.Headers.ContentEncoding = "gzip";
            await using var packed = new GZipStream(answer.Body, CompressionLevel.Fastest, leaveOpen: true);
            await packed.WriteAsync(body);
            return;
        }

        await answer.Body.WriteAsync(body);
    }

    /// <summary>The list as it stands now; the order is the newest first unless a fault says otherwise.</summary>
    private byte[]? ListOf(string file, FeedFault? fault)
    {
        if (!file.EndsWith(".xml", StringComparison.Ordinal))
        {
            return null;
        }

        var isLong = file.EndsWith("_l.xml", StringComparison.Ordinal);
        var list = file[..^(isLong ? "_l.xml" : ".xml").Length];
        var every = isLong ? TimeSpan.FromHours(1) : TimeSpan.FromMinutes(1);
        var renewedAt = new DateTimeOffset(Now.UtcTicks - (Now.UtcTicks % every.Ticks), TimeSpan.Zero);

        // A short list is at most a minute old; what was published in this minute stands in it when the test asks, as it would a minute later.
        var until = isLong ? renewedAt : Now;
        var listed = _telegrams.Where(telegram => telegram.List == list && telegram.At <= until && telegram.At > Now - (isLong ? LongHolds : ShortHolds))
            .OrderByDescending(telegram => telegram.At).Select(telegram => (new Uri(Base, telegram.Path).AbsoluteUri, (PublishedTelegram?)telegram)).ToList();
        IEnumerable<(string, PublishedTelegram?)> entries = fault switch
        {
            FeedFault.Shuffled => Enumerable.Reverse(listed).Concat(listed),
            FeedFault.LinkTo other => listed.Append((other.Address, null)),
            _ => listed,
        };
        return AtomDocument.Write(new Uri(Base, file), isLong ? "長期（随時）" : "高頻度（随時）", isLong, renewedAt, entries);
    }

    private FeedFault? TakeFault(string path)
    {
        while (_faults.TryGetValue(path, out var standing))
        {
            if (standing.Times == int.MaxValue)
            {
                return standing.Fault;
            }

            var left = (standing.Fault, standing.Times - 1);
            if (left.Item2 > 0 ? _faults.TryUpdate(path, left, standing) : _faults.TryRemove(new KeyValuePair<string, (FeedFault, int)>(path, standing)))
            {
                return standing.Fault;
            }
        }

        return null;
    }

    private async Task ListenAsync(HttpContext context)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        _listeners[socket] = 0;
        try
        {
            while ((await socket.ReceiveAsync(new byte[1024].AsMemory(), context.RequestAborted)).MessageType != WebSocketMessageType.Close)
            {
                // Clients have nothing to say.
            }
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException)
        {
            // The client is away.
        }
        finally
        {
            _listeners.TryRemove(socket, out _);
        }
    }

    private static async Task WriteEndlesslyAsync(HttpContext context)
    {
        var chunk = new byte[64 * 1024];
        chunk.AsSpan().Fill((byte)' ');
        try
        {
            for (var written = 0L; written < 1L << 30 && !context.RequestAborted.IsCancellationRequested; written += chunk.Length)
            {
                await context.Response.Body.WriteAsync(chunk, context.RequestAborted);
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException)
        {
            // The client had enough.
        }
    }

    private static byte[] MakeBomb()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var zeros = new byte[1 << 20];
            for (var megabyte = 0; megabyte < 200; megabyte++)
            {
                gzip.Write(zeros);
            }
        }

        return packed.ToArray();
    }
}
