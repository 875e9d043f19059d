using System.Buffers.Text;
using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Dissemination;
using Chiyoda.Bousai.Domain.Notices;
using Chiyoda.Bousai.Domain.Relays;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Hub.Http;
using Chiyoda.Bousai.Hub.Http.OpenApi;
using Chiyoda.Bousai.Infrastructure.Subscriptions;
using Chiyoda.Bousai.WebPush;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Chiyoda.Bousai.Hub.Features.Subscriptions;

/// <summary>A device asks for messages, or changes what it asked for.</summary>
internal static class PutSubscription
{
    private const int MostKinds = 20;
    private const int LongestKind = 40;

    /// <summary>Every «no» of this use case.</summary>
    public static readonly Refusal[] Refusals =
    [
        SubscriptionRefusals.NotRandomId, SubscriptionRefusals.EndpointRefused, SubscriptionRefusals.KeysUnusable, SubscriptionRefusals.PlacesMissing,
        SubscriptionRefusals.UnknownArea(string.Empty), SubscriptionRefusals.UnknownLanguage(string.Empty), SubscriptionRefusals.UnknownLevel,
        SubscriptionRefusals.UnknownRelay(string.Empty), SubscriptionRefusals.UnknownNotice(string.Empty), SubscriptionRefusals.TooManyKinds,
    ];

    public sealed record Request(
        [property: Needed] string? Endpoint,
        [property: Needed] RequestKeys? Keys,
        [property: Needed] IReadOnlyList<RequestPlace?>? Places,
        [property: Needed] string? Language,
        IReadOnlyList<int>? Orders,
        IReadOnlyList<string?>? Relays,
        IReadOnlyList<string?>? Notices)
    {
        public override string ToString() => "subscription request";
    }

    public sealed record RequestKeys([property: Needed] string? P256dh, [property: Needed] string? Auth)
    {
        public override string ToString() => "keys";
    }

    public sealed record RequestPlace([property: Needed] string? Area, PlaceRelation Relation);

    public static async Task<Results<Created, Ok, ProblemHttpResult>> HandleAsync(
        Guid id, Request request, WardPack pack, EndpointPolicy policy, SubscriptionRegister register, CancellationToken cancellationToken)
    {
        if (id.Version != 4)
        {
            return SubscriptionRefusals.NotRandomId.ToProblem();
        }

        if (!Judge(request, pack, policy).TryGet(out var sound, out var refusal))
        {
            return refusal.ToProblem();
        }

        // The address of what was made holds the secret id: it is not repeated in a header.
        return await register.PutAsync(id, sound, cancellationToken) ? TypedResults.Created() : TypedResults.Ok();
    }

    private static Outcome<SubscriptionRequest> Judge(Request request, WardPack pack, EndpointPolicy policy)
    {
        if (!PushSubscription.TryParse(request.Endpoint, request.Keys?.P256dh, request.Keys?.Auth, out var device, out var unusable))
        {
            return unusable == SubscriptionRefusal.EndpointUnreadable ? SubscriptionRefusals.EndpointRefused : SubscriptionRefusals.KeysUnusable;
        }

        if (policy.Check(device.Endpoint) is not null)
        {
            return SubscriptionRefusals.EndpointRefused;
        }

        if (request.Places is not { Count: > 0 and <= SubscriptionRefusals.MostPlaces } places || places.Any(place => place?.Area is null))
        {
            return SubscriptionRefusals.PlacesMissing;
        }

        var unknown = places.FirstOrDefault(place => place!.Area != Addressees.Everywhere && !pack.Areas.ContainsKey(new AreaCode(place.Area!)));
        if (unknown is not null)
        {
            return SubscriptionRefusals.UnknownArea(unknown.Area!);
        }

        if (request.Language is not { } language || !pack.Ward.Languages.Contains(language))
        {
            return SubscriptionRefusals.UnknownLanguage(request.Language ?? string.Empty);
        }

        if ((request.Orders ?? []).Any(level => level is < 3 or > 5))
        {
            return SubscriptionRefusals.UnknownLevel;
        }

        if ((request.Relays ?? []).FirstOrDefault(word => word is not null && !RelayWishes.IsKnown(word)) is { } strange)
        {
            return SubscriptionRefusals.UnknownRelay(strange);
        }

        if ((request.Notices ?? []).FirstOrDefault(word => word is not null && !NoticeWishes.IsKnown(word)) is { } unheard)
        {
            return SubscriptionRefusals.UnknownNotice(unheard);
        }

        if (!AreKinds(request.Relays) || !AreKinds(request.Notices))
        {
            return SubscriptionRefusals.TooManyKinds;
        }

        return new SubscriptionRequest(
            request.Endpoint!,
            Base64Url.EncodeToString(device.P256dh.Span),
            Base64Url.EncodeToString(device.Auth.Span),
            [.. places.DistinctBy(place => place!.Area).Select(place => new SubscribedPlace(place!.Area!, place.Relation))],
            language,
            [.. (request.Orders ?? []).Distinct().Order()],
            Kinds(request.Relays),
            Kinds(request.Notices));
    }

    private static bool AreKinds(IReadOnlyList<string?>? kinds) =>
        kinds is null || (kinds.Count <= MostKinds && kinds.All(kind => kind is { Length: > 0 and <= LongestKind }));

    private static string[] Kinds(IReadOnlyList<string?>? kinds) => [.. (kinds ?? []).OfType<string>().Distinct(StringComparer.Ordinal)];
}
