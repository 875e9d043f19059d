using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Evacuation.Messages;

namespace Chiyoda.Bousai.Hub.Features.Portal;

/// <summary>An order in force, as the public reads it.</summary>
public sealed record PortalOrder
{
    /// <summary>The order; with each area's code it stands in the page, for the area echo (design rule 11).</summary>
    public required Guid Id { get; init; }

    public required int Version { get; init; }

    public required Hazard Hazard { get; init; }

    /// <summary>River, coast or slope; <see langword="null"/> when the hazard has one cause only.</summary>
    public required LocalizedText? Cause { get; init; }

    /// <summary>3, 4, 5, or <see langword="null"/> for a hazard without a level.</summary>
    public required int? Level { get; init; }

    public required Audience Audience { get; init; }

    /// <summary>Why, as the ward says it, in Japanese and in the languages in which it is written.</summary>
    public required LocalizedText Reason { get; init; }

    /// <summary>Every area it covers, in the order in which they are named.</summary>
    public required IReadOnlyList<Area> Areas { get; init; }

    /// <summary>Headline and lines of action, one entry per language that may be served.</summary>
    public required IReadOnlyList<RenderedMessage> Texts { get; init; }

    /// <summary>Places that are fit for the hazard, best first; empty when there is none to name.</summary>
    public required IReadOnlyList<PortalShelter> Shelters { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>When the present version began; equal to <see cref="IssuedAt"/> for the first.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>What was announced of it by law; <see langword="null"/> for level 3, and when the ward announces elsewhere.</summary>
    public PortalAnnouncement? Announcement { get; init; }

    public OrderKind Kind => OrderKinds.For(Level);

    /// <summary>Where it stands on the page: an order without a level is an evacuation instruction and ranks with level 4.</summary>
    public int Rank => Level ?? 4;

    /// <summary>
    /// The texts to show to a reader: the language itself, or where it has none easy Japanese, English and Japanese, each
    /// marked as what it is (design rule 4).
    /// </summary>
    /// <param name="language">The language of the page.</param>
    /// <returns>At least one text unless the order has none at all.</returns>
    public IReadOnlyList<RenderedMessage> TextsFor(string language)
    {
        RenderedMessage[] own = [.. Texts.Where(text => text.Language == language)];
        return own.Length > 0
            ? own
            : [.. Fallbacks.SelectMany(each => Texts.Where(text => text.Language == each))];
    }

    private static IReadOnlyList<string> Fallbacks { get; } = [LocalizedText.EasyJapanese, "en", LocalizedText.Japanese];
}
