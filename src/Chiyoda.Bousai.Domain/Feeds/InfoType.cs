namespace Chiyoda.Bousai.Domain.Feeds;

/// <summary>Head/InfoType of a JMA telegram. 取消 (void) is not 解除 (ended): the latter is a normal issue.</summary>
public enum InfoType
{
    /// <summary>発表.</summary>
    Issue,

    /// <summary>訂正: replaces the telegram it corrects.</summary>
    Correction,

    /// <summary>遅延: issued late.</summary>
    Delayed,

    /// <summary>取消: the telegram was void; the state before it holds.</summary>
    Cancel,
}
