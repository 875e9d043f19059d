namespace Chiyoda.Bousai.Infrastructure.Dissemination;

/// <summary>A page in the hands of one worker: what it read when it took the page up. The fence is its right to write.</summary>
public sealed record PageClaim(
    Guid DispatchId, int Number, long Fence, DateTimeOffset ClaimedAt, DateTimeOffset LeaseUntil, IReadOnlyList<long> Keys, byte[] Delivery)
{
    /// <summary>The version of the order when its recipients were judged; <see langword="null"/> before that.</summary>
    public int? OrderVersion { get; init; }
}

/// <summary>What a worker finds when it writes.</summary>
public enum ClaimState
{
    /// <summary>Go on.</summary>
    Held,

    /// <summary>Another worker has the page: nothing was written, and nothing may be.</summary>
    Lost,

    /// <summary>The dispatch is held or superseded, or its order changed: written, but nothing more may be sent before the page is judged anew.</summary>
    Stopped,
}
