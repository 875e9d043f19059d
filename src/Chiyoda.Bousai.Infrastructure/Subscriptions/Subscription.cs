namespace Chiyoda.Bousai.Infrastructure.Subscriptions;

/// <summary>A device that asked for messages: places, language, endpoint; no name (design rule 14).</summary>
public sealed class Subscription
{
    private Subscription()
    {
    }

    public Subscription(Guid id) => Id = id;

    /// <summary>Made by the device; a secret, never logged.</summary>
    public Guid Id { get; private set; }

    /// <summary>Short key for recipients' lists, made by the database.</summary>
    public long Key { get; private set; }

    public string Endpoint { get; set; } = string.Empty;

    /// <summary>SHA-256 of the endpoint; unique.</summary>
    public byte[] EndpointHash { get; set; } = [];

    public string P256dh { get; set; } = string.Empty;

    public string Auth { get; set; } = string.Empty;

    public IReadOnlyList<SubscribedPlace> Places { get; set; } = [];

    public string Language { get; set; } = string.Empty;

    /// <summary>Order levels wanted, 3–5; orders without a level are always sent.</summary>
    public IReadOnlyList<int> Orders { get; set; } = [];

    /// <summary>Relays wanted, see <see cref="Domain.Relays.RelayWishes"/>; empty is the usual: what is urgent.</summary>
    public IReadOnlyList<string> Relays { get; set; } = [];

    public IReadOnlyList<string> Notices { get; set; } = [];

    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>When the push service said that the endpoint is gone; <see langword="null"/> while it works.</summary>
    public DateTimeOffset? GoneAt { get; set; }

    public override string ToString() => $"subscription {Key}";
}

/// <summary>A place of a subscription.</summary>
/// <param name="Area">Area code of the pack, or <c>*</c> for the whole ward.</param>
/// <param name="Relation">Why the person cares about it.</param>
public sealed record SubscribedPlace(string Area, PlaceRelation Relation);

/// <summary>How a person belongs to a place.</summary>
public enum PlaceRelation
{
    /// <summary>住んでいる.</summary>
    Lives,

    /// <summary>働いている・学んでいる.</summary>
    Works,

    /// <summary>来訪.</summary>
    Visits,
}
