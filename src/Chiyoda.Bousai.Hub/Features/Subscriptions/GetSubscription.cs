using Chiyoda.Bousai.Hub.Http;
using Chiyoda.Bousai.Infrastructure.Subscriptions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Chiyoda.Bousai.Hub.Features.Subscriptions;

/// <summary>A device reads what it asked for. Endpoint and keys never come back.</summary>
internal static class GetSubscription
{
    /// <param name="Places">Where the person lives, works or is.</param>
    /// <param name="Language">Language of the messages.</param>
    /// <param name="Orders">警戒レベル of orders that are wanted, 3–5.</param>
    /// <param name="Relays">Kinds of relayed information that are wanted.</param>
    /// <param name="Notices">Kinds of notices that are wanted.</param>
    /// <param name="IsActive">False once the push service said that the device is gone: it has to subscribe anew.</param>
    /// <param name="UpdatedAt">When it was last asked for.</param>
    public sealed record Response(
        IReadOnlyList<SubscribedPlace> Places,
        string Language,
        IReadOnlyList<int> Orders,
        IReadOnlyList<string> Relays,
        IReadOnlyList<string> Notices,
        bool IsActive,
        DateTimeOffset UpdatedAt);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> HandleAsync(
        Guid id, SubscriptionRegister register, CancellationToken cancellationToken) =>
        await register.FindAsync(id, cancellationToken) is { } row
            ? TypedResults.Ok(new Response(row.Places, row.Language, row.Orders, row.Relays, row.Notices, row.GoneAt is null, row.UpdatedAt))
            : SubscriptionRefusals.Unknown.ToProblem();
}
