using System.Buffers.Text;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace Chiyoda.Bousai.TestServices.PushService.Autopush;

/// <summary>One websocket of Firefox: says hello, registers channels, takes notifications and confirms them.</summary>
/// <seealso href="https://mozilla-push-service.readthedocs.io/en/latest/design/">Mozilla push service, client protocol</seealso>
internal sealed class AutopushConnection(PushLedger ledger, WebSocket socket, Uri origin) : IDeviceLink
{
    private readonly Channel<JsonObject> _outbox = Channel.CreateUnbounded<JsonObject>();
    private BrowserDevice? _device;

    public void Post(PushEndpoint endpoint, StoredMessage message)
    {
        var notification = new JsonObject
        {
            ["messageType"] = "notification",
            ["channelID"] = endpoint.DeviceName,
            ["version"] = message.Id,
        };
        if (message.Body.Length > 0)
        {
            notification["data"] = Base64Url.EncodeToString(message.Body);
            notification["headers"] = new JsonObject { ["encoding"] = "aes128gcm" };
        }

        _outbox.Writer.TryWrite(notification);
    }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var writing = WriteAsync(ended.Token);
        try
        {
            while (await ReadAsync(cancellationToken) is { } message)
            {
                if (Answer(message) is { } answer)
                {
                    _outbox.Writer.TryWrite(answer);
                }
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // The browser went, or the service stops.
        }
        finally
        {
            _device?.Disconnect(this);
            await ended.CancelAsync();
            await writing;
        }
    }

    private JsonObject? Answer(JsonObject message)
    {
        switch ((string?)message["messageType"])
        {
            case null:
                return [];
            case "hello":
                Greet(message);
                return null;
            case "register":
                return Register(message);
            case "unregister":
                var name = (string)message["channelID"]!;
                ledger.Report(new BrowserReport("unregister", _device!.Unregister(name), null, (int?)message["code"] ?? 200));
                return new() { ["messageType"] = "unregister", ["channelID"] = name, ["status"] = 200 };
            case "ack":
                foreach (var update in message["updates"]!.AsArray())
                {
                    Confirm("ack", (string?)update!["channelID"], (string)update["version"]!, (int?)update["code"] ?? 100);
                }

                return null;
            case "nack":
                Confirm("nack", null, (string)message["version"]!, (int?)message["code"] ?? 0);
                return null;
            default:
                return null;
        }
    }

    private void Greet(JsonObject message)
    {
        var known = (string?)message["uaid"];
        var id = known is { Length: > 0 } && ledger.Knows(known) ? known : Guid.NewGuid().ToString("N");
        _device = ledger.Device(id);
        _outbox.Writer.TryWrite(new JsonObject
        {
            ["messageType"] = "hello",
            ["status"] = 200,
            ["uaid"] = id,
            ["use_webpush"] = true,
            ["broadcasts"] = new JsonObject(),
        });
        _device.Connect(this);
    }

    private JsonObject Register(JsonObject message)
    {
        var name = (string)message["channelID"]!;
        var key = ((string?)message["key"])?.TrimEnd('=');
        var endpoint = ledger.Add(
            token => new Uri(origin, $"/wpush/v2/{token}"), key, [origin.GetLeftPart(UriPartial.Authority)]);
        _device!.Register(name, endpoint);
        return new()
        {
            ["messageType"] = "register",
            ["channelID"] = name,
            ["status"] = 200,
            ["pushEndpoint"] = endpoint.Url.AbsoluteUri,
        };
    }

    private void Confirm(string kind, string? name, string version, int code)
    {
        _device!.Confirm(version);
        ledger.Report(new BrowserReport(kind, name is null ? null : _device.Find(name), version, code));
    }

    private async Task<JsonObject?> ReadAsync(CancellationToken cancellationToken)
    {
        using var text = new MemoryStream();
        var buffer = new byte[8192];
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(), cancellationToken);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            text.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
            {
                return JsonNode.Parse(text.GetBuffer().AsSpan(0, (int)text.Length)) as JsonObject;
            }
        }
    }

    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var message in _outbox.Reader.ReadAllAsync(cancellationToken))
            {
                var text = JsonSerializer.SerializeToUtf8Bytes(message);
                await socket.SendAsync(text, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The reading side sees the same and ends the connection.
        }
    }
}
