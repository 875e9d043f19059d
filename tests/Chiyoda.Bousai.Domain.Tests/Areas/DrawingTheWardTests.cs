using Chiyoda.Bousai.Domain.Areas;
using Xunit;

namespace Chiyoda.Bousai.Domain.Tests.Areas;

public class DrawingTheWardTests
{
    private static readonly GeoPoint[] Square = [new(139.70, 35.60), new(139.80, 35.60), new(139.80, 35.70), new(139.70, 35.70), new(139.70, 35.60)];

    [Fact]
    public void TwoAreasSideBySide_HaveHalfOfTheSheetEach()
    {
        var sheet = Two();

        Assert.Equal(["1", "2"], sheet.Cells.Select(cell => cell.Code.Value));
        Assert.Equal((250.0, 750.0), (sheet.Cells[0].X, sheet.Cells[1].X));
        Assert.All(sheet.Cells, cell => Assert.Matches("^M[0-9. L]+Z$", cell.Path));
        // As wide as high on the ground is as the cosine of the latitude on the sheet.
        Assert.InRange(sheet.Height, 1225, 1235);
    }

    [Fact]
    public void ADrawnRing_CoversSharesOfCells_WhicheverWayItIsDrawn()
    {
        var sheet = Two();
        (double, double)[] left = [(0, 0), (600, 0), (600, sheet.Height / 2), (0, sheet.Height / 2)];

        Assert.Equal([("1", 0.5), ("2", 0.1)], sheet.SharesInside(left).Select(share => (share.Code.Value, Math.Round(share.Share, 3))));
        Assert.Equal([("1", 0.5), ("2", 0.1)], sheet.SharesInside([.. left.Reverse()]).Select(share => (share.Code.Value, Math.Round(share.Share, 3))));
    }

    [Fact]
    public void ARingWithoutAnInside_CoversNothing_AndOneFarOutsideNeither()
    {
        var sheet = Two();

        Assert.Empty(sheet.SharesInside([(0, 0), (100, 100)]));
        Assert.Empty(sheet.SharesInside([(0, 0), (100, 100), (200, 200)]));
        Assert.Empty(sheet.SharesInside([(5000, 5000), (6000, 5000), (6000, 6000)]));
    }

    [Fact]
    public void APointOutsideTheOutline_OrTwoAlike_GiveNoDrawing()
    {
        Assert.Null(MapSheet.Draw([SampleAreas.At("1", 139.75, 35.65), SampleAreas.At("2", 139.9, 35.65)], Square));
        Assert.Null(MapSheet.Draw([SampleAreas.At("1", 139.75, 35.65), SampleAreas.At("2", 139.75, 35.65)], Square));
    }

    private static MapSheet Two() => MapSheet.Draw([SampleAreas.At("1", 139.725, 35.65), SampleAreas.At("2", 139.775, 35.65)], Square)!;
}
