using Chiyoda.Bousai.Domain.Areas;
using NetTopologySuite.Geometries;
using Xunit;

namespace Chiyoda.Bousai.Domain.Tests.Areas;

public class DerivingCellsTests
{
    private static readonly GeoPoint[] Square = [new(139.70, 35.60), new(139.80, 35.60), new(139.80, 35.70), new(139.70, 35.70), new(139.70, 35.60)];

    [Fact]
    public void TwoPointsSideBySide_ShareTheSquareInHalves()
    {
        var cells = VoronoiCells.Derive([SampleAreas.At("1", 139.725, 35.65), SampleAreas.At("2", 139.775, 35.65)], Square);

        Assert.Equal(["1", "2"], cells.Select(cell => cell.Code.Value));
        Assert.All(cells, cell => Assert.Equal(0.05 * 0.1, cell.Shape.Area, 1e-9));
        Assert.All(cells, cell => Assert.True(cell.IsDerived));
    }

    [Fact]
    public void NearnessIsMeasuredOnTheGround_NotInDegrees()
    {
        // Seen in degrees, (139.74, 35.65) is nearer to the northern point (0.026 to 0.03); on the ground a degree of
        // longitude is shorter than one of latitude, and the eastern point is the nearer.
        var east = SampleAreas.At("east", 139.77, 35.65);
        var north = SampleAreas.At("north", 139.74, 35.676);

        var cells = VoronoiCells.Derive([east, north], Square);

        Assert.True(cells.Single(cell => cell.Code == east.Code).Shape.Contains(new Point(139.74, 35.65)));
    }

    [Fact]
    public void PointOutsideTheOutline_IsADefectOfThePack() =>
        Assert.Throws<ArgumentException>(() => VoronoiCells.Derive([SampleAreas.At("1", 139.9, 35.65)], Square));
}
