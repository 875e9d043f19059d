using System.Globalization;
using System.Text;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;

namespace Chiyoda.Bousai.Domain.Areas;

/// <summary>
/// The ward as a drawing (概略図): cells derived from the areas' points, in units of the sheet. For pointing at areas and seeing where they
/// lie; it decides nothing (design §6).
/// </summary>
public sealed class MapSheet
{
    /// <summary>Width of the sheet, units; the height follows from the ward.</summary>
    private const double Width = 1000;

    private readonly double _west;
    private readonly double _north;
    private readonly double _unitsEast;
    private readonly double _unitsNorth;
    private readonly IReadOnlyList<DerivedCell> _derived;

    private MapSheet(IReadOnlyList<Area> areas, IReadOnlyList<GeoPoint> outline)
    {
        _derived = VoronoiCells.Derive(areas, outline);
        _west = outline.Min(point => point.Longitude);
        _north = outline.Max(point => point.Latitude);
        _unitsEast = Width / (outline.Max(point => point.Longitude) - _west);
        _unitsNorth = _unitsEast / Math.Cos(_north * Math.PI / 180);
        Height = (_north - outline.Min(point => point.Latitude)) * _unitsNorth;
        Outline = PathOf(outline.Select(point => new Coordinate(point.Longitude, point.Latitude)));
        Cells = [.. areas.Zip(_derived, (area, cell) => new MapCell(area.Code, area.Name, PathOf(cell.Shape), XOf(area.Longitude), YOf(area.Latitude)))];
    }

    /// <summary>Height of the sheet, units; it is 1,000 wide.</summary>
    public double Height { get; }

    /// <summary>The outline of the ward as SVG path data.</summary>
    public string Outline { get; }

    /// <summary>The areas in their order.</summary>
    public IReadOnlyList<MapCell> Cells { get; }

    /// <summary>Draws the sheet.</summary>
    /// <param name="areas">The areas.</param>
    /// <param name="outline">The outline, a closed ring.</param>
    /// <returns>The sheet, or <see langword="null"/> where the points do not allow cells: one outside the outline, or two alike.</returns>
    public static MapSheet? Draw(IReadOnlyList<Area> areas, IReadOnlyList<GeoPoint> outline)
    {
        var ring = new Polygon(new LinearRing([.. outline.Select(point => new Coordinate(point.Longitude, point.Latitude))]));
        return areas.DistinctBy(area => area.Centroid).Count() == areas.Count
            && areas.All(area => ring.Contains(new Point(area.Longitude, area.Latitude)))
            ? new MapSheet(areas, outline)
            : null;
    }

    /// <summary>How much of each cell lies inside a drawn ring: an aid for choosing, never the choice.</summary>
    /// <param name="ring">Corners on the sheet, at least three, in the order of drawing; it need not be closed.</param>
    /// <returns>Areas of which something is covered with the share of their cell, most first; empty for a ring without an inside.</returns>
    public IReadOnlyList<CellShare> SharesInside(IReadOnlyList<(double X, double Y)> ring)
    {
        Coordinate[] corners = [.. ring.Select(corner => new Coordinate(_west + (corner.X / _unitsEast), _north - (corner.Y / _unitsNorth)))];
        if (corners.Length < 3)
        {
            return [];
        }

        // A ring that crosses itself is taken as what it encloses. Shares of an area are the same in degrees as on the ground: both axes are linear.
        var drawn = GeometryFixer.Fix(new Polygon(new LinearRing([.. corners, corners[0].Copy()])));
        return
        [
            .. _derived.Select(cell => new CellShare(cell.Code, cell.Shape.Intersection(drawn).Area / cell.Shape.Area))
                .Where(share => share.Share >= 0.005)
                .OrderByDescending(share => share.Share).ThenBy(share => share.Code),
        ];
    }

    private double XOf(double longitude) => Math.Round((longitude - _west) * _unitsEast, 1);

    private double YOf(double latitude) => Math.Round((_north - latitude) * _unitsNorth, 1);

    private string PathOf(Geometry shape)
    {
        var path = new StringBuilder();
        for (var part = 0; part < shape.NumGeometries; part++)
        {
            if (shape.GetGeometryN(part) is Polygon polygon)
            {
                path.Append(PathOf(polygon.ExteriorRing.Coordinates));
            }
        }

        return path.ToString();
    }

    private string PathOf(IEnumerable<Coordinate> ring)
    {
        var path = new StringBuilder();
        foreach (var corner in ring)
        {
            path.Append(path.Length == 0 ? 'M' : 'L').Append(CultureInfo.InvariantCulture, $"{XOf(corner.X)} {YOf(corner.Y)}");
        }

        return path.Append('Z').ToString();
    }
}

/// <summary>One area on the sheet.</summary>
/// <param name="Code">The area.</param>
/// <param name="Name">Its name.</param>
/// <param name="Path">SVG path data of its derived cell.</param>
/// <param name="X">Its point, from the left.</param>
/// <param name="Y">Its point, from the top.</param>
public sealed record MapCell(AreaCode Code, string Name, string Path, double X, double Y);

/// <summary>How much of a derived cell is covered.</summary>
/// <param name="Code">The area.</param>
/// <param name="Share">0–1 of its cell.</param>
public sealed record CellShare(AreaCode Code, double Share);
