using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Domain.Dissemination;
using Chiyoda.Bousai.Domain.Dissemination.Limits;
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

    /// <summary>One channel.</summary>
    /// <param name="Id">Its word in the ward pack.</param>
    /// <param name="Name">Its name, with its limits.</param>
    /// <param name="State">What it can do here.</param>
    /// <param name="Cells">One per language that it carries.</param>
    internal sealed record Row(string Id, string Name, ChannelState State, IReadOnlyList<Cell> Cells)
    {
        /// <summary>What that means for whoever looks at the texts.</summary>
        public string Does => State switch
        {
            ChannelState.Connected => "自動で送ります",
            ChannelState.Manual => "文面を写して手で放送・入力します",
            _ => "未接続（送りません。文面の確認用）",
        };
    }

    /// <summary>One language of a channel.</summary>
    /// <param name="Language">The language in itself.</param>
    /// <param name="HtmlLanguage">Its tag for a screen reader.</param>
    /// <param name="Fields">The words, as they are typed: one text, or title and body apart.</param>
    /// <param name="Verdict">Whether they fit.</param>
    internal sealed record Cell(string Language, string HtmlLanguage, IReadOnlyList<Field> Fields, LimitVerdict Verdict)
    {
        /// <summary>The words in one piece.</summary>
        public string Text => string.Join('\n', Fields.Select(box => box.Text));
    }

    /// <summary>What goes into one box.</summary>
    /// <param name="Label">What the box is called; empty when there is one alone.</param>
    /// <param name="Text">The words.</param>
    internal sealed record Field(string Label, string Text);

    /// <param name="texts">The words in every language.</param>
    /// <param name="mailTitle">Title of a 緊急速報メール; <see langword="null"/> for what may not be told by it.</param>
    /// <param name="areas">The areas that it is about.</param>
    /// <param name="pack">What the ward declares of its channels, and the frame of what is read out.</param>
    /// <param name="publicUrl">Where the public pages are; <see langword="null"/> when it is not configured.</param>
    public static ChannelPreview Of(OutgoingTexts texts, string? mailTitle, IReadOnlyList<string> areas, WardPack pack, Uri? publicUrl)
    {
        Row RowOf(string id, string limits, Func<OutgoingText, (IReadOnlyList<Field> Fields, LimitVerdict Verdict)> write, bool isJapaneseOnly = false) => new(
            id, ChannelNames.Word(id) + limits, pack.Channels.FirstOrDefault(channel => channel.Id == id)?.State ?? ChannelState.Off,
            [.. texts.Texts.Where(text => !isJapaneseOnly || text.Message.Language == LocalizedText.Japanese).Select(text => (text, Written: write(text)))
                .Select(pair => new Cell(pair.text.Name, pair.text.HtmlLanguage, pair.Written.Fields, pair.Written.Verdict))]);

        var frame = pack.Messages.Languages.GetValueOrDefault(LocalizedText.Japanese)?.Loudspeaker;
        return new ChannelPreview(
        [
            RowOf(ChannelNames.WebPush, string.Empty, text => (
                Fields("題", text.Message.Title, text.Message.Body),
                ChannelLimits.Push(text.Message.Title, PushSize.Of(text.Message.Title, text.Message.Body, areas, publicUrl)))),
            .. mailTitle is null ? Array.Empty<Row>() :
            [
                RowOf(
                    ChannelNames.AreaMail, "（題名15字・題名と本文で200字）",
                    text => ReasonedText.Of(text.Message, body => (Fields("題名", mailTitle, body), ChannelLimits.EmergencyMail(mailTitle, body))), isJapaneseOnly: true),
            ],
            RowOf(
                ChannelNames.Loudspeaker, "（60秒）",
                text => ReasonedText.Of(text.Message, body => Both(
                    LoudspeakerText.Of(text.Message with { Body = body }, frame, pack.Ward.Name.In(LocalizedText.Japanese)), ChannelLimits.Loudspeaker)),
                isJapaneseOnly: true),
            RowOf(
                ChannelNames.Sms, "（1通70字・連結660字）",
                text => ReasonedText.Of(text.Message, body => Both($"{text.Message.Title} {body}", ChannelLimits.Sms))),
            RowOf(ChannelNames.X, "（280）", text => ReasonedText.Of(text.Message, body => Both($"{text.Message.Title}\n{body}", ChannelLimits.X))),
            RowOf(ChannelNames.Line, "（5,000字）", text => Both(LineText.Of(text.Message), ChannelLimits.Line)),
            RowOf(
                ChannelNames.Email, "（件名30字）",
                text => (Fields("件名", text.Message.Title, LineText.Of(text.Message)), ChannelLimits.Email(text.Message.Title))),
        ]);
    }

    private static IReadOnlyList<Field> Fields(string label, string title, string body) => [new(label, title), new("本文", body)];

    private static (IReadOnlyList<Field> Fields, LimitVerdict Verdict) Both(string text, Func<string, LimitVerdict> judge) =>
        ([new(string.Empty, text)], judge(text));
}
