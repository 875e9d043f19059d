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

    /// <summary>訂正: what was said was wrong; the right statement takes its place.</summary>
    Correct,

    /// <summary>更新: text, areas, audience or action change, the level does not.</summary>
    Update,

    /// <summary>誤発信の取消し: the message itself was wrong, a send by mistake. Never called 解除: nothing was over.</summary>
    Void,
}

/// <summary>Questions that the kind of act answers.</summary>
public static class ActRules
{
    /// <summary>Whether the act leaves no order behind for its areas: its message asks nobody to do anything, and names what stays in force.</summary>
    /// <param name="act">The act.</param>
    /// <returns><see langword="true"/> for a lift and for the voiding of a wrong message.</returns>
    public static bool Ends(this Act act) => act is Act.Lift or Act.Void;

    /// <summary>Whether the act takes protection away and therefore asks the questions of <see cref="EndingGrounds"/>.</summary>
    /// <param name="act">The act.</param>
    /// <returns><see langword="true"/> for lift and lowering.</returns>
    public static bool AsksGrounds(this Act act) => act is Act.Lift or Act.Lower;
}
