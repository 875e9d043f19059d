using Chiyoda.Bousai.Domain.Evacuation;
using Xunit;

namespace Chiyoda.Bousai.Domain.Tests.Evacuation;

public class NamingWhatWasWrongTests
{
    private static readonly Measure Told = new(Hazard.Flood, "甲川", "甲川", 4, EvacuationAction.GoUp, Audience.Everyone, ["1", "2"], "水位が上がったため") { Shelters = ["A"] };

    public static TheoryData<Measure, MeasureField[]> Corrections => new()
    {
        { Told, [] },
        { Told with { Areas = ["1"] }, [MeasureField.Areas] },
        { Told with { Areas = ["1", "2", "3"] }, [MeasureField.Areas] },
        { Told with { Level = 3, Audience = Audience.ElderlyAndSlow }, [MeasureField.Level, MeasureField.Audience] },
        { Told with { Action = EvacuationAction.LeaveNow }, [MeasureField.Action] },
        { Told with { Cause = "乙川" }, [MeasureField.Hazard] },
        { Told with { Hazard = Hazard.StormSurge }, [MeasureField.Hazard] },
        { Told with { Shelters = [] }, [MeasureField.Shelters] },
        { Told with { Reason = "水が堤防を越えたため" }, [MeasureField.Reason] },
        { Told with { Reason = "別", Areas = ["2"], Shelters = ["B"] }, [MeasureField.Areas, MeasureField.Shelters, MeasureField.Reason] },
    };

    [Theory]
    [MemberData(nameof(Corrections))]
    public void EachFieldThatDiffers_IsNamed_AndNoOther(Measure right, MeasureField[] wrong)
    {
        Assert.Equal(wrong, MistakenFields.Between(Told, right));
        Assert.Equal(wrong, MistakenFields.Between(right, Told));
    }
}
