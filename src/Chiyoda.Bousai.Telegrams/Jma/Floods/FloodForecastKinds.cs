namespace Chiyoda.Bousai.Telegrams.Jma.Floods;

/// <summary>
/// Kind codes of 指定河川洪水予報. Here, and only here, the first digit is the level; names changed in 2026 (氾濫危険情報 →
/// レベル４氾濫危険警報), codes did not.
/// </summary>
internal static class FloodForecastKinds
{
    /// <summary>The forecast of the river ends (…解除).</summary>
    private const string Ended = "10";

    /// <summary>解除 as the general headline code.</summary>
    private const string EndedInHeadline = "00";

    public static bool IsEnded(string code) => code is Ended or EndedInHeadline;

    /// <summary>The level of a code.</summary>
    /// <param name="code">Two digits, for example <c>40</c>.</param>
    /// <param name="isKnown">Whether the code can be understood.</param>
    /// <returns>2–5; <see langword="null"/> when it ends or is not known.</returns>
    public static int? LevelOf(string code, out bool isKnown)
    {
        isKnown = IsEnded(code) || (code.Length == 2 && code[0] is >= '2' and <= '5' && char.IsAsciiDigit(code[1]));
        return isKnown && !IsEnded(code) ? code[0] - '0' : null;
    }
}
