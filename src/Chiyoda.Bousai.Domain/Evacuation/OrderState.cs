namespace Chiyoda.Bousai.Domain.Evacuation;

/// <summary>What became of an order. It never ends by a clock (design rule 8).</summary>
public enum OrderState
{
    /// <summary>発令中.</summary>
    Issued,

    /// <summary>解除.</summary>
    Lifted,

    /// <summary>誤発信の取消し: the message was wrong; nothing was over.</summary>
    Corrected,

    /// <summary>置換え: every area of it went over to a newer order for the same hazard and cause.</summary>
    Replaced,
}
