namespace Chiyoda.Bousai.Domain.Warnings;

/// <summary>When water that has left a river is expected to reach the ward, and how deep it will stand (氾濫水の予報).</summary>
/// <param name="At">The earliest; «頃», never sharper than the hour. <see langword="null"/> when the telegram names the ward without a time that can be read.</param>
/// <param name="DepthFromMeters">Deepest water at least, metres; <see langword="null"/> when not said.</param>
/// <param name="DepthBelowMeters">Deepest water below, metres; <see langword="null"/> when not said.</param>
/// <param name="DeepestAt">When it is deepest; <see langword="null"/> when not said.</param>
public sealed record WaterArrival(DateTimeOffset? At, decimal? DepthFromMeters, decimal? DepthBelowMeters, DateTimeOffset? DeepestAt);
