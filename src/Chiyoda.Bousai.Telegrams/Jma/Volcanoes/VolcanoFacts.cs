using Chiyoda.Bousai.Domain.Warnings;

namespace Chiyoda.Bousai.Telegrams.Jma.Volcanoes;

/// <summary>
/// VFVO50 噴火警報・予報, VFVO51 火山の状況に関する解説情報, VFVO52 噴火に関する火山観測報, VFVO53–55 降灰予報 (定時, 速報, 詳細), VFVO56 噴火速報,
/// VFVO60 推定噴煙流向報, VFSV 火山現象に関する海上警報・海上予報.
/// </summary>
/// <param name="Items">Kinds by volcano, by municipality and by sea area, in the order of the telegram.</param>
/// <param name="Plume">What was seen of an eruption; <see langword="null"/> when the telegram has no observation.</param>
/// <param name="AshFall">Where ash and stones fall, by time; only in 降灰予報.</param>
/// <param name="Texts">見出し, 火山活動の状況, 防災上の警戒事項, 参考 and free text, in the order of the telegram.</param>
public sealed record VolcanoFacts(
    IReadOnlyList<VolcanoItem> Items,
    VolcanoPlume? Plume,
    IReadOnlyList<AshFallPeriod> AshFall,
    IReadOnlyList<string> Texts) : TelegramFacts;

/// <summary>A kind for an area.</summary>
/// <param name="Layer">VolcanoInfo/@type, for example 噴火警報・予報（対象火山）.</param>
/// <param name="Kind">As issued, with 発表, 継続, 引上げ, 引下げ, 解除 as its condition.</param>
/// <param name="LastKind">What held before; <see langword="null"/> when not said.</param>
/// <param name="Level">噴火警戒レベル 1–5 where the name carries one; not a 警戒レベル. Otherwise <see langword="null"/>.</param>
/// <param name="Area">Volcano, municipality or sea area, by its code set.</param>
/// <param name="Crater">火口; empty when not named.</param>
/// <param name="EruptedAt">When it erupted; <see langword="null"/> when the telegram is not about an eruption.</param>
public sealed record VolcanoItem(
    string Layer,
    JmaKind Kind,
    JmaKind? LastKind,
    int? Level,
    WarningArea Area,
    string Crater,
    DateTimeOffset? EruptedAt);

/// <summary>VolcanoObservation/ColorPlume: the smoke.</summary>
/// <param name="AboveCraterMeters">Height above the crater in metres; <see langword="null"/> when it could not be seen.</param>
/// <param name="Direction">Where it drifts, for example 南東, 直上 or 流向不明; empty when absent.</param>
/// <param name="Remark">OtherObservation; empty when absent.</param>
public sealed record VolcanoPlume(int? AboveCraterMeters, string Direction, string Remark);

/// <summary>AshInfo: what falls where in a time.</summary>
/// <param name="Name">For example 予報　１時間後.</param>
/// <param name="StartsAt">Begin; <see langword="null"/> when unreadable.</param>
/// <param name="EndsAt">End; <see langword="null"/> when unreadable.</param>
/// <param name="Falls">Kinds with their municipalities.</param>
public sealed record AshFallPeriod(string Name, DateTimeOffset? StartsAt, DateTimeOffset? EndsAt, IReadOnlyList<AshFall> Falls);

/// <summary>One kind of fall.</summary>
/// <param name="Kind">少量の降灰, やや多量の降灰, 多量の降灰 or 小さな噴石の落下.</param>
/// <param name="Direction">Where it drifts; empty when absent.</param>
/// <param name="DistanceKilometers">How far it reaches; <see langword="null"/> when not said.</param>
/// <param name="Areas">Municipalities.</param>
public sealed record AshFall(JmaKind Kind, string Direction, decimal? DistanceKilometers, IReadOnlyList<WarningArea> Areas);
