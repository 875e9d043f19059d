using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Dissemination;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Hub.Features.Dissemination;
using Chiyoda.Bousai.Infrastructure.Persistence.Chronology;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>What staff tell by hand after a release: the words of each channel to copy, and whether somebody did it.</summary>
internal sealed record ByHandCard
{
    /// <summary>Channels that the ward uses by hand.</summary>
    public required IReadOnlyList<Item> Used { get; init; }

    /// <summary>Channels that it does not use: their words are there for the night on which it does.</summary>
    public required IReadOnlyList<Item> Unused { get; init; }

    public required Guid TopicId { get; init; }

    public required Guid DecisionId { get; init; }

    /// <summary>What it is about, in one line.</summary>
    public required string Title { get; init; }

    /// <summary>Whether areas were taken away since the words were released.</summary>
    public bool HasFewerAreas { get; init; }

    public required bool MayRecord { get; init; }

    /// <summary>The «no» to the form of one channel in this request.</summary>
    public (string Channel, RefusedStep Step)? Refused { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>Whether there are words for a channel.</summary>
    public bool Tells(string channel) => Used.Concat(Unused).Any(item => item.Row.Id == channel);

    /// <summary>One channel.</summary>
    /// <param name="Row">Its words and limits.</param>
    /// <param name="Entered">Who told it when; <see langword="null"/> while nobody has.</param>
    /// <param name="DueAt">By when; <see langword="null"/> when it is not urgent or not used.</param>
    /// <param name="IsLate">Whether that has passed without it.</param>
    internal sealed record Item(ChannelPreview.Row Row, Noted<HandEntry>? Entered, DateTimeOffset? DueAt, bool IsLate);

    /// <param name="hands">What was told.</param>
    /// <param name="page">The page that it stands on.</param>
    /// <param name="preview">Every channel with its words.</param>
    /// <param name="topicId">The order or notice.</param>
    /// <param name="decisionId">The decision that was released.</param>
    /// <param name="title">What it is about, in one line.</param>
    /// <param name="urgentSince">From when it is urgent; <see langword="null"/> when it is not.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<ByHandCard> ReadAsync(
        HandEntries hands, HqPage page, ChannelPreview preview, Guid topicId, Guid decisionId, string title, DateTimeOffset? urgentSince,
        CancellationToken cancellationToken)
    {
        var rows = preview.Rows.Where(row => row.State != ChannelState.Connected && row.Id != ChannelNames.WebPush && row.Cells.Count > 0).ToList();
        var entered = await hands.ReadAsync(decisionId, rows.Select(row => row.Id), cancellationToken);
        var now = page.Frame.Now;
        List<Item> items = [.. rows.Select(row =>
        {
            var noted = entered.GetValueOrDefault(row.Id);
            var dueAt = row.State == ChannelState.Manual ? urgentSince + HandEntries.LateAfter : null;
            return new Item(row, noted, dueAt, noted is null && now >= dueAt);
        })];
        return new ByHandCard
        {
            Used = [.. items.Where(item => item.Row.State == ChannelState.Manual || item.Entered is not null)],
            Unused = [.. items.Where(item => item.Row.State != ChannelState.Manual && item.Entered is null)],
            TopicId = topicId,
            DecisionId = decisionId,
            Title = title,
            MayRecord = page.Frame.MayRecord,
            Refused = page.Refused is { Step: "by-hand" } refused ? (page.Typed("by-hand", "channel"), refused) : null,
            Now = now,
        };
    }

    /// <summary>Notes that the words of a channel were told.</summary>
    /// <param name="hands">Keeps it.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="decisionId">The decision whose words the person had before them.</param>
    /// <param name="actor">The person.</param>
    /// <param name="cancellationToken">Ends waiting for the database.</param>
    /// <returns>The channel's word, or <c>dissemination.not-by-hand</c>, <c>dissemination.text-superseded</c>.</returns>
    public async Task<Outcome<string>> EnterAsync(HandEntries hands, string? channel, Guid decisionId, Actor actor, CancellationToken cancellationToken)
    {
        if (Used.Concat(Unused).FirstOrDefault(item => item.Row.Id == channel) is not { Row: var row })
        {
            return DisseminationRefusals.NotByHand;
        }

        if (decisionId != DecisionId)
        {
            return DisseminationRefusals.TextSuperseded;
        }

        await hands.EnterAsync(new HandEntry(row.Id, TopicId, DecisionId, Title, [.. row.Cells.Select(cell => cell.Text)]), actor, cancellationToken);
        return ChannelNames.Word(row.Id);
    }
}
