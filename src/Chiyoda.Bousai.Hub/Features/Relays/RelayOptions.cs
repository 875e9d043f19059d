using System.ComponentModel.DataAnnotations;

namespace Chiyoda.Bousai.Hub.Features.Relays;

/// <summary>Relays. Section <c>Relays</c>.</summary>
internal sealed class RelayOptions
{
    /// <summary>Between two looks whether the night is over for what was held, and whether the moment of an announced test has come, 100 ms–5 min.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:05:00")]
    public TimeSpan LookEvery { get; set; } = TimeSpan.FromSeconds(20);
}
