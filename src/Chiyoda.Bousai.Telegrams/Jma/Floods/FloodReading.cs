namespace Chiyoda.Bousai.Telegrams.Jma.Floods;

/// <summary>A water level or discharge, observed or forecast.</summary>
/// <param name="At">For when; <see langword="null"/> when its TimeDefine is missing.</param>
/// <param name="Label">TimeDefine/Name, for example 現況 or １時間後.</param>
/// <param name="IsPresent">Whether it is the present value and not a forecast.</param>
/// <param name="Value">In <paramref name="Unit"/>; <see langword="null"/> when missing (欠測): unknown, not zero.</param>
/// <param name="Unit"><c>m</c> or <c>立方メートル毎秒</c>.</param>
/// <param name="Condition">As issued: 正常, 欠測, 上昇 …</param>
/// <param name="Level">The issuer's level number for that value as it came; <see langword="null"/> when missing.</param>
public sealed record FloodReading(
    DateTimeOffset? At,
    string Label,
    bool IsPresent,
    decimal? Value,
    string Unit,
    string Condition,
    int? Level)
{
    private const int Highest = 5;
    /// <summary>The level number where it is one: 0–5. Another (9 stands with 欠測) says that the level is not known.</summary>
    public int? KnownLevel => Level is >= 0 and <= Highest ? Level : null;

    /// <summary>The value where it was measured or forecast; a number that stands beside 欠測 or 未計算 is none.</summary>
    public decimal? KnownValue => Condition is "欠測" or "未計算" ? null : Value;
}
