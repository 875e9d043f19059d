namespace Chiyoda.Bousai.Telegrams.Jma.Typhoons;

/// <summary>台風解析・予報情報（５日予報）, VPTW60–65: where a typhoon is and where it is expected. It names no municipality.</summary>
/// <param name="Number">台風番号, four digits with the year, for example 1721; empty before it has one.</param>
/// <param name="Name">The international name; empty before it has one.</param>
/// <param name="NameKana">The name in katakana; empty before it has one.</param>
/// <param name="Remark">台風発生, 台風発生予想, 上陸, 温帯低気圧化 …; empty when absent.</param>
/// <param name="Points">実況, 推定 and 予報 in the order of the telegram.</param>
public sealed record TyphoonFacts(
    string Number, string Name, string NameKana, string Remark, IReadOnlyList<TyphoonPoint> Points) : TelegramFacts;

/// <summary>The typhoon at a time.</summary>
/// <param name="Kind">実況, 推定　１時間後, 予報　２４時間後 …</param>
/// <param name="At">When; <see langword="null"/> when unreadable.</param>
/// <param name="Longitude">Degrees east of the centre, or of the centre of the probability circle; <see langword="null"/> when not given.</param>
/// <param name="Latitude">Degrees north; <see langword="null"/> when not given.</param>
/// <param name="Location">存在域, for example 沖縄の南; empty when absent.</param>
/// <param name="Class">熱帯擾乱種類, for example 台風(STS); empty when absent.</param>
/// <param name="Size">大きさ階級: 大型, 超大型; empty when it has none.</param>
/// <param name="Strength">強さ階級: 強い, 非常に強い, 猛烈な; empty when it has none.</param>
/// <param name="PressureHectopascals">中心気圧; <see langword="null"/> when not given.</param>
/// <param name="MaxWindMetersPerSecond">中心付近の最大風速; <see langword="null"/> when not given.</param>
/// <param name="MaxGustMetersPerSecond">最大瞬間風速; <see langword="null"/> when not given.</param>
/// <param name="Direction">移動方向; empty when absent.</param>
/// <param name="SpeedKilometersPerHour">移動速度; <see langword="null"/> when not given or only a word (ゆっくり).</param>
/// <param name="ProbabilityRadiusKilometers">予報円: within it with 70 %; <see langword="null"/> at an observed position.</param>
public sealed record TyphoonPoint(
    string Kind,
    DateTimeOffset? At,
    decimal? Longitude,
    decimal? Latitude,
    string Location,
    string Class,
    string Size,
    string Strength,
    int? PressureHectopascals,
    int? MaxWindMetersPerSecond,
    int? MaxGustMetersPerSecond,
    string Direction,
    int? SpeedKilometersPerHour,
    int? ProbabilityRadiusKilometers);
