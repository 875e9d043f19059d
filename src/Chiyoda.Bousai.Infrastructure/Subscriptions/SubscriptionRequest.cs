namespace Chiyoda.Bousai.Infrastructure.Subscriptions;

/// <summary>What a device asks for, as it was found to be sound.</summary>
/// <param name="Endpoint">As the browser gave it.</param>
/// <param name="P256dh">The browser's public key, base64url without padding.</param>
/// <param name="Auth">The browser's secret, base64url without padding.</param>
/// <param name="Places">At least one, each area once.</param>
/// <param name="Language">A language of the ward.</param>
/// <param name="Orders">Levels, 3–5.</param>
/// <param name="Relays">Kinds of relayed information.</param>
/// <param name="Notices">Kinds of notices.</param>
public sealed record SubscriptionRequest(
    string Endpoint,
    string P256dh,
    string Auth,
    IReadOnlyList<SubscribedPlace> Places,
    string Language,
    IReadOnlyList<int> Orders,
    IReadOnlyList<string> Relays,
    IReadOnlyList<string> Notices)
{
    public override string ToString() => $"{Places.Count} places, {Language}";
}
