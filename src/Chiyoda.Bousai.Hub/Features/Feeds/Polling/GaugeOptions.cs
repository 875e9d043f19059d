using System.ComponentModel.DataAnnotations;
using Chiyoda.Bousai.Domain.Feeds;

namespace Chiyoda.Bousai.Hub.Features.Feeds.Polling;

/// <summary>River gauges: lists of readings (JSON or CSV, see <c>config/README.md</c>) that are asked for or lie in a folder. For staff alone.</summary>
internal sealed class GaugeOptions
{
    public const string Section = "Gauges";

    /// <summary>Addresses, separated by blanks; empty = none is asked. https, or http to this machine in an exercise.</summary>
    public string Addresses { get; init; } = string.Empty;

    /// <summary>Folder whose <c>*.json</c> and <c>*.csv</c> are read each round, or empty.</summary>
    public string Folder { get; init; } = string.Empty;

    /// <summary>The source of <c>ward.json</c> that is heard by them.</summary>
    [Required]
    public string Source { get; init; } = "gauges";

    /// <summary>How often they are asked, 30 s – 2 min, and below <c>Feeds:SilentAfter</c>: whoever asks more seldom calls a source silent that is not.</summary>
    [Range(typeof(TimeSpan), "00:00:30", "00:02:00")]
    public TimeSpan Every { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Water at no station of the ward stands lower, metres above A.P.</summary>
    [Range(-20.0, 100.0)]
    public double LowestMeters { get; init; } = -5;

    /// <summary>Water at no station of the ward stands higher, metres above A.P.</summary>
    [Range(-20.0, 100.0)]
    public double HighestMeters { get; init; } = 20;

    /// <summary>A greater change between two readings within 30 min is no water, metres.</summary>
    [Range(0.1, 20.0)]
    public double JumpMeters { get; init; } = 3;

    /// <summary>A smaller change is neither rise nor fall, metres.</summary>
    [Range(0.0, 1.0)]
    public double SteadyMeters { get; init; } = 0.02;

    /// <summary>An older newest reading says nothing about now, 5 min – 6 h.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "06:00:00")]
    public TimeSpan StaleAfter { get; init; } = TimeSpan.FromMinutes(30);

    public bool IsOn => Addresses.Length > 0 || Folder.Length > 0;

    public IReadOnlyList<string> List => Addresses.Split(' ', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public GaugeLimits Limits => new(LowestMeters, HighestMeters, JumpMeters, SteadyMeters, StaleAfter, TimeSpan.FromMinutes(10));
}
