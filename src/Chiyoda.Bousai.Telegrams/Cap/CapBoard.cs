namespace Chiyoda.Bousai.Telegrams.Cap;

/// <summary>
/// What holds of a set of alerts at a moment. The order in which they came and how often they came make no difference: an update ends
/// what it refers to, also when it came first.
/// </summary>
public static class CapBoard
{
    /// <summary>Takes what holds.</summary>
    /// <param name="alerts">All that were received, in any order.</param>
    /// <param name="now">The moment.</param>
    /// <returns>
    /// The alerts in force, newest first: actual, public, of type Alert or Update and no all-clear, referred to by no Update, Cancel or all-clear of the same set that is actual too, and with a
    /// statement that has not expired.
    /// </returns>
    public static IReadOnlyList<CapSummary> InForce(IReadOnlyCollection<CapSummary> alerts, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(alerts);

        // A test message ends nothing that is actual.
        var ended = alerts.Where(alert => alert.IsActual).SelectMany(alert => alert.Ends).ToHashSet();
        return
        [
            .. alerts.Where(alert => alert is { IsActual: true, MsgType: "Alert" or "Update", IsAllClear: false } && alert.EndsAt > now && !ended.Contains(alert.Reference))
                .GroupBy(alert => alert.Reference).Select(same => same.MinBy(alert => alert.ReceivedAt)!)
                .OrderByDescending(alert => alert.SentAt).ThenBy(alert => alert.Reference.Identifier, StringComparer.Ordinal),
        ];
    }
}
