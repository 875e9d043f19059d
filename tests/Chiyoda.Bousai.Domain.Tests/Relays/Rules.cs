using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Relays;

namespace Chiyoda.Bousai.Domain.Tests.Relays;

/// <summary>A rule of a river, as the pack has them.</summary>
internal static class Rules
{
    public static readonly Authority Mayor = new("mayor", "区長", null, "災害対策基本法", [3, 4, 5], [Hazard.Flood]);

    public static RelayRule Flood() => new()
    {
        Id = "river",
        Version = new string('a', 64),
        Name = "川の洪水予報",
        Phenomenon = "flood",
        Cause = "830304004400",
        Families = [],
        AtLeast = 3,
        Areas = ["001", "002"],
        Channels = ["webpush"],
        Night = new RelayNight(4, InTheMorning: true),
        TellFor = TimeSpan.FromHours(1),
        Wordings = new Dictionary<string, RelayWording>
        {
            ["ja"] = new(
                "神田川",
                new Dictionary<int, string> { [2] = "レベル2", [3] = "レベル3", [4] = "レベル4", [5] = "レベル5" },
                "H:mm",
                Enum.GetValues<RelayChange>().ToDictionary(change => change, change => new RelayText("気象庁発表 {what}", "気象庁発表（{time}）{place} {previous} {what}"))),
        },
    };
}
