using System.Net.WebSockets;
using Microsoft.Extensions.Options;

namespace Chiyoda.Bousai.Hub.Features.Feeds.Polling;

/// <summary>Listens to P2P地震情報. A connection that ends is made anew with growing pauses; what came meanwhile is in the history.</summary>
internal sealed class P2PQuakeSocket(UnconfirmedReports reports, IOptions<P2PQuakeOptions> options, ILogger<P2PQuakeSocket> logger) : BackgroundService
{
    private const int MostOctets = 2 * 1024 * 1024;

    private static readonly TimeSpan PauseAtMost = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = TimeSpan.FromSeconds(1);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                using var socket = new ClientWebSocket();
                socket.Options.KeepAliveInterval = TimeSpan.FromSeconds(30);
                socket.Options.KeepAliveTimeout = TimeSpan.FromSeconds(30);
                await socket.ConnectAsync(new Uri(options.Value.Socket), stoppingToken);
                while (await ReceiveAsync(socket, stoppingToken) is { } message)
                {
                    pause = TimeSpan.FromSeconds(1);
                    await reports.TakeAsync(message, stoppingToken);
                }
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                if (pause < PauseAtMost)
                {
                    PollingLog.SocketFailed(logger, fault.GetType().Name);
                }
            }

            await Task.Delay(pause * (1 + Random.Shared.NextDouble()), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            pause = pause * 2 < PauseAtMost ? pause * 2 : PauseAtMost;
        }
    }

    /// <returns>A whole message of text; <see langword="null"/> when the other end closed, or sends what cannot be a report.</returns>
    private static async Task<byte[]?> ReceiveAsync(ClientWebSocket socket, CancellationToken cancellationToken)
    {
        using var whole = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(), cancellationToken);
            if (part.MessageType == WebSocketMessageType.Close || whole.Length + part.Count > MostOctets)
            {
                return null;
            }

            whole.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
            {
                return whole.ToArray();
            }
        }
    }
}
