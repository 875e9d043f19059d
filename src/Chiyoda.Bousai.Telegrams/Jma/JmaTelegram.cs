namespace Chiyoda.Bousai.Telegrams.Jma;

/// <summary>A telegram of 気象庁防災情報XML as it was read: envelope, typed body, and what was odd about it.</summary>
/// <param name="Control">Control.</param>
/// <param name="Head">Head.</param>
/// <param name="Type">The kind of telegram, for example <c>VPWW55</c> or <c>VXKO</c>, found from Control/Title and Head/InfoKind;
/// <see langword="null"/> when both are unknown: it is then kept and shown as text.</param>
/// <param name="Facts">What its body states.</param>
/// <param name="Notices">What was unknown or unreadable; empty for nearly all.</param>
public sealed record JmaTelegram(
    JmaControl Control,
    JmaHead Head,
    string? Type,
    TelegramFacts Facts,
    IReadOnlyList<TelegramNotice> Notices)
{
    /// <summary>
    /// What this telegram belongs to and replaces: status × family × office, forecast area or event, as one stable
    /// string (see <see cref="TelegramStream"/>).
    /// </summary>
    public string Stream => TelegramStream.Of(this);
}
