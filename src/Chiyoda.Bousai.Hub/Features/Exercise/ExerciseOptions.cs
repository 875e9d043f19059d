using System.ComponentModel.DataAnnotations;
using Chiyoda.Bousai.Domain.Warnings;

namespace Chiyoda.Bousai.Hub.Features.Exercise;

/// <summary>How an exercise watches the live hub (design rule 3). Not read in Live.</summary>
internal sealed class ExerciseOptions
{
    public const string Section = "Exercise";

    /// <summary>警戒レベル相当 from which something is real, unless the deployment says otherwise.</summary>
    public const int RealFromLevel = 3;

    /// <summary>震度 in the ward from which something is real, unless the deployment says otherwise.</summary>
    public const SeismicIntensity RealFromIntensity = SeismicIntensity.Four;

    /// <summary>How long an earthquake counts.</summary>
    public static readonly TimeSpan RecentlyShaken = TimeSpan.FromDays(1);

    /// <summary>Address of the live hub's <c>/status.json</c>, https, or http on this machine; empty = it is not watched, and the screens say so.</summary>
    public string LiveStatus { get; init; } = string.Empty;

    /// <summary>How often it is asked, 1–60 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan LookEvery { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>After this time without an answer, or with one as old, the live situation is unknown, 5 s – 10 min. A hub renews its status every 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "00:10:00")]
    public TimeSpan SilentAfter { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>警戒レベル相当 of live warnings from which they stop an exercise, 2–5.</summary>
    [Range(2, 5)]
    public int StopFromLevel { get; init; } = RealFromLevel;

    /// <summary>震度 in the ward within a day from which it stops an exercise.</summary>
    [EnumDataType(typeof(SeismicIntensity))]
    public SeismicIntensity StopFromIntensity { get; init; } = RealFromIntensity;

    public bool IsOn => LiveStatus.Length > 0;
}
