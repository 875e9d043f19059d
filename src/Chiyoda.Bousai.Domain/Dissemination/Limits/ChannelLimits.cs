using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Chiyoda.Bousai.Domain.Dissemination.Limits;

/// <summary>What each channel takes of a text, counted as the channel counts. Pure.</summary>
public static partial class ChannelLimits
{
    /// <summary>緊急速報メール: title 15, title and body together 200 characters, a line break counts 2; no address, telephone number or mail
    /// address, nothing that only some telephones can show (the four carriers' terms for municipalities, by the stricter reading).</summary>
    /// <param name="title">The title.</param>
    /// <param name="body">The body.</param>
    /// <returns>The verdict.</returns>
    public static LimitVerdict EmergencyMail(string title, string body)
    {
        List<string> findings = [];
        var whole = title + '\n' + body;
        if (Address().IsMatch(whole))
        {
            findings.Add("URLは入れられません");
        }

        if (Telephone().IsMatch(whole.Normalize(NormalizationForm.FormKC)))
        {
            findings.Add("電話番号は入れられません");
        }

        if (Mail().IsMatch(whole.Normalize(NormalizationForm.FormKC)))
        {
            findings.Add("メールアドレスは入れられません");
        }

        if (Dependent().Match(whole) is { Success: true } sign)
        {
            findings.Add($"機種依存文字は入れられません：{sign.Value}");
        }

        return LimitVerdict.Of(
            [new("題名", Characters(title), 15, "字"), new("題名と本文", Characters(title) + Characters(body) + Breaks(body), 200, "字")], findings);
    }

    /// <summary>SMS: 70 UTF-16 units in one part, 660 joined, as business routes in Japan take them.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The verdict; over 70 it goes in parts, over 660 not at all.</returns>
    public static LimitVerdict Sms(string text) =>
        LimitVerdict.Of([new("1通で送れる長さ", text.Length, 70, "字", IsHard: false), new("連結の上限", text.Length, 660, "字")]);

    /// <summary>E-mail: about 30 characters of the subject are seen in a list on a phone; the text has no limit that matters.</summary>
    /// <param name="subject">The subject.</param>
    /// <returns>The verdict; nothing here is refused.</returns>
    public static LimitVerdict Email(string subject) => LimitVerdict.Of([new("件名（一覧に見える字数）", Characters(subject), 30, "字", IsHard: false)]);

    /// <summary>X: 280 by weight, an address 23 however long, after NFC.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The verdict.</returns>
    public static LimitVerdict X(string text)
    {
        var normal = text.Normalize(NormalizationForm.FormC);
        var addresses = Address().Count(normal);
        var weight = addresses * 23;
        var elements = StringInfo.GetTextElementEnumerator(Address().Replace(normal, string.Empty));
        while (elements.MoveNext())
        {
            weight += WeightOf(elements.GetTextElement());
        }

        return LimitVerdict.Of([new("重みつきの長さ（日本語は1字で2）", weight, 280, "")]);
    }

    /// <summary>LINE: 5,000 UTF-16 units.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The verdict.</returns>
    public static LimitVerdict Line(string text) => LimitVerdict.Of([new("本文", text.Length, 5000, "字")]);

    /// <summary>Web push: 1 KB, so that every push service takes it and phones store many; 40 characters of the title are seen on a locked screen.</summary>
    /// <param name="title">The title, with the mark of an exercise where it is one.</param>
    /// <param name="octets">The whole payload.</param>
    /// <returns>The verdict. Over 1 KB the sender still sends up to what RFC 8291 lets through, so nothing here is refused.</returns>
    public static LimitVerdict Push(string title, int octets) =>
        LimitVerdict.Of([new("題名（ロック画面に見える字数）", Characters(title), 40, "字", IsHard: false), new("データ量", octets, 1024, "バイト", IsHard: false)]);

    /// <summary>防災行政無線: 60 s once through, at 300 characters a minute (NHK's rule of thumb for announcers, kanji and kana mixed); no signs that cannot be spoken.</summary>
    /// <param name="text">The text as it is read out, in Japanese.</param>
    /// <returns>The verdict.</returns>
    public static LimitVerdict Loudspeaker(string text)
    {
        var spoken = text.EnumerateRunes().Count(rune => Rune.IsLetterOrDigit(rune) || rune.Value == 'ー');
        var unspoken = text.EnumerateRunes().Where(rune => Rune.IsSymbol(rune) || rune.Value is '/' or '@' or '#' or '＃' or '／').Distinct().ToList();
        return LimitVerdict.Of(
            [new("読み上げ", (int)Math.Ceiling(spoken / 5.0), 60, "秒")],
            unspoken.Count == 0 ? [] : [$"読み上げられない記号があります：{string.Join(' ', unspoken)}"]);
    }

    /// <summary>Characters as a reader counts them, line breaks among them.</summary>
    private static int Characters(string text) => new StringInfo(text.ReplaceLineEndings("\n")).LengthInTextElements;

    private static int Breaks(string text) => text.ReplaceLineEndings("\n").Count(letter => letter == '\n');

    /// <summary>Ranges of weight 1 as X publishes them (twitter-text, configuration 3); everything else is 2, an emoji as a whole.</summary>
    private static int WeightOf(string element)
    {
        var runes = element.EnumerateRunes().ToList();
        return runes.Any(rune => rune.Value is 0xFE0F or 0x200D or >= 0x1F000)
            ? 2
            : runes.Sum(rune => rune.Value is <= 4351 or (>= 8192 and <= 8205) or (>= 8208 and <= 8223) or (>= 8242 and <= 8247) ? 1 : 2);
    }

    [GeneratedRegex(@"https?://[!-~]+|\bwww\.[!-~]+", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();

    [GeneratedRegex(@"(?<!\d)0\d{1,4}[-(‐−ー]\d{1,4}[-)‐−ー]\d{3,4}(?!\d)|(?<!\d)0\d{9,10}(?!\d)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Telephone();

    /// <summary>What is not in JIS X 0208: circled and Roman numerals, units and companies in one sign, half-width kana, vendors' kanji, emoji.</summary>
    [GeneratedRegex(@"[\u2116\u2121\u2122\u2160-\u217F\u2460-\u24FF\u3200-\u33FF\u9AD9\uD800-\uDFFF\uFA0E-\uFA2D\uFF61-\uFF9F]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Dependent();

    [GeneratedRegex(@"[\w.+-]+@[\w-]+\.\w+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mail();
}
