using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Telegrams.P2PQuake;

namespace Chiyoda.Bousai.Hub.Features.Feeds;

/// <summary>A tsunami forecast of the second source in words for staff and the chronology: the ward's regions first, and plainly when they are not named or cannot be told.</summary>
internal static class TsunamiLines
{
    /// <returns>The lines of the ward's regions, each whole by itself; none when it has no region.</returns>
    public static IReadOnlyList<string> OfWard(P2PTsunamiForWard cut, Ward ward) =>
    [
        .. cut.Named.Select(area => $"{area.Name}: {SpokenGrade(area.Grade)}"),
        .. cut.NotNamed.Select(name => $"{ward.Name.Ja}の津波予報区（{name}）は含まれていません"),
        .. cut.Unclear.Select(name => $"{ward.Name.Ja}の津波予報区（{name}）が含まれるか確認できません"),
    ];

    /// <returns>The other regions, so many by name and of the rest the number; empty when there is none.</returns>
    public static string OfOthers(P2PTsunamiForWard cut, int most) => cut.Others.Count == 0 ? string.Empty :
        $"ほかの予報区: {string.Join("、", cut.Others.Take(most).Select(area => $"{(area.Name.Length > 0 ? area.Name : "名前の記載なし")}（{SpokenGrade(area.Grade)}）"))}{(cut.Others.Count > most ? $" ほか{cut.Others.Count - most}予報区" : string.Empty)}";

    private static string SpokenGrade(string grade) => grade switch
    {
        "MajorWarning" => "大津波警報",
        "Warning" => "津波警報",
        "Watch" => "津波注意報",
        _ => "種類不明",
    };
}
