using Chiyoda.Bousai.Domain.Areas;

namespace Chiyoda.Bousai.Infrastructure.WardPacks;

/// <summary>The box around the ward's outline: catches swapped and mistyped coordinates.</summary>
internal sealed record WardBox(double West, double South, double East, double North)
{
    // An outline may be coarse; a real point may lie this far outside it (degrees, about 200 m).
    private const double Margin = 0.002;

    public static WardBox Around(IReadOnlyList<GeoPoint> outline) => outline.Count == 0
        ? new WardBox(-180, -90, 180, 90)
        : new WardBox(
            outline.Min(point => point.Longitude) - Margin,
            outline.Min(point => point.Latitude) - Margin,
            outline.Max(point => point.Longitude) + Margin,
            outline.Max(point => point.Latitude) + Margin);

    public bool Contains(GeoPoint point) =>
        West <= point.Longitude && point.Longitude <= East && South <= point.Latitude && point.Latitude <= North;
}
