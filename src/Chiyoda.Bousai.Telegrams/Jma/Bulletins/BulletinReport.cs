using Chiyoda.Bousai.Domain.Warnings;

namespace Chiyoda.Bousai.Telegrams.Jma.Bulletins;

/// <summary>One observation in a bulletin.</summary>
/// <param name="Place">The region or municipality, or <see langword="null"/> when a station is named.</param>
/// <param name="Station">The station; empty when an area is named.</param>
/// <param name="Element">What, for example 前１時間解析雨量, ６時間の降雪深さ or 線状降水帯発生.</param>
/// <param name="Text">The value as the issuer writes it, for example 約１００ミリ; empty when there is none.</param>
/// <param name="Value">The number in <paramref name="Unit"/>, or <see langword="null"/>.</param>
/// <param name="Unit">For example <c>mm</c>; empty when there is no value.</param>
/// <param name="ObservedAt">When; <see langword="null"/> when not said.</param>
public sealed record BulletinReport(
    WarningArea? Place,
    string Station,
    string Element,
    string Text,
    decimal? Value,
    string Unit,
    DateTimeOffset? ObservedAt);
