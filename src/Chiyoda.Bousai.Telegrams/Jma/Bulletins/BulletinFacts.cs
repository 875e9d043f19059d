namespace Chiyoda.Bousai.Telegrams.Jma.Bulletins;

/// <summary>
/// 府県気象防災速報, VPBS50: 線状降水帯, 記録的短時間大雨, 顕著な大雪. A momentary report: it has neither an end nor a 解除.
/// </summary>
/// <param name="Items">The tags (情報タグ) of the headline by region; a tag has a word and no code.</param>
/// <param name="Reports">What was observed, by place.</param>
public sealed record BulletinFacts(IReadOnlyList<HazardItem> Items, IReadOnlyList<BulletinReport> Reports)
    : HazardFacts(Items, []);
