namespace Chiyoda.Bousai.Telegrams.Jma.Earthquakes;

/// <summary>
/// 南海トラフ地震臨時情報 (VYSE50), 関連解説情報 (VYSE51, VYSE52), 北海道・三陸沖後発地震注意情報 (VYSE60): that a great earthquake has become
/// likelier than usual, or that this is over.
/// </summary>
/// <param name="Kind">EarthquakeInfo/InfoKind; empty in a 取消.</param>
/// <param name="Serial">InfoSerial: 調査中, 巨大地震警戒, 巨大地震注意, 調査終了 …, with its code; <see langword="null"/> when absent.</param>
/// <param name="Text">The text; in a 取消 what is cancelled.</param>
/// <param name="Appendix">参考; empty when absent.</param>
/// <param name="NextAdvisory">When the next is expected; empty when not said.</param>
public sealed record GreatEarthquakeFacts(string Kind, JmaKind? Serial, string Text, string Appendix, string NextAdvisory) : TelegramFacts;
