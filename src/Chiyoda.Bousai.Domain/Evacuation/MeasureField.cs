namespace Chiyoda.Bousai.Domain.Evacuation;

/// <summary>What of a measure may have been said wrongly.</summary>
public enum MeasureField
{
    /// <summary>対象地域.</summary>
    Areas,

    /// <summary>警戒レベル.</summary>
    Level,

    /// <summary>とるべき行動.</summary>
    Action,

    /// <summary>対象の人.</summary>
    Audience,

    /// <summary>災害の種類 (hazard or cause).</summary>
    Hazard,

    /// <summary>避難先.</summary>
    Shelters,

    /// <summary>理由.</summary>
    Reason,
}
