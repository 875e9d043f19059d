using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Domain.Warnings;

namespace Chiyoda.Bousai.Domain.WardPacks;

/// <summary>The municipality itself.</summary>
public sealed record Ward
{
    /// <summary>Its name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Reading in katakana.</summary>
    public required string Kana { get; init; }

    /// <summary>全国地方公共団体コード, six digits with the check digit.</summary>
    public required string MunicipalityCode { get; init; }

    /// <summary>The codes by which issuers name it.</summary>
    public required WardCodes Codes { get; init; }

    /// <summary>Telegram types (for example <c>VPWW55</c>) of which the newest of each, for the ward's office, make up the full state
    /// of weather warnings. River forecasts are not among them: a quiet river sends nothing.</summary>
    public required IReadOnlyList<string> FullStateFamilies { get; init; }

    /// <summary>Telegrams of the older vocabulary that are read as a fall-back for the new ones (<see cref="WarningPolicy.FallbackFamilies"/>).</summary>
    public IReadOnlySet<string> FallbackFamilies { get; init; } = WarningPolicy.Default.FallbackFamilies;

    /// <summary>The sources it listens to.</summary>
    public required IReadOnlyList<SourceDefinition> Sources { get; init; }

    /// <summary>Language tags in the order in which they are offered; <c>ja</c> is among them.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>Where the public reaches it, most important first.</summary>
    public required IReadOnlyList<Contact> Contacts { get; init; }

    /// <summary>Its outline as a closed ring, coarse: for drawing, never for deciding.</summary>
    public required IReadOnlyList<GeoPoint> Outline { get; init; }

    /// <summary>Where the outline comes from; shown on maps.</summary>
    public required string OutlineSource { get; init; }

    /// <summary>The middle of the corners of the outline: where the sun is asked for, nothing else.</summary>
    public GeoPoint Middle => new(
        Outline.Skip(1).Average(point => point.Longitude), Outline.Skip(1).Average(point => point.Latitude));

    /// <summary>The sources without which the warnings are unknown.</summary>
    public IEnumerable<SourceDefinition> RequiredSources => Sources.Where(source => source.Required);
}
