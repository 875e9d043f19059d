using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Chiyoda.Bousai.TestServices.Staff;

/// <summary>
/// A mail server on 127.0.0.1, small and strict (RFC 5321): commands in their order, lines that end in CRLF and are not too long, dots doubled,
/// envelope and header that agree, local parts in quotes where dots stand astray, and octets of ASCII or declared otherwise. What breaks a rule is refused and kept in <see cref="Faults"/>.
/// </summary>
public sealed class LocalMailServer : IAsyncDisposable
{
    /// <summary>RFC 5321 section 4.5.3.1.6, with CRLF.</summary>
    private const int MaxLine = 1000;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<ReceivedMail> _mails = new();
    private readonly ConcurrentQueue<string> _faults = new();
    private readonly Task _serving;

    private int _goodByes;

    public LocalMailServer()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public IReadOnlyList<ReceivedMail> Mails => [.. _mails];

    public IReadOnlyList<string> Faults => [.. _faults];

    /// <summary>Answer to the end of the data instead of 250; for tests of refusals. Empty: taken.</summary>
    public string Refusal { get; set; } = string.Empty;

    /// <summary>Whether it wants a log-in, which it does not offer.</summary>
    public bool WantsLogIn { get; set; }

    /// <summary>Whether it keeps the connection without a word when the other side says good-bye.</summary>
    public bool KeepsWhoLeaves { get; set; }

