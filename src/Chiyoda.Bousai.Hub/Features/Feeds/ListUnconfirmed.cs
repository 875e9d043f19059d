using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Hub.Http.OpenApi;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Chiyoda.Bousai.Telegrams.P2PQuake;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Chiyoda.Bousai.Hub.Features.Feeds;

/// <summary>Staff read what another source than JMA says of earthquakes and tsunamis of the last day.</summary>
internal static class ListUnconfirmed
{
    /// <summary>How it is marked wherever it is shown.</summary>
    public const string Mark = "気象庁以外の情報源・未確認";

    /// <param name="Mark">To be shown with each item.</param>
    /// <param name="Items">Newest first; what JMA has told here itself is left out.</param>
    public sealed record Response(string Mark, IReadOnlyList<Item> Items);

    /// <param name="Id">The source's id.</param>
    /// <param name="Kind">Earthquake or tsunami.</param>
    /// <param name="OccurredAt">When the ground shook; of a tsunami when it was issued.</param>
    /// <param name="IssuedAt">When it is said to have been issued.</param>
    /// <param name="Hypocenter">Null for a tsunami and when it is not known.</param>
    /// <param name="MaxIntensity">1 … 7, <c>5-?</c> for 5弱以上未入電; null when unknown.</param>
    /// <param name="SourceId">Where it is from.</param>
    /// <param name="ReceivedAt">When this hub received it.</param>
    /// <param name="IsCancelled">Tsunami: 解除.</param>
    /// <param name="WardRegions">Tsunami: what it says of each region of the ward; the source names regions in words alone.</param>
    /// <param name="Areas">Tsunami: forecast areas, those of the ward first.</param>
    public sealed record Item(
        string Id, [property: Words("earthquake", "tsunami")] string Kind, string SourceId, DateTimeOffset OccurredAt, DateTimeOffset IssuedAt, DateTimeOffset ReceivedAt, Hypocenter? Hypocenter,
        [property: Words("0", "1", "2", "3", "4", "5-", "5-?", "5+", "6-", "6+", "7")] string? MaxIntensity, bool IsCancelled,
        IReadOnlyList<WardRegion> WardRegions, IReadOnlyList<TsunamiArea> Areas);

    /// <param name="Name">震央地名.</param>
    /// <param name="Latitude">Degrees; null when unknown.</param>
    /// <param name="Longitude">Degrees; null when unknown.</param>
    /// <param name="DepthKilometers">0 is ごく浅い; null when unknown.</param>
    /// <param name="Magnitude">Null when unknown.</param>
    public sealed record Hypocenter(string Name, double? Latitude, double? Longitude, int? DepthKilometers, double? Magnitude);

    /// <param name="Name">津波予報区 of the ward.</param>
    /// <param name="Standing">Named; notNamed when every name in the report is another region's; unknown when one of its names is not understood, or there is none.</param>
    /// <param name="Grade">As the source words it; null unless it is named.</param>
    public sealed record WardRegion(string Name, [property: Words("named", "notNamed", "unknown")] string Standing, string? Grade);

    /// <param name="Name">津波予報区.</param>
    /// <param name="Grade">As the source words it.</param>
    /// <param name="IsWard">Whether it is a region of the ward.</param>
    public sealed record TsunamiArea(string Name, string Grade, bool IsWard);

    public static async Task<Ok<Response>> HandleAsync(BousaiDbContext db, UnconfirmedReports reports, WardPack pack, CancellationToken cancellationToken) =>
        TypedResults.Ok(new Response(Mark, [.. (await reports.ListAsync(db, cancellationToken)).Select(item => Of(item, pack))]));

    public static Item Of(UnconfirmedReports.Item item, WardPack pack) =>
        Of(item.Report, item, item.Report.Tsunami is { } tsunami ? P2PTsunamiForWard.Of(tsunami, pack.Ward.Codes) : new P2PTsunamiForWard([], [], [], []));

    private static Item Of(P2PQuakeReport report, UnconfirmedReports.Item item, P2PTsunamiForWard cut) => new(
        report.Id, report.Earthquake is null ? "tsunami" : "earthquake", item.SourceId, report.OccurredAt.ToJapan(), report.IssuedAt.ToJapan(), item.ReceivedAt.ToJapan(),
        report.Earthquake is { HypocenterName.Length: > 0 } quake ? new Hypocenter(quake.HypocenterName, quake.Latitude, quake.Longitude, quake.DepthKilometers, quake.Magnitude) : null,
        WordOf(report.Earthquake?.MaxIntensity), report.Tsunami?.IsCancelled ?? false,
        [
            .. cut.Named.Select(area => new WardRegion(area.Name, "named", area.Grade)),
            .. cut.NotNamed.Select(name => new WardRegion(name, "notNamed", null)),
            .. cut.Unclear.Select(name => new WardRegion(name, "unknown", null)),
        ],
        [.. cut.Named.Select(area => new TsunamiArea(area.Name, area.Grade, IsWard: true)), .. cut.Others.Select(area => new TsunamiArea(area.Name, area.Grade, IsWard: false))]);

    private static string? WordOf(SeismicIntensity? intensity) => intensity switch
    {
        SeismicIntensity.Zero => "0",
        SeismicIntensity.One => "1",
        SeismicIntensity.Two => "2",
        SeismicIntensity.Three => "3",
        SeismicIntensity.Four => "4",
        SeismicIntensity.FiveLower => "5-",
        SeismicIntensity.UnreportedFiveLowerOrMore => "5-?",
        SeismicIntensity.FiveUpper => "5+",
        SeismicIntensity.SixLower => "6-",
        SeismicIntensity.SixUpper => "6+",
        SeismicIntensity.Seven => "7",
        _ => null,
    };
}
