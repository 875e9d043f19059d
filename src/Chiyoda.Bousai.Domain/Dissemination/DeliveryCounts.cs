namespace Chiyoda.Bousai.Domain.Dissemination;

/// <summary>Recipients by what became of their message; the parts sum to <see cref="Recipients"/>.</summary>
/// <param name="Accepted">The channel took it.</param>
/// <param name="Gone">The device is not there any more.</param>
/// <param name="Failed">Refused, or not reached in the message's time.</param>
/// <param name="Pending">Not tried, or to be tried again.</param>
/// <param name="Superseded">Not sent because a newer decision came first.</param>
public readonly record struct DeliveryCounts(int Accepted, int Gone, int Failed, int Pending, int Superseded)
{
    /// <summary>All of them.</summary>
    public int Recipients => Accepted + Gone + Failed + Pending + Superseded;

    /// <summary>Adds two counts.</summary>
    /// <param name="left">A count.</param>
    /// <param name="right">Another count.</param>
    /// <returns>Their sum, part by part.</returns>
    public static DeliveryCounts operator +(DeliveryCounts left, DeliveryCounts right) => new(
        left.Accepted + right.Accepted,
        left.Gone + right.Gone,
        left.Failed + right.Failed,
        left.Pending + right.Pending,
        left.Superseded + right.Superseded);
}
