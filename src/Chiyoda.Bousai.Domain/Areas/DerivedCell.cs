using NetTopologySuite.Geometries;

namespace Chiyoda.Bousai.Domain.Areas;

/// <summary>
/// A shape made up for an area of which only a point is known. It is drawn and marked as derived; it never decides
/// membership, location matching or a published polygon in Live (design §6).
/// </summary>
/// <param name="Code">The area.</param>
/// <param name="Shape">Polygon or multipolygon, longitude and latitude in degrees.</param>
public sealed record DerivedCell(AreaCode Code, Geometry Shape)
{
    /// <summary>Always <see langword="true"/>: it goes with the shape into every format, so that no reader takes it for surveyed.</summary>
    public bool IsDerived { get; } = true;
}
