using Chiyoda.Bousai.Telegrams.Jma.Xml;

namespace Chiyoda.Bousai.Telegrams.Jma;

/// <summary>
/// Something in a telegram that the reader did not know or could not read. The telegram was kept and its raw word with
/// it; the operator is told, because a new code means that the tables of this program are out of date.
/// </summary>
/// <param name="Code">Stable code, for example <c>unknown-kind</c>.</param>
/// <param name="Place">Where it stood, by the schema's element names, for example <c>Body/Warning/Item/Kind/Code</c>.</param>
/// <param name="Word">The word as it came, with what identifies it; its beginning when it is long.</param>
public sealed record TelegramNotice(string Code, string Place, string Word)
{
    /// <summary>Kinds that stand for no area with a code: they are nobody's.</summary>
    public const string MissingArea = "missing-area";

    private const string UnknownKind = "unknown-kind";

    /// <summary>The level that the name of an unknown kind, or of one without an area, carries: such a telegram may be a warning that nothing shows.</summary>
    /// <param name="notice">A notice as text.</param>
    /// <returns>1–5, or <see langword="null"/> for other notices and names.</returns>
    public static int? LevelIn(string notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        return notice.Contains(UnknownKind, StringComparison.Ordinal) || notice.Contains(MissingArea, StringComparison.Ordinal) ? TelegramValues.LevelInName(notice) : null;
    }
}
