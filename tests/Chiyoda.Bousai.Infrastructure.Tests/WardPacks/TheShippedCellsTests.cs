using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Infrastructure.WardPacks;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Union;
using Xunit;

namespace Chiyoda.Bousai.Infrastructure.Tests.WardPacks;

public class TheShippedCellsTests
{
    private static readonly WardPack Pack = WardPackLoader.Load(PackCopy.Shipped).Pack!;

    private static readonly IReadOnlyList<DerivedCell> Cells = VoronoiCells.Derive([.. Pack.Areas.Values], Pack.Ward.Outline);

    [Fact]
    public void EveryArea_HasACellThatHoldsItsPoint()
    {
        Assert.Equal(Pack.Areas.Keys, Cells.Select(cell => cell.Code));
        Assert.All(Cells, cell =>
        {
            var point = Pack.Areas[cell.Code].Centroid;
            Assert.True(cell.Shape.Contains(new Point(point.Longitude, point.Latitude)), cell.Code.Value);
        });
    }

    [Fact]
    public void TogetherTheyAreTheOutline_WithoutOverlap()
    {
        var outline = new Polygon(new LinearRing([.. Pack.Ward.Outline.Select(point => new Coordinate(point.Longitude, point.Latitude))]));

        var union = UnaryUnionOp.Union(Cells.Select(cell => cell.Shape));

        Assert.True(union.SymmetricDifference(outline).Area < outline.Area * 1e-6);
        Assert.Equal(outline.Area, Cells.Sum(cell => cell.Shape.Area), outline.Area * 1e-6);
    }
}
