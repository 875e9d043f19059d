using System.Net;
using System.Net.WebSockets;
using System.Text;
using Chiyoda.Bousai.TestHub;

namespace Chiyoda.Bousai.Hub.Tests.Contracts;

/// <summary>A connection to the doorbell without a client library: what is read is what any browser would read.</summary>
internal sealed class RawDoorbell : IDisposable
{
    /// <summary>Ends each record of the protocol (ASP.NET Core SignalR hub protocol, JSON encoding).</summary>
    private const char End = '\u001e';

    private readonly ClientWebSocket _socket = new();

    public static async Task<RawDoorbell> OpenAsync(RunningHub hub, string face, CookieContainer? cookies = null)
    {
        var bell = new RawDoorbell();
        bell._socket.Options.Cookies = cookies;
        await bell._socket.ConnectAsync(new UriBuilder(new Uri(hub.Url, face)) { Scheme = "ws" }.Uri, CancellationToken.None);
        await bell._socket.SendAsync(Encoding.UTF8.GetBytes($$"""{"protocol":"json","version":1}{{End}}"""), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        return bell;
    }

    /// <summary>The next ring for an entry of a kind; others, greetings and signs of life are passed over.</summary>
    public async Task<string> RingAsync(string kind)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var buffer = new byte[4096];
        while (true)
        {
            var received = await _socket.ReceiveAsync(buffer.AsMemory(), patience.Token);
            var records = Encoding.UTF8.GetString(buffer, 0, received.Count).Split(End, StringSplitOptions.RemoveEmptyEntries);
            if (records.FirstOrDefault(record => record.Contains("\"type\":1,", StringComparison.Ordinal) && record.Contains($"\"{kind}\"", StringComparison.Ordinal)) is { } ring)
            {
                return ring;
            }
        }
    }

    public void Dispose() => _socket.Dispose();
}
