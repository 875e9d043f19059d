using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Evacuation.Consequences;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Hub.Features.Portal;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>What a decision would do, or would have done, on one card.</summary>
/// <param name="Picture">The picture.</param>
/// <param name="IsKept">Whether it was kept with the decision.</param>
/// <param name="Act">The act.</param>
/// <param name="Measure">What it does, or for a lift what ends.</param>
/// <param name="Pack">Names of areas.</param>
/// <param name="Words">Names of languages.</param>
/// <param name="Now">The moment of the page.</param>
internal sealed record PictureCard(DecisionPicture Picture, bool IsKept, Act Act, Measure Measure, WardPack Pack, PortalTexts Words, DateTimeOffset Now)
{
    public IReadOnlyList<ShelterChoice> Recommended => [.. Picture.Shelters.Where(shelter => shelter.Standing == ShelterStanding.Recommended)];

    public IReadOnlyList<ShelterChoice> Others => [.. Picture.Shelters.Where(shelter => shelter.Standing != ShelterStanding.Recommended)];

    /// <summary>Orders that hold afterwards beside what is decided: unchanged, or what is left of one from which areas are taken.</summary>
    public IReadOnlyList<HeldOrder> GoOn => [.. Picture.After.Where(line => !line.IsTouched || (line.OrderId is not null && !line.Measure.IsSameAs(Measure)))];

    public IReadOnlyList<HeldOrder> TouchedBefore => [.. Picture.Before.Where(line => line.IsTouched)];

    public IReadOnlyList<HeldOrder> TouchedAfter => [.. Picture.After.Where(line => line.IsTouched)];

    public string LanguageName(string language) => Words.Has(language) ? Words[language].Name : language;

    public string AreaName(string code) => Pack.Areas.TryGetValue(new Domain.Areas.AreaCode(code), out var area) ? area.Name : code;
}
