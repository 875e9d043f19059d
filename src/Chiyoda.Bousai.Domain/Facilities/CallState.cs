namespace Chiyoda.Bousai.Domain.Facilities;

/// <summary>How far a facility has been called.</summary>
public enum CallState
{
    /// <summary>未連絡.</summary>
    NotCalled,

    /// <summary>連絡済: somebody there knows.</summary>
    Reached,

    /// <summary>不在: tried, and nobody answered.</summary>
    Absent,

    /// <summary>避難完了: they reported that everybody is out of danger.</summary>
    Evacuated,
}

/// <summary>Words of the states.</summary>
public static class CallStates
{
    /// <summary>The Japanese word.</summary>
    /// <param name="state">The state.</param>
    /// <returns>As it stands in lists and in the chronology.</returns>
    public static string Word(this CallState state) => state switch
    {
        CallState.NotCalled => "未連絡",
        CallState.Reached => "連絡済",
        CallState.Absent => "不在",
        CallState.Evacuated => "避難完了",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}
