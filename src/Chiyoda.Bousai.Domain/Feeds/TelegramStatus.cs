namespace Chiyoda.Bousai.Domain.Feeds;

/// <summary>Control/Status of a telegram: part of every identity (design rule 5).</summary>
public enum TelegramStatus
{
    /// <summary>通常: operational.</summary>
    Normal,

    /// <summary>訓練: drill of the issuer.</summary>
    Training,

    /// <summary>試験: test transmission.</summary>
    Test,
}
