using System.Globalization;
using System.Threading.Channels;
using Microsoft.AspNetCore.Connections;

namespace Chiyoda.Bousai.TestServices.PushService.Gcm;

/// <summary>
/// One connection of Chromium to its message stream, inside TLS: each side opens with its version, then frames of tag,
/// length and protocol buffer.
/// </summary>
/// <seealso href="https://chromium.googlesource.com/chromium/src/+/HEAD/google_apis/gcm/protocol/mcs.proto">mcs.proto</seealso>
internal sealed class McsConnection(PushLedger ledger, GcmHttp registrations, TimeProvider clock, ConnectionContext connection)
    : IDeviceLink
{
    private const byte Version = 41;
    private const byte HeartbeatPing = 0;
    private const byte HeartbeatAck = 1;
    private const byte LoginRequest = 2;
    private const byte LoginResponse = 3;
    private const byte DataMessage = 8;

    private readonly Channel<byte[]> _outbox = Channel.CreateUnbounded<byte[]>();
    private readonly Stream _input = connection.Transport.Input.AsStream();
    private BrowserDevice? _device;
    private ulong _framesReceived;

    public void Post(PushEndpoint endpoint, StoredMessage message)
    {
        if (registrations.Find(endpoint) is not { } registration)
        {
            return;
        }

        var frame = new ProtoWriter()
            .Text(2, message.Id)
            .Text(3, registration.Sender)
            .Text(5, registration.App)
            .Octets(7, AppData("subtype", registration.Subtype));
        if (message.Body.Length > 0)
        {
            frame.Octets(7, AppData("content-encoding", "aes128gcm"));
        }

        frame.Text(9, message.Id)
            .Varint(17, (ulong)message.Ttl.TotalSeconds)
            .Varint(18, (ulong)clock.GetUtcNow().ToUnixTimeMilliseconds());
        if (message.Body.Length > 0)
        {
            frame.Octets(21, message.Body);
        }

        Send(DataMessage, frame);
    }

    public async Task RunAsync()
    {
        var writing = WriteAsync(connection.ConnectionClosed);
        try
        {
            await ReadOctetAsync();
            while (true)
            {
                var tag = await ReadOctetAsync();
                var frame = new byte[await ReadLengthAsync()];
                await _input.ReadExactlyAsync(frame, connection.ConnectionClosed);
                _framesReceived++;
                Answer(tag, new ProtoReader(frame));
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // The browser went, or the service stops.
        }
        finally
        {
            _device?.Disconnect(this);
            _outbox.Writer.TryComplete();
            await writing;
        }
    }

    private void Answer(byte tag, ProtoReader frame)
    {
        switch (tag)
        {
            case LoginRequest:
                LogIn(frame);
                break;
            case HeartbeatPing:
                Send(HeartbeatAck, new ProtoWriter().Varint(2, _framesReceived));
                break;
        }
    }

    /// <summary>Names the device, and what it already has: that must not come again.</summary>
    private void LogIn(ProtoReader login)
    {
        _device = ledger.Device(login.Text(3) ?? "");
        foreach (var received in login.Texts(10))
        {
            _device.Confirm(received);
        }

        Send(LoginResponse, new ProtoWriter()
            .Text(1, login.Text(1) ?? "")
            .Varint(6, 1)
            .Varint(8, (ulong)clock.GetUtcNow().ToUnixTimeMilliseconds()));
        _device.Connect(this);
    }

    private void Send(byte tag, ProtoWriter message)
    {
        var octets = message.ToArray();
        List<byte> frame = [tag];
        ProtoWriter.WriteVarint(frame, (ulong)octets.Length);
        frame.AddRange(octets);
        _outbox.Writer.TryWrite([.. frame]);
    }

    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        try
        {
            await connection.Transport.Output.WriteAsync(new[] { Version }, cancellationToken);
            await foreach (var frame in _outbox.Reader.ReadAllAsync(cancellationToken))
            {
                await connection.Transport.Output.WriteAsync(frame, cancellationToken);
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // The reading side sees the same and ends the connection.
        }
    }

    private async Task<byte> ReadOctetAsync()
    {
        var octet = new byte[1];
        await _input.ReadExactlyAsync(octet, connection.ConnectionClosed);
        return octet[0];
    }

    private async Task<int> ReadLengthAsync()
    {
        var length = 0;
        for (var shift = 0; ; shift += 7)
        {
            var octet = await ReadOctetAsync();
            length |= (octet & 0x7f) << shift;
            if (octet < 0x80)
            {
                return length <= 1 << 20
                    ? length
                    : throw new IOException(string.Create(CultureInfo.InvariantCulture, $"A frame of {length} octets."));
            }
        }
    }

    private static byte[] AppData(string key, string value) => new ProtoWriter().Text(1, key).Text(2, value).ToArray();
}