    /// <summary>How many said good-bye.</summary>
    public int GoodByes => _goodByes;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving;
        _stop.Dispose();
        _listener.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                _ = TalkAsync(client);
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Told to stop.
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await using var stream = client.GetStream();
                await new Dialogue(this, stream, _stop.Token).RunAsync();
            }
            catch (Exception gone) when (gone is IOException or OperationCanceledException or ObjectDisposedException)
            {
                // The other side went away.
            }
        }
    }

    private sealed class Dialogue(LocalMailServer server, NetworkStream stream, CancellationToken cancellationToken)
    {
        private readonly List<byte> _buffer = [];

        private bool _hasGreeted;

        private string? _from;

        private string? _to;

        public async Task RunAsync()
        {
            await SayAsync("220 mail.test ESMTP");
            while (await LineAsync() is { } line)
            {
                if (line.StartsWith("QUIT", StringComparison.OrdinalIgnoreCase))
                {
                    Interlocked.Increment(ref server._goodByes);
                    if (server.KeepsWhoLeaves)
                    {
                        continue;
                    }

                    await SayAsync("221 2.0.0 bye");
                    return;
                }

                await SayAsync(await AnswerAsync(line));
            }
        }

        private async Task<string> AnswerAsync(string line)
        {
            var verb = line.Split(' ', ':')[0].ToUpperInvariant();
            switch (verb)
            {
                case "EHLO" or "HELO":
                    _hasGreeted = true;
                    return verb == "EHLO" ? "250-mail.test\r\n250-8BITMIME\r\n250 SIZE 100000" : "250 mail.test";
                case "MAIL" when server.WantsLogIn:
                    return "530 5.7.0 log in first";
                case "MAIL" when _hasGreeted && _from is null && line.StartsWith("MAIL FROM:<", StringComparison.OrdinalIgnoreCase):
                    _from = Between(line);
                    return "250 2.1.0 ok";
                case "RCPT" when _from is not null && _to is null && line.StartsWith("RCPT TO:<", StringComparison.OrdinalIgnoreCase):
                    if (!IsLocalPart(Between(line)[..Between(line).LastIndexOf('@')]))
                    {
                        server._faults.Enqueue("a local part that is neither a dot-string nor quoted");
                        return "501 5.1.3 bad recipient address syntax";
                    }

                    _to = Between(line);
                    return "250 2.1.5 ok";
                case "DATA" when _to is not null:
                    await SayAsync("354 go ahead");
                    return await TakeAsync();
                case "RSET":
                    (_from, _to) = (null, null);
                    return "250 2.0.0 ok";
                case "NOOP":
                    return "250 2.0.0 ok";
                default:
                    server._faults.Enqueue($"bad sequence or command: {verb}");
                    return "503 5.5.1 bad sequence of commands";
            }
        }

        private async Task<string> TakeAsync()
        {
            var lines = new List<string>();
            while (await LineAsync() is { } line && line != ".")
            {
                lines.Add(line.StartsWith('.') ? line[1..] : line);
            }

            var end = lines.IndexOf(string.Empty);
            var headers = Unfold(lines.Take(end < 0 ? lines.Count : end));
            Check(headers);
            (var from, var to, _from, _to) = (_from!, _to!, null, null);
            if (server.Refusal.Length > 0)
            {
                return server.Refusal;
            }

            server._mails.Enqueue(new ReceivedMail(from, to, headers, Decode(headers, lines.Skip(end + 1))));
            return "250 2.0.0 taken";
        }

        private void Check(Dictionary<string, string> headers)
        {
            foreach (var needed in new[] { "From", "To", "Date", "Message-Id", "Subject", "MIME-Version", "Content-Type" }.Where(needed => !headers.ContainsKey(needed)))
            {
                server._faults.Enqueue($"no header {needed}");
            }

            if (headers.TryGetValue("From", out var from) && !from.Contains(_from!, StringComparison.Ordinal))
            {
                server._faults.Enqueue("From differs from the envelope");
            }

            if (headers.TryGetValue("To", out var to) && !to.Contains(_to!, StringComparison.Ordinal))
            {
                server._faults.Enqueue("To differs from the envelope");
            }
        }

        private static Dictionary<string, string> Unfold(IEnumerable<string> lines)
        {
            var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            var last = string.Empty;
            foreach (var line in lines)
            {
                if (line.Length > 0 && line[0] is ' ' or '\t')
                {
                    headers[last] += " " + line.Trim();
                }
                else if (line.Split(':', 2) is [var name, var value])
                {
                    last = name;
                    headers[name] = value.Trim();
                }
            }

            return headers;
        }

        private static string Decode(Dictionary<string, string> headers, IEnumerable<string> lines)
        {
            var coded = string.Join("\r\n", lines);
            return headers.GetValueOrDefault("Content-Transfer-Encoding")?.ToUpperInvariant() switch
            {
                "BASE64" => Encoding.UTF8.GetString(Convert.FromBase64String(coded.Replace("\r\n", string.Empty, StringComparison.Ordinal))),
                "QUOTED-PRINTABLE" => Unquote(coded),
                _ => coded,
            };
        }

        private static string Unquote(string coded)
        {
            var octets = new List<byte>();
            var text = coded.Replace("=\r\n", string.Empty, StringComparison.Ordinal);
            for (var at = 0; at < text.Length; at++)
            {
                if (text[at] == '=')
                {
                    octets.Add(Convert.ToByte(text.Substring(at + 1, 2), 16));
                    at += 2;
                }
                else
                {
                    octets.Add((byte)text[at]);
                }
            }

            return Encoding.UTF8.GetString([.. octets]);
        }

        /// <summary>RFC 5321 section 4.1.2: dots stand between atoms, or everything stands in quotes.</summary>
        private static bool IsLocalPart(string local) =>
            local is ['"', .. { Length: > 0 }, '"'] || (local.Length > 0 && local[0] != '.' && local[^1] != '.' && !local.Contains("..", StringComparison.Ordinal) && !local.Contains('"', StringComparison.Ordinal));

        private static string Between(string line) => line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];

        private async Task<string?> LineAsync()
        {
            var chunk = new byte[4096];
            while (true)
            {
                var end = _buffer.IndexOf((byte)'\n');
                if (end >= 0)
                {
                    var line = _buffer.GetRange(0, end + 1).ToArray();
                    _buffer.RemoveRange(0, end + 1);
                    if (line.Length < 2 || line[^2] != '\r' || line.Length > MaxLine)
                    {
                        server._faults.Enqueue("a line that does not end in CRLF, or is too long");
                    }

                    return Encoding.UTF8.GetString(line).TrimEnd('\r', '\n');
                }

                var read = await stream.ReadAsync(chunk, cancellationToken);
                if (read == 0)
                {
                    return null;
                }

                _buffer.AddRange(chunk.AsSpan(0, read).ToArray());
            }
        }

        private async Task SayAsync(string line) => await stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), cancellationToken);
    }
}

/// <summary>A mail that the server took.</summary>
/// <param name="From">Envelope.</param>
/// <param name="To">Envelope.</param>
/// <param name="Headers">By name, unfolded and as coded.</param>
/// <param name="Text">The body, decoded.</param>
public sealed record ReceivedMail(string From, string To, IReadOnlyDictionary<string, string> Headers, string Text);
