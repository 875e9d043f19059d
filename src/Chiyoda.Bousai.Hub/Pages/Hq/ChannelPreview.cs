using Chiyoda.Bousai.Domain.Dissemination;
using Chiyoda.Bousai.Domain.Dissemination.Limits;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Infrastructure.Dissemination.Push;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>Every channel with the words it would carry in every language, and whether they fit. What does not fit stops that channel alone.</summary>
/// <param name="Rows">One per channel.</param>
internal sealed record ChannelPreview(IReadOnlyList<ChannelPreview.Row> Rows)
{
    /// <summary>How many texts do not go, and how many go over a mark: read before it is opened.</summary>
    public string Summary
    {
        get
        {
            var states = Rows.SelectMany(row => row.Cells).Select(cell => cell.Verdict.State).ToList();
            return $"送れない文面 {states.Count(state => state == LimitState.Refused)}、目安を超える文面 {states.Count(state => state == LimitState.Cut)}";
        }
    }

    private const string Japanese = "ja";

    /// <summary>One channel.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="State">What it can do here.</param>
    /// <param name="Cells">One per language that it carries.</param>
    internal sealed record Row(string Name, string State, IReadOnlyList<Cell> Cells);

    /// <summary>One language of a channel.</summary>
    /// <param name="Language">The language in itself.</param>
    /// <param name="HtmlLanguage">Its tag for a screen reader.</param>
    /// <param name="Text">The words.</param>
    /// <param name="Verdict">Whether they fit.</param>
    internal sealed record Cell(string Language, string HtmlLanguage, string Text, LimitVerdict Verdict);

    public static ChannelPreview Of(OutgoingTexts texts, Act act, Measure measure, WardPack pack, Uri? publicUrl)
    {
        string StateOf(string id) => (pack.Channels.FirstOrDefault(channel => channel.Id == id)?.State ?? ChannelState.Off) switch
        {
            ChannelState.Connected => "自動で送ります",
            ChannelState.Manual => "文面を写して手で入力します",
            _ => "未接続（送りません。文面の確認用）",
        };

        Row RowOf(string name, string state, Func<OutgoingText, (string Text, LimitVerdict Verdict)> write, Func<OutgoingText, bool>? carries = null) => new(
            name, state,
            [.. texts.Texts.Where(carries ?? (_ => true)).Select(text => (text, Written: write(text)))
                .Select(pair => new Cell(pair.text.Name, pair.text.HtmlLanguage, pair.Written.Text, pair.Written.Verdict))]);

        return new ChannelPreview(
        [
            RowOf(ChannelNames.Word(ChannelNames.WebPush), StateOf(ChannelNames.WebPush), text => (
                $"{text.Message.Title}\n{text.Message.Body}",
                ChannelLimits.Push(text.Message.Title, PushSize.Of(text.Message.Title, text.Message.Body, measure.Areas, publicUrl)))),
            RowOf(
                "緊急速報メール（題名15字・題名と本文で200字）", "未接続（送りません。文面の確認用）", text =>
                {
                    var title = EmergencyMailTitle.Of(act, measure.Level, text.Mark.Length > 0);
                    return ReasonedText.Of(text.Message, body => ($"{title}\n{body}", ChannelLimits.EmergencyMail(title, body)));
                },
                text => text.Message.Language == Japanese),
            RowOf("SMS（1通70字・連結660字）", StateOf("webhook"), text =>
                ReasonedText.Of(text.Message, body => Both($"{text.Message.Title} {body}", ChannelLimits.Sms))),
            RowOf("X（280）", "未接続（送りません。文面の確認用）", text =>
                ReasonedText.Of(text.Message, body => Both($"{text.Message.Title}\n{body}", ChannelLimits.X))),
            RowOf("LINE（5,000字）", StateOf("line"), text => Both(LineText.Of(text.Message), ChannelLimits.Line)),
            RowOf(
                "防災行政無線（60秒）", StateOf("webhook"), text => ReasonedText.Of(text.Message, body => Both($"{text.Message.Title}。{body}", ChannelLimits.Loudspeaker)),
                text => text.Message.Language == Japanese),
        ]);
    }

    private static (string Text, LimitVerdict Verdict) Both(string text, Func<string, LimitVerdict> judge) => (text, judge(text));
}
