using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Telegrams.Atom;

/// <summary>Why a feed is not read.</summary>
public static class AtomRefusals
{
    /// <summary>Not well-formed, cut off, or another kind of document.</summary>
    public static readonly Refusal NotAtom = new(RefusalKind.Invalid, "feeds.not-atom", "フィードとして読めません。");

    /// <summary>It declares a document type; entities can make a small document endless.</summary>
    public static readonly Refusal Dtd = new(RefusalKind.Invalid, "feeds.dtd", "文書型宣言のあるフィードは読みません。");

    /// <summary>More entries than any real list.</summary>
    public static readonly Refusal TooMany = new(RefusalKind.Invalid, "feeds.too-many", "フィードの項目が多すぎます。");

    /// <summary>More octets than any real list.</summary>
    public static readonly Refusal TooLarge = new(RefusalKind.Invalid, "feeds.too-large", "フィードが大きすぎます。");
}
