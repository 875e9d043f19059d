using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Domain.Evacuation.Messages;
using Chiyoda.Bousai.Domain.Notices;

namespace Chiyoda.Bousai.Hub.Features.Portal;

/// <summary>A notice of the ward, as the public reads it. It never looks like an order.</summary>
public sealed record PortalNotice
{
    public required Guid Id { get; init; }

    public required int Version { get; init; }

    /// <summary>How it stands at the moment of the view.</summary>
    public required NoticeStanding Standing { get; init; }

    public required NoticeCategory Category { get; init; }

    /// <summary>Whether it is for the whole ward; then <see cref="Areas"/> is empty.</summary>
    public required bool IsWholeWard { get; init; }

    public required IReadOnlyList<Area> Areas { get; init; }

    /// <summary>Title and body, one per language that is served.</summary>
    public required IReadOnlyList<RenderedMessage> Texts { get; init; }

    /// <summary>Why it was corrected or withdrawn, in Japanese; empty when it never was.</summary>
    public required string Reason { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>When it was corrected or withdrawn last; equal to <see cref="PublishedAt"/> when it never was.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    public required DateTimeOffset ValidUntil { get; init; }

    /// <summary>When it ceased to hold; <see langword="null"/> while it does.</summary>
    public required DateTimeOffset? EndedAt { get; init; }

    /// <summary>The texts for a page: the own language, else easy Japanese, English and Japanese, each marked as what it is.</summary>
    public IReadOnlyList<RenderedMessage> TextsFor(string language)
    {
        RenderedMessage[] own = [.. Texts.Where(text => text.Language == language)];
        return own.Length > 0
            ? own
            : [.. new[] { LocalizedText.EasyJapanese, "en", LocalizedText.Japanese }.SelectMany(each => Texts.Where(text => text.Language == each))];
    }
}
