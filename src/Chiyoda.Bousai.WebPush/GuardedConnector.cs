using System.Net;
using System.Net.Sockets;

namespace Chiyoda.Bousai.WebPush;

/// <summary>
/// Opens connections for the sender: resolves the name itself, drops every address the policy does not permit, and
/// connects to the very address it judged, so that a second answer of the name server cannot slip in between.
/// </summary>
internal sealed class GuardedConnector(EndpointPolicy policy, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
{
    // An address that swallows packets must leave time for the next one (RFC 8305 speaks of shorter delays, in parallel).
    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(2);

    public GuardedConnector(EndpointPolicy policy)
        : this(policy, Dns.GetHostAddressesAsync)
    {
    }

    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await resolve(host, cancellationToken);
        var permitted = addresses.Where(address => policy.Permits(host, port, address)).ToArray();
        if (permitted.Length == 0)
        {
            throw addresses.Length == 0
                ? new SocketException((int)SocketError.HostNotFound)
                : new EndpointRefusedException(EndpointRefusal.NotPublic);
        }

        foreach (var address in permitted.SkipLast(1))
        {
            if (await TryConnectAsync(address, port, cancellationToken) is { } stream)
            {
                return stream;
            }
        }

        return await ConnectAsync(permitted[^1], port, cancellationToken);
    }

    private static async Task<Stream?> TryConnectAsync(IPAddress address, int port, CancellationToken cancellationToken)
    {
        using var attempt = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        attempt.CancelAfter(AttemptTimeout);
        try
        {
            return await ConnectAsync(address, port, attempt.Token);
        }
        catch (SocketException)
        {
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private static async Task<Stream> ConnectAsync(IPAddress address, int port, CancellationToken cancellationToken)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(address, port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
