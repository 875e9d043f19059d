namespace Chiyoda.Bousai.TestServices.PushService;

/// <summary>A message the push service took and keeps until its receiver confirms it or it expires.</summary>
public sealed record StoredMessage(
    string Id, byte[] Body, TimeSpan Ttl, string? Urgency, string? Topic, string Protocol, DateTimeOffset ReceivedAt)
{
    internal bool IsExpired(DateTimeOffset now) => now - ReceivedAt > Ttl;
}
