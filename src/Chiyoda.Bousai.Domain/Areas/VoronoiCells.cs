using NetTopologySuite.Geometries;
using NetTopologySuite.Triangulate;

namespace Chiyoda.Bousai.Domain.Areas;

/// <summary>Derives a cell for every area from the areas' points: the part of the ward that is nearer to this point than to any other.</summary>
public static class VoronoiCells
{
    /// <summary>Derives the cells.</summary>
    /// <param name="areas">The areas; no two have the same point, and every point lies inside the outline.</param>
    /// <param name="outline">The outline of the ward, a closed ring.</param>
    /// <returns>One cell per area, in the order of the areas; together they make up the outline.</returns>
    /// <exception cref="ArgumentException">A point lies outside the outline, or two areas share one.</exception>
    /// <remarks>O(n log n). Nearness is measured on the ground: the diagram is made in metres and brought back to degrees.</remarks>
    public static IReadOnlyList<DerivedCell> Derive(IReadOnlyList<Area> areas, IReadOnlyList<GeoPoint> outline)
    {
        var plane = new LocalPlane(outline[0]);
        var ring = new Polygon(new LinearRing([.. outline.Select(plane.ToMeters)]));
        var sites = areas.ToDictionary(area => plane.ToMeters(area.Centroid), area => area.Code);
        if (areas.FirstOrDefault(area => !ring.Contains(new Point(plane.ToMeters(area.Centroid)))) is { } outside)
        {
            throw new ArgumentException($"The point of {outside.Code} lies outside the outline.", nameof(areas));
        }

        var builder = new VoronoiDiagramBuilder { ClipEnvelope = Grown(ring.EnvelopeInternal) };
        builder.SetSites([.. sites.Keys]);
        var cells = builder.GetDiagram(GeometryFactory.Default).Geometries
            .ToDictionary(cell => sites[(Coordinate)cell.UserData], cell => plane.ToDegrees(cell.Intersection(ring)));
        return [.. areas.Select(area => new DerivedCell(area.Code, cells[area.Code]))];
    }

    // Cells at the rim must reach past the outline before they are clipped to it.
    private static Envelope Grown(Envelope envelope)
    {
        var grown = envelope.Copy();
        grown.ExpandBy(envelope.Diameter);
        return grown;
    }

    /// <summary>Metres east and north of an origin; across a ward the error is far below the outline's own.</summary>
    private sealed class LocalPlane(GeoPoint origin)
    {
        // Length of a degree of the mean meridian, 2π × 6,371,008.8 m ÷ 360 (IUGG mean radius).
        private const double MetersPerDegree = 111_195.08;

        private readonly GeoPoint _origin = origin;

        private readonly double _east = MetersPerDegree * Math.Cos(origin.Latitude * Math.PI / 180);

        public Coordinate ToMeters(GeoPoint point) =>
            new((point.Longitude - _origin.Longitude) * _east, (point.Latitude - _origin.Latitude) * MetersPerDegree);

        public Geometry ToDegrees(Geometry shape)
        {
            var copy = shape.Copy();
            copy.Apply(new Degrees(this));
            copy.GeometryChanged();
            return copy;
        }

        private sealed class Degrees(LocalPlane plane) : ICoordinateFilter
        {
            public void Filter(Coordinate coord)
            {
                coord.X = plane._origin.Longitude + (coord.X / plane._east);
                coord.Y = plane._origin.Latitude + (coord.Y / MetersPerDegree);
            }
        }
    }
}
