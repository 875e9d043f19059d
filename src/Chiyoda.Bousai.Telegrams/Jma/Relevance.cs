namespace Chiyoda.Bousai.Telegrams.Jma;

/// <summary>What a telegram has to do with the ward.</summary>
public enum Relevance
{
    /// <summary>Nothing in it is about the ward, and nothing it replaces can have been.</summary>
    Irrelevant,

    /// <summary>It states something for the ward: in force, or ending now.</summary>
    Concerns,

    /// <summary>
    /// It names the ward and says that nothing is in force there (発表警報・注意報はなし). It must still be folded: it ends
    /// what an earlier telegram of its stream stated, should the one with 解除 have been lost.
    /// </summary>
    StatesNone,

    /// <summary>
    /// It does not name the ward, but may end or void what an earlier telegram of its <see cref="JmaTelegram.Stream"/>
    /// stated: the ward is concerned if that one concerned it, otherwise not. A 取消 with an empty body is always so,
    /// unless its EventID is a forecast area of the ward. Its statement is worth keeping even while there is no earlier
    /// telegram: one may arrive late, and must then be found voided or replaced already.
    /// </summary>
    OnlyIfEarlierDid,
}
