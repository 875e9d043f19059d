namespace Chiyoda.Bousai.Telegrams.Jma.Tsunamis;

/// <summary>What is issued for a tsunami forecast region. Not a 警戒レベル: tsunamis have none.</summary>
public enum TsunamiGrade
{
    /// <summary>津波なし (00), 警報解除 (50), 注意報解除 (60).</summary>
    None,

    /// <summary>津波予報（若干の海面変動） (71, 72, 73).</summary>
    Forecast,

    /// <summary>津波注意報 (62).</summary>
    Watch,

    /// <summary>津波警報 (51).</summary>
    Warning,

    /// <summary>大津波警報 (52; 53 when newly issued).</summary>
    MajorWarning,
}
