namespace Chiyoda.Bousai.Domain.Evacuation;

/// <summary>What a proposal does to the orders in force once it is released.</summary>
public enum Act
{
    /// <summary>発令: issue, or raise what is in force for the same hazard, cause and areas.</summary>
    Issue,

    /// <summary>引下げ: one decision lifts level n and issues a lower one for the same area and cause.</summary>
    Lower,

    /// <summary>解除: ends the order (災害対策基本法60条5項: to be announced at once).</summary>
    Lift,

    /// <summary>訂正: what was said was wrong.</summary>
    Correct,
}
