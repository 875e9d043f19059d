using System.Globalization;
using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Telegrams.Jma;

/// <summary>Why bytes are not a telegram. The bytes are kept in every case; only the reading is refused.</summary>
public static class TelegramRefusals
{
    /// <summary>No bytes, or only blanks.</summary>
    public static Refusal Empty { get; } = Invalid("telegrams.empty", "電文が空です。送信元を確認してください。");

    /// <summary>More than <see cref="JmaTelegramReader.MaxBytes"/>.</summary>
    public static Refusal TooLarge { get; } = Invalid(
        "telegrams.too-large",
        string.Create(CultureInfo.InvariantCulture, $"電文が上限（{JmaTelegramReader.MaxBytes / (1024 * 1024)} MB）を超えています。送信元を確認してください。"));

    /// <summary>Not UTF-8, which 防災情報XML prescribes, or declared as something else.</summary>
    public static Refusal Encoding { get; } = Invalid("telegrams.encoding", "電文の文字コードが UTF-8 ではありません。送信元の設定を確認してください。");

    /// <summary>A document type declaration stands in it; telegrams have none, attacks do.</summary>
    public static Refusal DocumentType { get; } = Invalid("telegrams.dtd", "電文に文書型宣言（DTD）があるため、安全のため読み取りませんでした。送信元を確認してください。");

    /// <summary>Not well-formed, truncated, or nested too deep.</summary>
    public static Refusal NotXml { get; } = Invalid("telegrams.not-xml", "電文が XML として読めません（途中で切れているか壊れています）。再送を依頼してください。");

    /// <summary>More elements, or more kinds by area, than any telegram has.</summary>
    public static Refusal TooMany { get; } = Invalid("telegrams.too-many", "電文の要素の数が上限を超えています。送信元を確認してください。");

    /// <summary>XML, but not of 気象庁防災情報XML.</summary>
    public static Refusal NotJma { get; } = Invalid("telegrams.not-jma", "気象庁防災情報XMLの電文ではありません。送信元と形式を確認してください。");

    /// <summary>Control or Head lacks what every telegram has.</summary>
    public static Refusal IncompleteEnvelope { get; } = Invalid(
        "telegrams.incomplete-envelope",
        "電文の管理部またはヘッダー部に必須の項目（種別・発信時刻・運用種別・発表時刻・情報形態）がありません。再送を依頼してください。");

    /// <summary>One of JMA's Atom feeds: a list of telegrams. It is for the poller of feeds.</summary>
    public static Refusal FeedList { get; } = Invalid(
        "telegrams.feed-list", "気象庁のフィード（電文の一覧）であり、電文ではありません。一覧の各項目の電文を取得して読み取ってください。");

    /// <summary>A file that could not be opened or read.</summary>
    public static Refusal FileClosed { get; } = Invalid("telegrams.file-closed", "ファイルを開けません。場所と読み取りの権限を確認してください。");

    private static Refusal Invalid(string code, string message) => new(RefusalKind.Invalid, code, message);
}
