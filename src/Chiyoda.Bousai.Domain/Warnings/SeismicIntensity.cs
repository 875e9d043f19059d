namespace Chiyoda.Bousai.Domain.Warnings;

/// <summary>
/// 震度, in rising order. Ten classes that are not numbers, and one answer that is not a class: no data came in, but at
/// least 5弱 is supposed there. It sorts above 5弱, because nothing says that it is not stronger.
/// </summary>
public enum SeismicIntensity
{
    /// <summary>0.</summary>
    Zero,

    /// <summary>1.</summary>
    One,

    /// <summary>2.</summary>
    Two,

    /// <summary>3.</summary>
    Three,

    /// <summary>4.</summary>
    Four,

    /// <summary>5弱.</summary>
    FiveLower,

    /// <summary>震度５弱以上未入電: unknown, may be strong; never 0.</summary>
    UnreportedFiveLowerOrMore,

    /// <summary>5強.</summary>
    FiveUpper,

    /// <summary>6弱.</summary>
    SixLower,

    /// <summary>6強.</summary>
    SixUpper,

    /// <summary>7.</summary>
    Seven,
}
