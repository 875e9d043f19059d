using System.Text;

namespace Chiyoda.Bousai.TestServices.PushService;

/// <summary>A message as a subscriber read it: decrypted, with what the push service was told about it.</summary>
/// <remarks>The payload is empty for a message without a body; the protocol is <c>HTTP/1.1</c> or <c>HTTP/2</c>.</remarks>
public sealed record ReceivedPush(byte[] Payload, TimeSpan Ttl, string? Urgency, string? Topic, string Protocol)
{
    public string Text => Encoding.UTF8.GetString(Payload);
}
