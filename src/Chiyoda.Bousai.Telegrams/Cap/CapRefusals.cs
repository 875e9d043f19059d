using System.Globalization;
using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Telegrams.Cap;

/// <summary>Why bytes are not a valid alert. Each refusal of a rule names the rule, since the sender has to put it right.</summary>
public static class CapRefusals
{
    /// <summary>More than <see cref="CapReader.MaxBytes"/>.</summary>
    public static Refusal TooLarge { get; } = Invalid(
        "cap.too-large",
        string.Create(CultureInfo.InvariantCulture, $"CAP 文書が上限（{CapReader.MaxBytes / (1024 * 1024)} MB）を超えています。送信元を確認してください。"));

    /// <summary>A document type declaration stands in it; alerts have none, attacks do.</summary>
    public static Refusal DocumentType { get; } = Invalid("cap.dtd", "CAP 文書に文書型宣言（DTD）があるため、安全のため読み取りませんでした。送信元を確認してください。");

    /// <summary>Not well-formed, truncated, empty, or in an encoding that cannot be read.</summary>
    public static Refusal NotXml { get; } = Invalid("cap.not-xml", "CAP 文書が XML として読めません（途中で切れているか、壊れているか、文字コードが UTF-8・UTF-16・ISO-8859-1・ASCII のいずれでもありません）。再送を依頼してください。");

    /// <summary>More elements, attributes or namespaces, or nested deeper, than any alert.</summary>
    public static Refusal TooMany { get; } = Invalid("cap.too-many", "CAP 文書の要素・属性・名前空間の数または入れ子の深さが上限を超えています。送信元を確認してください。");

    /// <summary>An Atom feed: a list of alerts, not an alert. It is for <see cref="CapIndexReader"/>.</summary>
    public static Refusal Atom { get; } = Invalid("cap.atom", "Atom フィード（警報や電文の一覧）であり、警報や電文そのものではありません。一覧の各項目を取得して読み取ってください。");

    /// <summary>Asked as an index, but no Atom feed.</summary>
    public static Refusal NotAtom { get; } = Invalid("cap.not-atom", "Atom フィードではないため、警報の一覧として読み取れません。取得先を確認してください。");

    /// <summary>An EDXL envelope, which may carry alerts.</summary>
    public static Refusal Edxl { get; } = Invalid("cap.edxl", "EDXL の配布封筒であり、CAP の alert ではありません。中の alert を取り出して読み取ってください。");

    /// <summary>Some other XML.</summary>
    public static Refusal NotAlert { get; } = Invalid("cap.not-alert", "ルート要素が CAP の alert ではありません。送信元と形式を確認してください。");

    /// <summary>An alert, but in no namespace of CAP 1.0, 1.1 or 1.2.</summary>
    public static Refusal UnknownVersion { get; } = Invalid("cap.unknown-version", "alert の名前空間が CAP 1.0・1.1・1.2 のいずれでもありません。送信元を確認してください。");

    internal static Refusal Missing(CapVersion version, string parent, string element) =>
        Invalid("cap.missing-element", Rule(version, $"{parent} に必須の要素 {element} がありません"));

    internal static Refusal Unexpected(CapVersion version, string parent, string element) =>
        Invalid("cap.unexpected-element", Rule(version, $"{parent} のこの位置に要素 {Quote(element)} は置けません（順序・回数・名前空間のいずれかが違います）"));

    internal static Refusal Value(CapVersion version, string element, string rule, string value) =>
        Invalid("cap.value", Rule(version, $"{element} の値「{Quote(value)}」が規則（{rule}）に合いません"));

    internal static Refusal Text(CapVersion version, string element) =>
        Invalid("cap.text", Rule(version, $"{element} には子要素だけが許され、文字は置けません"));

    internal static Refusal Attribute(CapVersion version, string element, string attribute) =>
        Invalid("cap.attribute", Rule(version, $"{element} に属性 {Quote(attribute)} は置けません"));

    private static string Rule(CapVersion version, string rule) =>
        $"CAP {CapNamespaces.NumberOf(version)} の規則に反しています: {rule}。送信元に訂正を依頼してください。";

    /// <summary>What a sender wrote, short and without characters that are not seen but change how a line reads.</summary>
    private static string Quote(string text)
    {
        var cut = text.Length > CapLimits.QuotedCharacters ? string.Concat(text.AsSpan(0, CapLimits.QuotedCharacters), "…") : text;
        return string.Concat(cut.Select(each => char.GetUnicodeCategory(each)
            is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            ? ' '
            : each));
    }

    private static Refusal Invalid(string code, string message) => new(RefusalKind.Invalid, code, message);
}
