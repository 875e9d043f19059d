using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Chiyoda.Bousai.TestServices.Browsers;

/// <summary>Commands to a browser and events from it, over one websocket.</summary>
/// <seealso href="https://www.w3.org/TR/webdriver-bidi/">WebDriver BiDi</seealso>
internal sealed class BidiConnection : IAsyncDisposable
{
    private static readonly TimeSpan CommandPatience = TimeSpan.FromSeconds(60);

    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly CancellationTokenSource _closing = new();
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonNode>> _pending = new();
    private readonly Action<string, JsonNode> _onEvent;
    private Task _reading = Task.CompletedTask;
    private int _lastId;

    private BidiConnection(Action<string, JsonNode> onEvent) => _onEvent = onEvent;

    /// <param name="url">Where the browser listens.</param>
    /// <param name="onEvent">Gets each event's method and parameters; called on one thread at a time.</param>
    public static async Task<BidiConnection> OpenAsync(Uri url, Action<string, JsonNode> onEvent)
    {
        var connection = new BidiConnection(onEvent);
        using var limit = new CancellationTokenSource(CommandPatience);
        await connection._socket.ConnectAsync(url, limit.Token);
        connection._reading = connection.ReadAsync();
        return connection;
    }

    /// <summary>Sends a command and waits for its result.</summary>
    /// <exception cref="BrowserException">The browser refused.</exception>
    /// <exception cref="TimeoutException">It did not answer.</exception>
    public async Task<JsonNode> SendAsync(string method, JsonObject parameters)
    {
        var id = Interlocked.Increment(ref _lastId);
        var answered = new TaskCompletionSource<JsonNode>(TaskCreationOptions.RunContinuationsAsynchronously);
        _pending[id] = answered;
        var text = JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters });
        await _sending.WaitAsync(_closing.Token);
        try
        {
            await _socket.SendAsync(text, WebSocketMessageType.Text, endOfMessage: true, _closing.Token);
        }
        finally
        {
            _sending.Release();
        }

        try
        {
            return await answered.Task.WaitAsync(CommandPatience);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"The browser did not answer {method} within {CommandPatience.TotalSeconds:0} s.");
        }
        finally
        {
            _pending.TryRemove(id, out _);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _reading;
        _socket.Dispose();
        _sending.Dispose();
        _closing.Dispose();
    }

    private async Task ReadAsync()
    {
        try
        {
            while (await ReadMessageAsync() is { } message)
            {
                Take(message);
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // The browser went, or we are closing: told to whoever still waits, below.
        }

        foreach (var pending in _pending.Values)
        {
            pending.TrySetException(new BrowserException("closed", "the browser closed the connection"));
        }
    }

    private void Take(JsonNode message)
    {
        switch ((string?)message["type"])
        {
            case "event":
                _onEvent((string)message["method"]!, message["params"]!);
                break;
            case "success" when _pending.TryGetValue((int)message["id"]!, out var pending):
                pending.TrySetResult(message["result"]!);
                break;
            case "error" when message["id"] is { } id && _pending.TryGetValue((int)id, out var pending):
                pending.TrySetException(new BrowserException((string)message["error"]!, (string?)message["message"] ?? ""));
                break;
        }
    }

    private async Task<JsonNode?> ReadMessageAsync()
    {
        using var text = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (true)
        {
            var part = await _socket.ReceiveAsync(buffer.AsMemory(), _closing.Token);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            text.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
            {
                return JsonNode.Parse(text.GetBuffer().AsSpan(0, (int)text.Length));
            }
        }
    }
}
