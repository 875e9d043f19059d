namespace Chiyoda.Bousai.Domain.Evacuation;

/// <summary>避難情報: what the mayor issues. 避難勧告 and 避難準備 were abolished in 2021 and exist nowhere here.</summary>
public enum OrderKind
{
    /// <summary>警戒レベル3 高齢者等避難 (災害対策基本法56条2項).</summary>
    ElderlyEvacuation,

    /// <summary>警戒レベル4 避難指示 (60条1項); for hazards without a level too.</summary>
    EvacuationInstruction,

    /// <summary>警戒レベル5 緊急安全確保 (60条3項).</summary>
    EmergencySafetyMeasures,
}

/// <summary>How kinds, levels and the official words belong together.</summary>
public static class OrderKinds
{
    /// <summary>The kind that a level has.</summary>
    /// <param name="level">3, 4, 5, or <see langword="null"/> for hazards without a level.</param>
    /// <returns>The kind.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Another level.</exception>
    public static OrderKind For(int? level) => level switch
    {
        3 => OrderKind.ElderlyEvacuation,
        4 or null => OrderKind.EvacuationInstruction,
        5 => OrderKind.EmergencySafetyMeasures,
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "Orders have level 3, 4, 5 or none."),
    };

    /// <summary>The official word (避難情報に関するガイドライン).</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>The Japanese word.</returns>
    public static string Word(this OrderKind kind) => kind switch
    {
        OrderKind.ElderlyEvacuation => "高齢者等避難",
        OrderKind.EvacuationInstruction => "避難指示",
        OrderKind.EmergencySafetyMeasures => "緊急安全確保",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind."),
    };

    /// <summary>Level and word as they are spoken, the level first.</summary>
    /// <param name="level">3, 4, 5 or <see langword="null"/>.</param>
    /// <returns>For example 警戒レベル4 避難指示.</returns>
    public static string Spoken(int? level) =>
        level is null ? For(level).Word() : $"警戒レベル{level} {For(level).Word()}";
}
