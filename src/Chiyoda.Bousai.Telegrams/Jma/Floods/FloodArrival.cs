namespace Chiyoda.Bousai.Telegrams.Jma.Floods;

/// <summary>Where flood water that has left the river is expected (氾濫水の予報).</summary>
/// <param name="River">The river.</param>
/// <param name="Place">FloodAssumptionArea as text.</param>
/// <param name="ArrivesAt">AttainmentTime; «頃», so never sharper than the hour. <see langword="null"/> when unreadable.</param>
/// <param name="ArrivalText">AttainmentTime/@description, for example ３時間後.</param>
/// <param name="DepthFromMeters">Deepest water at least; <see langword="null"/> when no lower bound is given.</param>
/// <param name="DepthBelowMeters">Deepest water below; <see langword="null"/> when no upper bound is given.</param>
/// <param name="DeepestAt">AttainmentDeepestTime; <see langword="null"/> when absent.</param>
public sealed record FloodArrival(
    string River,
    string Place,
    DateTimeOffset? ArrivesAt,
    string ArrivalText,
    decimal? DepthFromMeters,
    decimal? DepthBelowMeters,
    DateTimeOffset? DeepestAt);
